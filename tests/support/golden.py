"""Whole outputs kept as files in ``tests/golden``: compared exactly, rewritten on request, never left over.

A golden file that no test asks for any more is a lie about what is tested, so a run of the whole suite
fails on it. Partial runs (paths, ``-k``, ``-m``, a skipped test) cannot know and do not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

PROPERTY = "golden"
"""The property of a test's report that names a golden file it compared with."""
FOLDER = Path(__file__).parent.parent / "golden"


@dataclass
class Goldens:
    """The golden files of one test process."""

    folder: Path = FOLDER
    update: bool = False

    def check(self, name: str, text: str) -> None:
        """Fail unless ``text`` is what the golden file ``name`` holds; with ``update``, write it instead."""
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        elif not path.is_file():
            pytest.fail(f"no golden file {name}: look at the output, then run pytest with --update-golden")
        else:
            expected = path.read_bytes().decode()
            assert text == expected, f"differs from tests/golden/{name}; if that is meant: --update-golden"

    def unused(self, config: pytest.Config) -> list[str]:
        """Names of the files that no test asked for, sorted; reports tell of it, also those of other processes."""
        reports = _reports(config, "passed")
        used = {name for report in reports for prop, name in report.user_properties if prop == PROPERTY}
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted({path.relative_to(self.folder).as_posix() for path in files} - used)


def is_whole_run(config: pytest.Config) -> bool:
    """Whether this run was to run every test, and none was left out."""
    narrowed = any(config.getoption(name, None) for name in _NARROWING)
    if narrowed or config.args_source is pytest.Config.ArgsSource.ARGS:
        return False
    return bool(_reports(config, "passed")) and not (_reports(config, "skipped") or _reports(config, "xfailed"))


def _reports(config: pytest.Config, outcome: str) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return reporter.stats.get(outcome, []) if reporter is not None else []


_NARROWING = ("keyword", "markexpr", "lf", "deselect", "ignore", "ignore_glob", "collectonly")
