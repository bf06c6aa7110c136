"""A file of another program may hold anything: its texts are brought as texts, and its names lead nowhere."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from quizgen.build.bringing import import_file
from quizgen.build.check import check_project
from quizgen.model.bringing import NO_WISHES
from quizgen.rendering.markup import plain_text
from tests.support.hostile import injections
from tests.support.pictures import png
from tests.support.project import lay_out_project

NAMES = [
    "../../outside.png",
    "/etc/outside.png",
    "..\\outside.png",
    "a/b.png",
    "quizgen.yaml",
    "\x1b[31m.png",
    ".hidden.png",
]

TAKEN_OUT = ("<", "&", "[sound:", "[anki:", "image-occlusion")
"""HTML, sounds and speech of other programs, which an import takes out of texts, and says so."""


def test_a_spreadsheet(tmp_path: Path) -> None:
    """Each question and answer of a CSV file is read back as it was typed there."""
    text = io.StringIO()
    lines = [line for line in injections() if not any(mark in line for mark in TAKEN_OUT)]
    csv.writer(text).writerows(
        [["question", "answer"], *([f"{line} q{at}", f"a{at} {line}"] for at, line in enumerate(lines))]
    )
    (tmp_path / "cards.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    root = lay_out_project(tmp_path / "project", {"data/facts.yaml": "facts: []\n"})
    report = import_file(root, tmp_path / "cards.csv", "data/new.yaml", NO_WISHES)
    drafts = check_project(root).content.drafts
    asked = {" ".join(plain_text(fact.question or fact.cloze or "").split()) for fact in drafts}
    assert report.facts == len(drafts) == len(lines)
    lost = [line for at, line in enumerate(lines) if " ".join(f"{line} q{at}".split()) not in asked]
    assert lost == []


def test_pictures_of_a_package(tmp_path: Path) -> None:
    """Wherever the name of a picture leads, it is written into `images/`, or left behind."""
    (tmp_path / "deck.apkg").write_bytes(package(NAMES))
    root = lay_out_project(tmp_path / "project", {"data/facts.yaml": "facts: []\n"})
    import_file(root, tmp_path / "deck.apkg", "data/new.yaml", NO_WISHES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deck.apkg", "project"]
    written = {path.relative_to(root).parent.as_posix() for path in root.rglob("*.png")}
    assert written == {"images"}
    assert not any("\x1b" in path.name or path.name.startswith(".") for path in (root / "images").iterdir())
    assert (root / "quizgen.yaml").read_text(encoding="utf-8").startswith("namespace:")


def package(names: list[str]) -> bytes:
    """Make a package of Anki's older kind, with a note for each picture."""
    with closing(connect(":memory:")) as database:
        database.executescript(
            "create table col (models text, decks text);"
            "create table notes (id integer, guid text, mid integer, tags text, flds text);"
            "create table cards (id integer, nid integer, did integer, odid integer, ord integer, reps integer);"
        )
        models = {"1": {"name": "Basic", "flds": [{"name": "Front"}, {"name": "Back"}]}}
        database.execute("insert into col values (?, ?)", (json.dumps(models), json.dumps({"1": {"name": "Rivers"}})))
        for at, name in enumerate(names):
            fields = f'question {at} <img src="{name}">\x1fanswer {at}'
            database.execute("insert into notes values (?, ?, 1, '', ?)", (at, f"guid{at}", fields))
            database.execute("insert into cards values (?, ?, 1, 0, 0, 0)", (at, at))
        database.commit()
        content = database.serialize()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("collection.anki2", content)
        archive.writestr("media", json.dumps({str(at): name for at, name in enumerate(names)}))
        for at in range(len(names)):
            archive.writestr(str(at), png(at))
    return buffer.getvalue()
