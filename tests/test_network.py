"""quizgen works without a network, and does not look for one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import FACT, REPOSITORY, lay_out, lay_out_project

WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        os._exit(99)
sys.addaudithook(watch)
from quizgen.cli import main
main(sys.argv[1:])
"""
COMMANDS = (
    ["check"],
    ["build"],
    ["build", "--pdf"],
    ["diff"],
    ["explain", "QZ100"],
    ["import", "more.csv"],
    ["init", "other"],
    ["new", "a word"],
    ["schema"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_asks_for_a_connection(command: list[str], tmp_path: Path) -> None:
    """Python itself tells of each socket that is made; a fact with addresses in it is no reason for one."""
    lay_out_project(tmp_path, {"data/facts.yaml": FACT + "    explanation: See https://canary.invalid/a.png\n"})
    lay_out(tmp_path, {"more.csv": "question,answer\nWhat is at https://canary.invalid?,nothing\n"})
    result = subprocess.run(
        [sys.executable, "-c", WATCHED, *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=False,
    )
    assert result.returncode in {0, 1}, result.stderr


def test_the_watch_sees_a_connection() -> None:
    """A watch that sees nothing proves nothing."""
    code = WATCHED.partition("from quizgen")[0] + "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 99
