"""Where what a command says cannot be written, nobody gets a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "quizgen"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["explain"], ["schema", "fact"]])
def test_a_full_disk_is_told_in_a_line(arguments: list[str]) -> None:
    """As with `quizgen check > problems.txt`, however much there is to say."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    with full.open("w") as output:
        run = subprocess.run([*COMMAND, *arguments], stdout=output, stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "Error: cannot go on writing: no space left on device\n")


def test_a_reader_that_has_seen_enough_ends_it_silently() -> None:
    """As with `quizgen explain | head -1`."""
    with subprocess.Popen([*COMMAND, "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1
