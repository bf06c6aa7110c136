"""Whole outputs kept as files in ``tests/golden``: compared exactly, rewritten on request, never left over.

A golden file that no test asks for any more is a lie about what is tested, so a run of the whole suite
fails on it. Partial runs (paths, ``-k``, ``-m``, a skipped test that compares) cannot know and do not say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "golden"


@dataclass
class Goldens:
    """The golden files of one test process."""

    folder: Path = FOLDER
    update: bool = False
    used: set[str] = field(default_factory=set)
    """Names asked for so far, as in ``cards/river.html``."""
    askers: set[str] = field(default_factory=set)
    """Node ids of the tests that were to compare something."""

    def check(self, name: str, text: str) -> None:
        """Fail unless ``text`` is what the golden file ``name`` holds; with ``update``, write it instead."""
        self.used.add(name)
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        elif not path.is_file():
            pytest.fail(f"no golden file {name}: look at the output, then run pytest with --update-golden")
        else:
            expected = path.read_bytes().decode()
            assert text == expected, f"differs from tests/golden/{name}; if that is meant: --update-golden"

    def unused(self) -> list[str]:
        """Names of the files that no test asked for, sorted."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted({path.relative_to(self.folder).as_posix() for path in files} - self.used)


def is_whole_run(config: pytest.Config, askers: set[str]) -> bool:
    """Whether this run was to run every test, and every one that compares did run."""
    narrowed = any(config.getoption(name, None) for name in _NARROWING)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if narrowed or reporter is None or config.args_source is pytest.Config.ArgsSource.ARGS:
        return False
    left_out = (report.nodeid for kind in ("skipped", "xfailed") for report in reporter.stats.get(kind, ()))
    return not any(nodeid in askers or "::" not in nodeid for nodeid in left_out)  # without ``::``: a whole module


_NARROWING = ("keyword", "markexpr", "lf", "deselect", "ignore", "ignore_glob", "collectonly")
