"""The bytes of an Anki package."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from quizgen.model.media import MediaFile
from quizgen.model.notes import Package
from quizgen.writing.package import write_package
from tests.support.anki import FIRST_MOD, build_package, package_bytes
from tests.support.facts import make_bank, make_fact
from tests.support.project import REPOSITORY

FACTS = (
    make_fact(
        "length", cloze="It is {{c1::100}} or {{c3::200}} kilometres long.", image=("a.png", "A map", "Ada Brook")
    ),
    make_fact("old", retired="It was wrong."),
)
IMAGES = {
    "a.png": MediaFile(name="a-0a1b.png", mime_type="image/png", content=b"\x89PNG a"),
    "b.png": MediaFile(name="b-ә.png", mime_type="image/png", content=b"\x89PNG b"),
}
PRINT_DIGEST = """
import hashlib, os
os.umask(int(os.environ["UMASK"], 8))
from tests.writing.test_package import built
print(hashlib.sha256(built()).hexdigest())
"""


def built() -> bytes:
    """Build the package that these tests look at."""
    return package_bytes(package())


def package() -> Package:
    """Plan and render it."""
    return build_package(make_bank(*FACTS), images=IMAGES, mods={"length": FIRST_MOD + 7})


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "UMASK": "077", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "UMASK": "000", "LC_ALL": "C.UTF-8"},
    ],
)
def test_the_bytes_are_those_of_the_package_alone(tmp_path: Path, environment: dict[str, str]) -> None:
    """Hash seed, time zone, locale, umask, directory and time leave no trace; nor is any file left behind."""
    (tmp_path / "temporary").mkdir()
    result = subprocess.run(
        [sys.executable, "-c", PRINT_DIGEST],
        cwd=tmp_path,
        env={**os.environ, **environment, "PYTHONPATH": str(REPOSITORY), "TMPDIR": str(tmp_path / "temporary")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stdout.strip() == hashlib.sha256(built()).hexdigest()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_members_are_compressed_and_bear_no_date() -> None:
    """The archive names its members as Anki wants them, and nothing of the machine."""
    with ZipFile(io.BytesIO(built())) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos] == ["collection.anki2", "media", "0", "1"]
    assert {(info.date_time, info.compress_type, info.create_system, info.external_attr) for info in infos} == {
        ((1980, 1, 1, 0, 0, 0), ZIP_DEFLATED, 3, 0o644 << 16)
    }


def test_media_keep_their_names_and_bytes() -> None:
    """In the order of their names, whatever order they came in."""
    turned = replace(package(), media=tuple(reversed(package().media)))
    assert package_bytes(turned) == built()
    with ZipFile(io.BytesIO(built())) as archive:
        assert json.loads(archive.read("media")) == {"0": "a-0a1b.png", "1": "b-ә.png"}
        assert (archive.read("0"), archive.read("1")) == (b"\x89PNG a", b"\x89PNG b")


def test_what_sqlite_cannot_write_is_an_error_of_the_disk(tmp_path: Path) -> None:
    """So a build names the package, and leaves all as it was."""
    with pytest.raises(OSError, match="scratch"):
        write_package(package(), io.BytesIO(), tmp_path / "nowhere" / "scratch")


def test_rows_are_the_planned_ones(tmp_path: Path) -> None:
    """Ids, times, decks and places in the queue come from the plan, for each note by itself."""
    assert rows(built(), tmp_path, "select id, guid, mod, tags from notes order by id") == sorted(
        (rendered.note.note_id, rendered.note.guid, mod, f" {' '.join(rendered.note.tags)} ")
        for rendered, mod in package().notes
    )
    assert rows(built(), tmp_path, "select id, nid, ord, due, mod from cards order by id") == sorted(
        (card_id, rendered.note.note_id, ordinal, rendered.note.due, mod)
        for rendered, mod in package().notes
        for ordinal, card_id in rendered.note.cards
    )
    assert rows(built(), tmp_path, "pragma integrity_check") == [("ok",)]


def test_each_note_type_has_its_own_time_and_ids(tmp_path: Path) -> None:
    """A change of one note type's style must not make the other one look newer."""
    (one, _), (two, _) = package().note_types
    stamped = replace(package(), note_types=((one, 111), (two, 222)))
    ((models,),) = rows(package_bytes(stamped), tmp_path, "select models from col")
    by_id = {int(id_): model for id_, model in json.loads(str(models)).items()}
    assert {id_: model["mod"] for id_, model in by_id.items()} == {one.planned.id: 111, two.planned.id: 222}
    fields = [(field["name"], field["id"]) for field in by_id[one.planned.id]["flds"]]
    assert tuple(fields) == one.planned.fields


def rows(content: bytes, folder: Path, query: str) -> list[tuple[object, ...]]:
    """Ask the database inside a package."""
    with ZipFile(io.BytesIO(content)) as archive:
        path = archive.extract("collection.anki2", folder)
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()
