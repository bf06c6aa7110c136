"""Two devices of one student, which imported different builds, and then meet through Anki's own sync server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.anki import Anki, Log, open_anki
from tests.support.collection import EASY, GOOD, ailments, decks, history, question_of, study
from tests.support.curator import Curator, river
from tests.support.need import need_module

USER, PASSWORD = "student", "secret"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Run Anki's sync server on this machine alone, and return its address; it ends with the test."""
    need_module("anki.syncserver")
    settings = {
        "SYNC_USER1": f"{USER}:{PASSWORD}",
        "SYNC_BASE": str(tmp_path / "server"),
        "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": "0",
        "NO_PROXY": "127.0.0.1",
    }
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "anki.syncserver"],
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        try:
            yield address_of(process)
        finally:
            process.terminate()


def address_of(process: subprocess.Popen[str]) -> str:
    """Wait until the server says where it listens; skip the test where it ends instead."""
    said = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"127\.0\.0\.1:\d+", line):
            return f"http://{found[0]}/"
    pytest.skip(f"Anki's sync server does not run here: {''.join(said)[-300:]}")


@contextmanager
def device(folder: Path, server: str, *, first: bool) -> Iterator[Anki]:
    """Open the collection of a device that shares the student's account; the first one fills it."""
    with open_anki(folder) as anki:
        auth = anki.col.sync_login(USER, PASSWORD, server)
        anki.col.close_for_full_sync()
        anki.col.full_upload_or_download(auth=auth, server_usn=None, upload=first)
        anki.col.reopen(after_full_sync=True)
        yield anki


def sync(anki: Anki, server: str) -> None:
    """Bring a device and the server together, as the window's button does; nothing is thrown away on either side."""
    auth = anki.col.sync_login(USER, PASSWORD, server)
    output = anki.col.sync_collection(auth, sync_media=False)
    assert output.required == output.NO_CHANGES, "Anki wants to throw one side away"


@pytest.fixture
def devices(server: str, tmp_path: Path) -> Iterator[tuple[Anki, Anki]]:
    """Open two devices of one student, both empty and in step with the server."""
    with (
        device(tmp_path / "phone", server, first=True) as phone,
        device(tmp_path / "desk", server, first=False) as desk,
    ):
        yield phone, desk


@pytest.fixture
def builds(tmp_path: Path) -> tuple[bytes, bytes]:
    """Build a deck, and once more after an edit and with a new fact."""
    curator = Curator(tmp_path / "project", [river(name) for name in ("elbe", "loire", "rhone", "seine")])
    curator.build()
    first = curator.package()
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.facts.append(river("volga"))
    curator.build()
    return first, curator.package()


def test_two_devices_that_imported_different_builds(
    devices: tuple[Anki, Anki], builds: tuple[bytes, bytes], server: str
) -> None:
    """After they have met, both hold one copy of each note, the newest texts, and the progress of both."""
    phone, desk = devices
    assert phone.import_package(builds[0]) == Log(8, 0, 0, 0)
    studied = {*study(phone, "River", [GOOD] * 3)}
    assert desk.import_package(builds[1]) == Log(10, 0, 0, 0)  # later than a millisecond, by which Anki tells reviews
    studied |= {*study(desk, "River", [EASY] * 6)}
    for anki in (phone, desk, phone):
        sync(anki, server)
    for anki in devices:
        assert_has_second_build_once(anki, builds[1])
        assert len(history(anki).reviews) == 9
        assert {row[1] for row in history(anki).reviews.values()} == studied
        # whatever the package says, Anki numbers a new deck anew on each device, and later keeps both decks;
        # in which one a card lies depends on the device that touched it last
        assert set(decks(anki)) <= {"River", "River+"}


def test_a_device_that_synced_before_it_imported(
    devices: tuple[Anki, Anki], builds: tuple[bytes, bytes], server: str
) -> None:
    """Who imports, syncs, and only then imports a later build elsewhere has everything in one deck as well."""
    phone, desk = devices
    phone.import_package(builds[0])
    study(phone, "River", [GOOD] * 3)
    for anki in devices:
        sync(anki, server)
    before = history(desk)
    assert desk.import_package(builds[1]) == Log(2, 1, 7, 0)
    assert before.harm(history(desk)) == []
    for anki in (desk, phone):
        sync(anki, server)
    for anki in devices:
        assert_has_second_build_once(anki, builds[1])
        assert decks(anki) == ["River"]


def assert_has_second_build_once(anki: Anki, second: bytes) -> None:
    """Ask for one copy of each note, with the newest text, and for a collection that is sound."""
    assert anki.col.note_count() == 10
    assert question_of(anki, "elbe")["Answer"] == "401 kilometres"
    assert anki.import_package(second) == Log(0, 0, 10, 0)
    assert ailments(anki) == []
