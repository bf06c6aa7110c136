"""Builds of one project at the same time: one after the other, whatever happens to the first one."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizgen.build.project import build_project
from quizgen.build.report import Order
from tests.support.curator import FIRST_DAY, Curator, deck_spec, river
from tests.support.cut_off import tree
from tests.support.project import REPOSITORY, run_quizgen

LATER = FIRST_DAY + 10 * 86_400
HOLD = """\
import sys
from pathlib import Path
from quizgen.writing.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of two decks and a quiz, build it, and edit both decks."""
    curator = Curator(tmp_path / "project", [river("elbe"), river("loire"), river("volga", topic="lake")])
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    curator.build()
    curator.fact("elbe")["answer"] = "another"
    curator.fact("volga")["answer"] = "another"
    section = {"type": "short_answer", "count": 2}
    curator.decks["deck"]["quizzes"] = [{"id": "rivers", "title": "Rivers", "sections": [section]}]
    curator.write()
    return curator


@contextmanager
def held(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Have a process that is in the middle of a build, as far as others can see."""
    command = [sys.executable, "-c", HOLD, str(project)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def begin(project: Path, *arguments: str, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    """Start the command and go on."""
    return subprocess.Popen(
        [sys.executable, "-m", "quizgen", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "SOURCE_DATE_EPOCH": str(LATER)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
    )


def read_until(handle: int, wanted: str) -> str:
    """Read what comes to a terminal, until something stands there."""
    seen = ""
    while wanted not in seen:
        assert select.select([handle], [], [], 60)[0], f"in place of {wanted!r}: {seen!r}"
        seen += os.read(handle, 1000).decode(errors="replace")
    return seen


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal to look at")
@pytest.mark.parametrize("build_is_deleted", [False, True])
def test_the_second_one_waits_and_says_so(curator: Curator, *, build_is_deleted: bool) -> None:
    """It goes on as soon as the first one is gone, even if that was killed; to delete build/ does not let it in."""
    ours, theirs = os.openpty()
    with held(curator.root) as first:
        if build_is_deleted:
            shutil.rmtree(curator.root / "build")
        before = tree(curator.root)
        with begin(curator.root, "build", stderr=theirs) as second:
            os.close(theirs)
            read_until(ours, "waiting for another build … ")
            assert tree(curator.root) == before
            first.kill()
            said, _ = second.communicate()
    os.close(ours)
    assert (second.returncode, "Open build/index.html" in said) == (0, True)


def test_who_only_reads_does_not_wait(curator: Curator) -> None:
    """`check` and `diff` run beside a build."""
    with held(curator.root):
        for command in ("check", "diff"):
            result = run_quizgen(command, cwd=curator.root, SOURCE_DATE_EPOCH=str(LATER))
            assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("orders", [[[], [], []], [["deck"], [], ["lakes"]]])
def test_many_at_once(curator: Curator, tmp_path: Path, orders: list[list[str]]) -> None:
    """All succeed, and together they leave what one of them would have left alone."""
    alone = shutil.copytree(curator.root, tmp_path / "alone")
    build_project(alone, Order(now=LATER, now_is_given=True))
    running = [begin(curator.root, "build", *order) for order in orders]
    ends = [(process.communicate()[1], process.returncode) for process in running]
    assert ends == [("", 0)] * len(orders)
    assert tree(curator.root) == tree(alone)
