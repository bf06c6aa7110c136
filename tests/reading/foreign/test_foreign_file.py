"""Files are told by their content, whatever their names, and none of them stops the program."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.model.bringing import Foreign, Record
from quizgen.reading.foreign.foreign_file import read_foreign_file
from tests.support.foreign import PICTURE, export_package, export_text, zipped
from tests.support.need import need_module
from tests.support.pictures import png

LETTERS = st.sampled_from("ab,;\t\n\r\"'#:<br>{c1:}\0\x85é")
TABLES = """
CREATE TABLE col (models, decks);
CREATE TABLE notes (id INTEGER PRIMARY KEY, mid, tags, flds);
CREATE TABLE cards (nid, did, odid, ord, reps);
"""
ENDLESS = """
CREATE TABLE col (models, decks); INSERT INTO col VALUES ('{}', '{}');
CREATE TABLE cards (nid, did, odid, ord, reps);
CREATE VIEW notes (id, mid, tags, flds) AS
  WITH RECURSIVE r (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x, 1, '', x FROM r;
"""


@pytest.fixture(scope="module", params=[True, False], ids=["older", "newer"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let the real Anki export a collection, in the older way and in the newer one."""
    if not request.param:
        need_module("zstandard")
    return export_package(tmp_path_factory.mktemp("anki"), legacy=request.param)


def test_what_anki_exports_is_read(package: Path) -> None:
    """Basic and cloze notes, nested decks, tags, formatting and pictures come from both kinds of packages."""
    foreign = read(package)
    assert [(said(record), record.home, record.tags) for record in foreign.records] == [
        (("How *long* is the river?", "100 km", ""), "Geo::Rivers", ("measures::length",)),
        (("What is this?", "the river", ""), "Geo::Rivers", ()),
        (("What is heard?", "a roar / loud", ""), "Geo::Rivers", ()),
        (("Quelle", "spring", ""), "Geo::Rivers", ()),
        (("", "", "It is {{c1::100 *km*::how long?}} long and {{c2::wide}}."), "Default", ()),
    ]
    assert foreign.records[4].explanation == "Said <so>."
    assert [record.picture.name for record in foreign.records if record.picture] == ["river map.png"]
    assert foreign.pictures == {"river map.png": PICTURE}
    left = {left.one: left.number for left in foreign.left}
    assert left == {"sound": 1, "card's learning progress": 1, "further card of a note, such as a reversed one": 1}


def test_what_anki_exports_as_text_is_read(tmp_path: Path) -> None:
    """The text says the same as the package, without its pictures."""
    foreign = read(export_text(tmp_path))
    assert [said(record) for record in foreign.records] == [
        ("How *long* is the river?", "100 km", ""),
        ("What is this?", "the river", ""),
        ("What is heard?", "a roar / loud", ""),
        ("Quelle", "spring", ""),
        ("", "", "It is {{c1::100 *km*::how long?}} long and {{c2::wide}}."),
    ]
    assert foreign.records[0].home == "Geo::Rivers"


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "QZ544", "no row"),
        (bytes(range(256)) * 9, "QZ540", "no text file"),
        (b"\xff\xfea\0\xff\xd8,", "QZ540", "UTF-16"),
        (b"PK\x03\x04 and nothing more", "QZ540", "damaged"),
    ],
)
def test_what_is_no_file_of_questions_is_refused(content: bytes, code: str, words: str, tmp_path: Path) -> None:
    """A wrong file is one problem, with its reason."""
    (tmp_path / "file").write_bytes(content)
    assert refusal(tmp_path / "file", words) == code


@pytest.mark.parametrize(
    ("members", "code", "words"),
    [
        ({"xl/workbook.xml": b""}, "QZ540", "no package of Anki"),
        ({"collection.anki2": b"no database", "media": b"{}"}, "QZ540", "damaged"),
        ({"collection.anki2": b"", "media": b"["}, "QZ540", "damaged"),
        ({"collection.anki2": b"", "media": b"[" * 100_000}, "QZ540", "damaged"),
        ({"collection.anki21b": b"no zstandard", "media": b""}, "QZ540", "damaged"),
        ({"collection.anki2": bytes(513 * 2**20), "media": b"{}"}, "QZ541", "512 MiB"),
    ],
    ids=["a workbook", "no database", "no list", "a deep list", "not packed", "a bomb"],
)
def test_damaged_and_hostile_packages_are_refused(
    members: Mapping[str, bytes], code: str, words: str, tmp_path: Path
) -> None:
    """A package that lies about what it holds costs neither memory nor time."""
    if "collection.anki21b" in members:
        need_module("zstandard")
    assert refusal(zipped(tmp_path / "x.apkg", members), words) == code


@pytest.mark.parametrize(
    ("member", "advice"),
    [
        ("xl/workbook.xml", "save the sheet as “CSV UTF-8”"),
        ("word/document.xml", "save its table as CSV"),
        ("content.xml", "save its table as CSV"),
        ("holiday.txt", "import an `.apkg`"),
    ],
)
def test_the_way_out_of_another_program_is_told(member: str, advice: str, tmp_path: Path) -> None:
    """Who brings a workbook learns what to save it as."""
    _, (problem,), _ = read_foreign_file(zipped(tmp_path / "questions", {member: b""}))
    assert problem.code == "QZ540"
    assert advice in problem.hint


def test_the_newer_packing_wants_a_program_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the hint says how to export, or what to install."""
    monkeypatch.setitem(sys.modules, "zstandard", None)
    package = zipped(tmp_path / "x.apkg", {"meta": b"\x08\x03", "collection.anki21b": b"packed", "media": b""})
    _, (problem,), _ = read_foreign_file(package)
    assert problem.code == "QZ542"
    assert "Support older Anki versions" in problem.hint
    assert "pip install 'quizgen[apkg]'" in problem.hint


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    """The limit is told with the size."""
    with (tmp_path / "questions.csv").open("wb") as stream:
        stream.truncate(33 * 2**20)
    assert refusal(tmp_path / "questions.csv", "33 MiB; at most 32") == "QZ541"


@pytest.mark.slow
def test_more_rows_than_a_project_can_hold_are_refused(tmp_path: Path) -> None:
    """In a text file and in a package."""
    (tmp_path / "questions.csv").write_text("question,answer\n" + "a,b\n" * 100_001, encoding="utf-8")
    assert refusal(tmp_path / "questions.csv", "more than 100,000 rows") == "QZ541"
    many = lay_out_package(tmp_path / "x.apkg", [("a", "b")] * 100_001)
    assert refusal(many, "more than 100,000 notes") == "QZ541"


def test_a_picture_that_cannot_come_along_is_named_with_the_reason(tmp_path: Path) -> None:
    """Each once; a picture whose name is spelt as in an address, or that has the wrong ending, comes along."""
    shown = [
        "https://example.org/a.png",
        "gone.png",
        "map.svg",
        "gone.png",
        "river%20map.png",
        "photo.jpg",
        "photo.png",
    ]
    package = lay_out_package(
        tmp_path / "x.apkg",
        [(f"What is this, {at}?<img src='{name}'>", "a river") for at, name in enumerate(shown)],
        {"map.svg": b"<svg/>", "river map.png": png(1), "photo.jpg": png(2), "photo.png": png(3)},
    )
    foreign, problems, _ = read_foreign_file(package)
    assert [problem.message for problem in problems] == [
        "the picture `https://example.org/a.png` is on the web, and not in the package",
        "the picture `gone.png` is not in the package, or too large",
        "the picture `map.svg` is of a kind that cannot be shown everywhere",
    ]
    assert {problem.code for problem in problems} == {"QZ549"}
    assert foreign is not None
    assert foreign.pictures == {"river%20map.png": png(1), "photo.png": png(2), "picture-photo.png": png(3)}
    assert [record.picture and record.picture.name for record in foreign.records[4:]] == [*foreign.pictures]


def test_a_note_that_hides_parts_of_a_picture_is_left_out(tmp_path: Path) -> None:
    """Its text is made of coordinates, and asks nothing."""
    hidden = "{{c1::image-occlusion:rect:left=.1:top=.2}}"
    foreign, problems, _ = read_foreign_file(
        lay_out_package(tmp_path / "x.apkg", [(hidden, "<img src=a.png>"), ("How long?", "100 km")])
    )
    assert [(problem.code, problem.message) for problem in problems] == [
        ("QZ548", "a note that hides parts of a picture was left out")
    ]
    assert foreign is not None
    assert [record.question for record in foreign.records] == ["How long?"]


def test_a_database_that_never_ends_is_refused(tmp_path: Path) -> None:
    """A view that yields rows for ever is cut off."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(ENDLESS)
        members = {"collection.anki2": database.serialize(), "media": b"{}"}
    assert refusal(zipped(tmp_path / "x.apkg", members), "damaged") == "QZ540"


def test_a_bomb_packed_twice_is_refused(tmp_path: Path) -> None:
    """The newer packing is unpacked with bounds as well."""
    zstandard = need_module("zstandard")
    members = {"collection.anki21b": zstandard.compress(bytes(513 * 2**20)), "media": zstandard.compress(b"")}
    assert refusal(zipped(tmp_path / "x.apkg", members), "512 MiB") == "QZ541"


def test_a_package_with_a_damaged_part_is_read_or_refused(package: Path, tmp_path: Path) -> None:
    """Bytes that were changed on the way give a problem, never a traceback."""
    whole = package.read_bytes()
    for at in range(0, len(whole), len(whole) // 40):
        (tmp_path / "x.apkg").write_bytes(whole[:at] + b"\xff" * 40 + whole[at + 40 :])
        foreign, problems, _ = read_foreign_file(tmp_path / "x.apkg")
        assert foreign is not None or problems
        (tmp_path / "x.apkg").write_bytes(whole[:at])
        assert read_foreign_file(tmp_path / "x.apkg")[1] != ()


@given(content=st.binary(max_size=200) | st.text(LETTERS, max_size=60).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever a file holds, it gives records or a problem."""
    (tmp_path / "file").write_bytes(content)
    foreign, problems, _ = read_foreign_file(tmp_path / "file")
    assert (foreign is not None and foreign.records) or problems


@pytest.mark.parametrize(
    ("encoding", "code"),
    [(utf, None) for utf in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")] + [("cp1251", "QZ546")],
)
def test_encodings(encoding: str, code: str | None, tmp_path: Path) -> None:
    """What programs write is decoded; a guess is said."""
    text = "вопрос;ответ\nКак называется столица?;Астана\n"
    (tmp_path / "file.csv").write_bytes(text.encode(encoding))
    foreign, problems, _ = read_foreign_file(tmp_path / "file.csv")
    assert foreign is not None
    assert foreign.records[0].answer == "Астана"
    assert [problem.code for problem in problems] == [code] * bool(code)


def test_stray_nuls_do_not_make_utf_16(tmp_path: Path) -> None:
    """A few NULs that happen to lie on the same side leave a text what it is."""
    content = b"question,answer\r\nWhat is 0? 0,It is \x00\r\nWhat is 1? 0000\x00,It is 0000\x00\r\nlast,one\r\n"
    assert content[::2].count(0) == content.count(0)
    (tmp_path / "file.csv").write_bytes(content)
    assert read(tmp_path / "file.csv").records[-1].answer == "one"


def test_western_code_pages_are_the_last_resort(tmp_path: Path) -> None:
    """Single accented letters are no Cyrillic words."""
    (tmp_path / "file.csv").write_bytes("Frage;Antwort\nWie heißt die Größe?;Länge\n".encode("cp1252"))
    assert read(tmp_path / "file.csv").records[0].question == "Wie heißt die Größe?"


@pytest.mark.parametrize("name", ["nothing", "folder"])
def test_a_file_that_cannot_be_opened(name: str, tmp_path: Path) -> None:
    """A wrong name is a problem, not a traceback."""
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path / name, "cannot read") == "QZ540"


def read(file: Path) -> Foreign:
    """Read a file that can be read."""
    foreign, problems, _ = read_foreign_file(file)
    assert foreign is not None, problems
    return foreign


def lay_out_package(file: Path, notes: Iterable[tuple[str, str]], media: Mapping[str, bytes] | None = None) -> Path:
    """Write a package as older versions of Anki do, with notes of two fields and files of media."""
    media = media or {}
    models = json.dumps({"1": {"flds": [{"name": "Front"}, {"name": "Back"}]}})
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(TABLES)
        database.execute("INSERT INTO col VALUES (?, ?)", (models, json.dumps({"1": {"name": "Rivers"}})))
        database.executemany("INSERT INTO notes VALUES (NULL, 1, '', ?)", [("\x1f".join(note),) for note in notes])
        database.execute("INSERT INTO cards SELECT id, 1, 0, 0, 0 FROM notes")
        database.commit()
        members = {"collection.anki2": database.serialize()}
    names = {str(number): name for number, name in enumerate(media)}
    members |= {number: media[name] for number, name in names.items()}
    return zipped(file, members | {"media": json.dumps(names).encode()})


def refusal(file: Path, words: str) -> str:
    """Return the code of the one problem of a file that cannot be read, and look for words in its message."""
    foreign, (problem,), _ = read_foreign_file(file)
    assert foreign is None
    assert words in problem.message
    return problem.code


def said(record: Record) -> tuple[str, str, str]:
    """Return what a record asks."""
    return record.question, record.answer, record.cloze
