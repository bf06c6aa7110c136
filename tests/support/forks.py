"""The command in many processes that are quick to start, and that can be hurt: killed at a moment, or by a faulty disk.

One interpreter loads everything and builds once; from then on each run is a fork of it, in which the command runs as
``python -m quizgen`` runs it. ``Forks`` is the test's side, ``serve`` the other one: orders and answers are lines of
JSON. For systems that can fork.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.support.faulty_disk import Fault, faulty_disk
from tests.support.project import REPOSITORY

THEN = 1_800_000_000
"""The time of every build, in seconds."""


@dataclass(frozen=True)
class Run:
    """How a run of the command ended."""

    code: int
    """Its exit code, below 0 the signal that killed it."""
    seconds: float
    said: str
    """On both streams."""
    steps: tuple[str, ...] = ()
    """What it asked of the disk below the project, where a fault was waited for."""


class Forks:
    """Runs the command in a project's folder."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Speak to a process that serves."""
        self._process = process

    def run(self, project: Path, *arguments: str, kill_after: float | None = None, fault: Fault | None = None) -> Run:
        """Run the command; kill it after some seconds, or let the disk fail it."""
        order = {
            "project": str(project),
            "arguments": arguments,
            "kill_after": kill_after,
            "fault": None if fault is None else asdict(fault),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return Run(answer["code"], answer["seconds"], answer["said"], tuple(answer["steps"]))


@contextmanager
def forks(warm_up: Path) -> Iterator[Forks]:
    """Start the interpreter that is forked; ``warm_up`` is a project to be built first, to have loaded all."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.forks", str(warm_up)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "SOURCE_DATE_EPOCH": str(THEN)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        yield Forks(process)
        assert process.stdin is not None
        process.stdin.close()


def serve(warm_up: str) -> None:
    """Take orders from standard input, one a line, until it ends."""
    with contextlib.redirect_stdout(io.StringIO()):
        _exit_code(["--project", warm_up, "build"])
    gc.freeze()  # what is loaded stays shared by all forks
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), flush=True)  # noqa: T201 - that is how it answers


def _run(order: dict[str, Any]) -> dict[str, Any]:
    output = Path(f"{order['project']}.out")
    steps = Path(f"{order['project']}.steps")
    steps.unlink(missing_ok=True)
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _be_the_command(order, output, steps)
    if order["kill_after"] is not None:
        time.sleep(max(0.0, began + order["kill_after"] - time.monotonic()))
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {
        "code": code,
        "seconds": time.monotonic() - began,
        "said": output.read_text(encoding="utf-8") if output.exists() else "",
        "steps": steps.read_text(encoding="utf-8").splitlines() if steps.exists() else [],
    }


def _be_the_command(order: dict[str, Any], output: Path, steps: Path) -> None:
    """Run the command and end the process, as the interpreter would at its end."""
    code = 70
    try:
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(handle, stream)
        os.chdir(order["project"])
        fault = order["fault"]
        with faulty_disk(Path(order["project"]), Fault(**fault), steps) if fault else contextlib.nullcontext():
            code = _exit_code(order["arguments"])
    except BaseException:  # noqa: BLE001 - the interpreter would say so too
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _exit_code(arguments: list[str]) -> int:
    from quizgen.cli import main  # noqa: PLC0415 - in the process that serves

    try:
        main(arguments, prog_name="quizgen")
    except SystemExit as end:
        return int(end.code or 0)
    return 0


if __name__ == "__main__":
    serve(sys.argv[1])
