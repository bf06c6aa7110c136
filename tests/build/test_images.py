"""Pictures on cards: shipped under names that change with their content, refused where they cannot be shipped."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.reading.images import MAX_BYTES
from tests.support.anki import Anki, Log, open_anki
from tests.support.collection import ailments, cards_of, history, promised
from tests.support.curator import Curator, Record, river
from tests.support.pictures import png

PICTURE: Record = {"file": "images/loire.png", "alt": "The Loire, seen from above", "credit": "the survey"}


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of two rivers, one of them with a picture."""
    curator = Curator(tmp_path / "project", [river("elbe"), river("loire", image=dict(PICTURE))])
    curator.files["images/loire.png"] = png(1)
    return curator


def media(anki: Anki) -> tuple[list[str], list[str]]:
    """Return what Anki's own check of media finds: missing files, unused files."""
    found = anki.col.media.check()
    return list(found.missing), list(found.unused)


def picture_files(anki: Anki) -> list[str]:
    """Return the names of the files in a collection's media folder."""
    return sorted(path.name for path in Path(anki.col.media.dir()).iterdir())


def test_a_picture_reaches_the_card(curator: Curator, tmp_path: Path) -> None:
    """It shows on the back with its alternative text and its credit; Anki misses nothing and finds nothing idle."""
    curator.build()
    with open_anki(tmp_path / "student") as anki:
        assert anki.import_package(curator.package()) == Log(4, 0, 0, 0)
        (name,) = picture_files(anki)
        for card_id in cards_of(anki, "loire"):
            front, back = anki.sides(card_id)
            assert f'<img src="{name}" alt="The Loire, seen from above">' in back.html
            assert "the survey" in back.seen
            assert "<img" not in front.html
        assert (Path(anki.col.media.dir()) / name).read_bytes() == png(1)
        assert media(anki) == ([], [])


def test_another_picture_under_the_same_name(curator: Curator, tmp_path: Path) -> None:
    """Anki never takes a changed file of one name, so it gets a new one, and the notes that show it are updated."""
    curator.build()
    with open_anki(tmp_path / "student") as anki:
        anki.import_package(curator.package())
        (old,) = picture_files(anki)
        before = history(anki)
        curator.files["images/loire.png"] = png(2)
        report = curator.build()
        log = anki.import_package(curator.package())
        assert log == promised(report, "About River") == Log(0, 2, 2, 0)
        assert history(anki) == before
        (new,) = set(picture_files(anki)) - {old}
        assert (Path(anki.col.media.dir()) / new).read_bytes() == png(2)
        assert all(new in anki.sides(card_id)[1].html for card_id in cards_of(anki, "loire"))
        assert media(anki) == ([], [old])
        assert ailments(anki) == []


def test_facts_that_share_a_picture(curator: Curator) -> None:
    """One file is shipped once, under whatever names it lies in the project."""
    curator.fact("elbe")["image"] = {**PICTURE, "file": "images/copy.png"}
    curator.files["images/copy.png"] = png(1)
    curator.build()
    with zipfile.ZipFile(curator.root / "build" / "deck.apkg") as package:
        assert sorted(package.namelist()) == ["0", "collection.anki2", "media"]


def test_a_picture_that_is_edited_alone_is_noticed(curator: Curator) -> None:
    """No YAML file changes, and still there is something to build."""
    curator.build()
    assert curator.build().up_to_date
    curator.files["images/loire.png"] = png(2)
    assert curator.build().changed_files == ("decks/ledger.tsv", "build/deck.apkg")


@pytest.mark.parametrize("field", ["alt", "credit", "file"])
def test_every_picture_has_its_words(curator: Curator, field: str) -> None:
    """Without a credit it may not be used, and without an alternative text not everybody can see it."""
    del curator.fact("loire")["image"][field]
    report = curator.try_build()
    assert [problem.code for problem in report.problems] == ["QZ021"]
    assert f"`{field}`" in report.problems[0].message
    assert not (curator.root / "build").exists()


def write(content: bytes) -> Callable[[Path], object]:
    """Return what puts a file of this content into the picture's place."""
    return lambda file: file.write_bytes(content)


WRONG: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "missing": ("images/no.png", write(png(1)), "cannot be read: no such file or directory"),
    "a folder": ("images", write(png(1)), "is no picture that Anki and all browsers show"),
    "a folder that looks like a picture": ("images/loire.png", lambda file: file.mkdir(), "is no file"),
    "above the project": ("../loire.png", write(png(1)), "lies outside the project"),
    "round about above the project": ("images/../../loire.png", write(png(1)), "lies outside the project"),
    "absolute": ("/etc/loire.png", write(png(1)), "lies outside the project"),
    "on a Windows drive": ("C:/loire.png", write(png(1)), "lies outside the project"),
    "an address": ("https://example.org/loire.png", write(png(1)), "lies outside the project"),
    "with backslashes": (r"images\loire.png", write(png(1)), "is named with backslashes"),
    "no picture": ("images/loire.svg", write(b"<svg/>"), "is no picture that Anki and all browsers show"),
    "not what its name says": ("images/loire.png", write(b"GIF89a"), "is no .png file, whatever its name says"),
    "a sound in the same kind of container": (
        "images/loire.webp",
        lambda file: file.with_suffix(".webp").write_bytes(b"RIFF\x00\x00\x00\x00WAVE"),
        "is no .webp file, whatever its name says",
    ),
    "empty": ("images/loire.png", write(b""), "is no .png file, whatever its name says"),
    "too large": ("images/loire.png", write(png(1).ljust(MAX_BYTES + 1)), "is larger than 5 MiB"),
    "a link out of the project": (
        "images/loire.png",
        lambda file: file.symlink_to("../../secret.png"),
        "lies outside the project",
    ),
    "a link that leads nowhere": (
        "images/loire.png",
        lambda file: file.symlink_to("gone.png"),
        "cannot be read: no such file or directory",
    ),
    "a link that leads to itself": ("images/loire.png", lambda file: file.symlink_to(file.name), "cannot be read: "),
    "a pipe": ("images/loire.png", os.mkfifo, "is no file"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_picture_that_cannot_be_shipped(curator: Curator, case: str) -> None:
    """It is named at the curator's line, with what to do; nothing is written, and nothing outside is read."""
    name, place, said = WRONG[case]
    (curator.root.parent / "secret.png").parent.mkdir(exist_ok=True)
    (curator.root.parent / "secret.png").write_bytes(png(9))
    del curator.files["images/loire.png"]
    curator.fact("loire")["image"]["file"] = name
    (curator.root / "images").mkdir(parents=True)
    place(curator.root / "images" / "loire.png")
    report = curator.try_build()
    (problem,) = report.problems
    assert (problem.code, problem.place.document, problem.place.line) == ("QZ053", "data/facts.yaml", 3)
    assert problem.message.startswith(f"the picture `{name}` {said}")
    assert problem.hint
    assert not (curator.root / "build").exists()
