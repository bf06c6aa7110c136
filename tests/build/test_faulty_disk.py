"""A disk that fails: a problem with its place and a hint, and the next build goes on as if nothing had happened."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.curator import LEDGER
from tests.support.cut_off import Mender, Scene, arguments, later_build, quick_folder, started, tree
from tests.support.faulty_disk import Fault
from tests.support.forks import Forks, Run

if not hasattr(os, "fork"):
    pytest.skip("needs a system that can fork", allow_module_level=True)

ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO, "forbidden": errno.EACCES, "protected": errno.EROFS}
HINTS = {
    "full": "make room",
    "broken": "may be failing",
    "forbidden": "the right to write",
    "protected": "write-protected",
}


@pytest.fixture(scope="module")
def runs() -> Iterator[Forks]:
    """Start the interpreter that is forked for each build."""
    with started() as runs:
        yield runs


@pytest.fixture(scope="module")
def scene(runs: Forks) -> Iterator[Scene]:
    """Lay out a project that was built and edited, and waits for a build."""
    with quick_folder() as folder:
        yield later_build(folder, runs)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(len(ERRORS)) if "QUIZGEN_KILLS" in os.environ else [0])
def test_every_step_fails_once(scene: Scene, runs: Forks, turn: int) -> None:
    """Opening, reading, writing, waiting, moving, deleting, making a folder: said, or made good; nothing is mixed.

    The errors take turns; all of them meet all steps where ``QUIZGEN_KILLS`` asks for the long run.
    """
    mender = Mender(runs, scene)
    project = scene.copy("failed")
    steps = runs.run(project, *arguments(project), fault=Fault()).steps
    errors = [*ERRORS.values()]
    told = 0
    for number, step in enumerate(steps):
        project = scene.copy("failed")
        fault = Fault(step=number, errno=errors[(number + turn) % len(errors)])
        told += _assert_told(runs.run(project, *arguments(project), fault=fault), step, project, scene)
        mender.mend(project)
    print(len(steps), "faults,", told, "told, states:", mender.counts)  # noqa: T201 - for `pytest -rP`
    assert told


def _assert_told(run: Run, step: str, project: Path, scene: Scene) -> bool:
    """Where a step fails, the build says so with its place and a hint, or does without it and makes everything."""
    assert "Traceback" not in run.said, (step, run.said)
    assert not [path for path in tree(project) if path.endswith(".quizgen-new")], step
    if run.code == 0:
        assert tree(project) == scene.whole, step
        return False
    path = step.partition(" ")[2].removesuffix(".quizgen-new").removesuffix("-scratch")
    assert (run.code, "QZ" in run.said, path in run.said, "hint" in run.said) == (1, True, True, True), (step, run.said)
    return True


@pytest.mark.parametrize("error", ERRORS)
def test_what_is_said(scene: Scene, runs: Forks, error: str) -> None:
    """The file, the reason, what has changed, and what to do about this kind of failure."""
    project = scene.copy("said")
    steps = runs.run(project, *arguments(project), fault=Fault()).steps
    writing = steps.index(f"write {LEDGER}.quizgen-new")
    project = scene.copy("said")
    said = runs.run(project, *arguments(project), fault=Fault(step=writing, errno=ERRORS[error])).said
    assert f"error[QZ900]: cannot write `ledger.tsv`: {os.strerror(ERRORS[error]).lower()}" in said
    assert f"--> {LEDGER}" in said
    assert "nothing was changed" in said
    assert HINTS[error] in said
    assert said.splitlines()[-1] == "Nothing was written."
    assert tree(project) == scene.before
