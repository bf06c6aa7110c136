"""Fixtures and options for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.golden import Goldens, is_whole_run

_GOLDENS = pytest.StashKey[Goldens]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing with them"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep one set of goldens a process, and hear from pytest-xdist's workers where they run."""
    config.stash[_GOLDENS] = Goldens(update=config.getoption("update_golden"))
    if config.pluginmanager.hasplugin("xdist"):
        config.pluginmanager.register(_FromWorkers(config.stash[_GOLDENS]))


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """``golden(name, text)`` compares a whole output with ``tests/golden/NAME``."""
    return pytestconfig.stash[_GOLDENS].check


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note which tests are to compare something."""
    asking = (item.nodeid for item in session.items if "golden" in getattr(item, "fixturenames", ()))
    session.config.stash[_GOLDENS].askers.update(asking)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Hand on what a worker knows; fail a whole run that left a golden file unused."""
    config = session.config
    if hasattr(config, "workeroutput"):
        goldens = config.stash[_GOLDENS]
        config.workeroutput["goldens"] = {"used": sorted(goldens.used), "askers": sorted(goldens.askers)}
    elif _left_over(config, exitstatus):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    """Name the golden files that failed the run."""
    left_over = _left_over(config, exitstatus)
    if left_over:
        terminalreporter.section("golden files that no test used: delete them, or test them")
        for name in left_over:
            terminalreporter.line(f"tests/golden/{name}")


def _left_over(config: pytest.Config, exitstatus: int) -> list[str]:
    goldens = config.stash[_GOLDENS]
    whole = exitstatus == pytest.ExitCode.OK and is_whole_run(config, goldens.askers)
    return goldens.unused() if whole else []


class _FromWorkers:
    """Collects what each worker knows."""

    def __init__(self, goldens: Goldens) -> None:
        self.goldens = goldens

    def pytest_testnodedown(self, node: object) -> None:
        """Add what a worker that is done has used."""
        known = getattr(node, "workeroutput", {}).get("goldens", {})
        self.goldens.used.update(known.get("used", ()))
        self.goldens.askers.update(known.get("askers", ()))
