"""A build that is killed leaves a state from which the next one goes on as if nothing had happened."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.cut_off import (
    Mender,
    Scene,
    arguments,
    first_build,
    later_build,
    quick_folder,
    seconds_of_a_build,
    started,
)
from tests.support.faulty_disk import Fault
from tests.support.forks import Forks

if not hasattr(os, "fork"):
    pytest.skip("needs a system that can fork", allow_module_level=True)

IS_LONG = "QUIZGEN_KILLS" in os.environ
KILLS = int(os.environ.get("QUIZGEN_KILLS", "200"))
"""How many builds are killed at some moment, in all; a number that is given asks for a long run of all."""
GOLDEN_SECTION = 0.618_034
"""Its multiples, without their whole parts, are spread evenly from the first one on."""
SCENES = {"first build": first_build, "later build": later_build}
LOOKING = ("open-r", "open ", "fsync")
"""Steps before which nothing is other than before the next one."""


@pytest.fixture(scope="module")
def runs() -> Iterator[Forks]:
    """Start the interpreter that is forked for each build."""
    with started() as runs:
        yield runs


@pytest.fixture(scope="module", params=SCENES)
def scene(request: pytest.FixtureRequest, runs: Forks) -> Iterator[Scene]:
    """Lay out a project that waits for a build."""
    make: Callable[[Path, Forks], Scene] = SCENES[request.param]
    with quick_folder() as folder:
        yield make(folder, runs)


@pytest.mark.slow
def test_killed_at_any_moment(scene: Scene, runs: Forks) -> None:
    """Moments that are spread over the whole of a build: the next one makes what none would have disturbed."""
    mender, seconds = Mender(runs, scene), 0.0
    codes: list[int] = []
    while codes.count(-signal.SIGKILL) < KILLS // len(SCENES):
        number = len(codes)
        if number % 20 == 0:  # the machine may have more or less to do than before
            seconds = seconds_of_a_build(scene, runs)
        project = scene.copy("killed")
        part = number * GOLDEN_SECTION % 1
        moment = seconds * (part if number % 2 else 0.7 + 0.3 * part)  # every other one near the end, where it writes
        codes.append(runs.run(project, *arguments(project), kill_after=moment).code)
        mender.mend(project)
    print(len(codes), "built, states:", mender.counts)  # noqa: T201 - for `pytest -rP`
    assert set(codes) <= {-signal.SIGKILL, 0}


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES if IS_LONG else ["later build"], indirect=True)
def test_killed_at_every_step(scene: Scene, runs: Forks) -> None:
    """Before each call of the system that makes, writes, moves or deletes a file or a folder."""
    mender = Mender(runs, scene)
    project = scene.copy("killed")
    steps = runs.run(project, *arguments(project), fault=Fault()).steps
    changing = [number for number, step in enumerate(steps) if not step.startswith(LOOKING)]
    for number in changing:
        project = scene.copy("killed")
        assert runs.run(project, *arguments(project), fault=Fault(step=number)).code == -signal.SIGKILL
        mender.mend(project)
    print(len(changing), "killed, states:", mender.counts)  # noqa: T201 - for `pytest -rP`
    assert {"half-written files", "some records in place", "some outputs in place"} <= set(mender.counts)
