"""A terminal is told what takes long; nothing else is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from quizgen.build.check import check_project
from quizgen.cli.progress import progress
from tests.support.project import FACT, lay_out_project

GONE = "\r" + " " * 48 + "\r"


class Terminal(io.StringIO):
    """A terminal that keeps all that was written to it."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_terminal_is_told_what_the_work_is_at(tmp_path: Path) -> None:
    """The stage and its seconds stand on one line, which is gone in the end."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACT})
    terminal = Terminal()
    with progress(terminal, patience=0):
        while "[#....] reading … 0 s" not in terminal.getvalue():
            check_project(project)
    assert terminal.getvalue().endswith(GONE)
    assert "\n" not in terminal.getvalue()


def test_what_is_quick_says_nothing() -> None:
    """Within the first second nobody is told to wait."""
    terminal = Terminal()
    with progress(terminal):
        pass
    assert terminal.getvalue() == ""


def test_a_file_is_told_nothing() -> None:
    """Where the output is kept, no line of the progress stands in it."""
    stream = io.StringIO()
    with progress(stream, patience=0):
        pass
    assert stream.getvalue() == ""


def test_an_error_leaves_the_line_clean(tmp_path: Path) -> None:
    """What stops the work goes through, and nothing of the progress is left behind it."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACT})
    terminal = Terminal()

    def work() -> None:
        with progress(terminal, patience=0):
            while not terminal.getvalue():
                check_project(project)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert terminal.getvalue().endswith(GONE)
