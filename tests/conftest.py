"""Fixtures and options for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from tests.support.golden import PROPERTY, Goldens, is_whole_run

# a busy machine is slow, and that is no mistake of the code
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# for `make mutants`: few examples, and the same ones for each mutant
settings.register_profile("mutants", max_examples=15, derandomize=True, database=None, deadline=None)

_GOLDENS = pytest.StashKey[Goldens]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing with them"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keep one set of goldens a process."""
    config.stash[_GOLDENS] = Goldens(update=config.getoption("update_golden"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``golden(name, text)`` compares a whole output with ``tests/golden/NAME``."""
    goldens = request.config.stash[_GOLDENS]

    def check(name: str, text: str) -> None:
        request.node.user_properties.append((PROPERTY, name))
        goldens.check(name, text)

    return check


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a whole run that left a golden file unused."""
    if _left_over(session.config, exitstatus):
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
    return goldens.unused(config) if exitstatus == pytest.ExitCode.OK and is_whole_run(config) else []
