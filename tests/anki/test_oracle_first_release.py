"""A student who holds the package of the first release, and imports one that today's version built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.build.project import build_project
from quizgen.build.report import BuildReport, Order
from quizgen.diagnostics.pages import has_errors
from quizgen.reading.package import read_package
from tests.support.anki import Anki, Log, open_anki
from tests.support.collection import AGAIN, EASY, GOOD, ailments, history, promised, question_of, study
from tests.support.project import REPOSITORY

FIXTURES = REPOSITORY / "tests" / "fixtures"
FIRST = FIXTURES / "first-release.apkg"
NOTES, CARDS = 8, 9
A_YEAR_LATER = 1_731_536_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out the project of the first release as its curator has it: with the ledger, and the package in `build/`."""
    project = shutil.copytree(FIXTURES / "first-release", tmp_path / "project")
    (project / "build").mkdir()
    shutil.copyfile(FIRST, project / "build" / "rivers.apkg")
    return project


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """Import the first release into a collection, and study."""
    with open_anki(tmp_path / "student") as anki:
        assert anki.import_package(FIRST.read_bytes()) == Log(NOTES, 0, 0, 0)
        assert len(study(anki, "Geography::Rivers", [GOOD, EASY, AGAIN, EASY, GOOD])) == 5
        yield anki


def build(project: Path) -> BuildReport:
    """Build the project with today's version; a later one may have remarks, and no error."""
    report = build_project(project, Order(now=A_YEAR_LATER))
    assert not has_errors(report.problems)
    return report


def test_it_is_updated(project: Path, anki: Anki) -> None:
    """No note is new, none conflicts, no card and no review is touched, and an edit of today arrives."""
    facts = project / "data" / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("answer: 120 kilometres", "answer: 121 kilometres"), encoding="utf-8")
    before = history(anki)
    assert len(before.cards) == CARDS
    report = build(project)
    log = anki.import_package((project / "build" / "rivers.apkg").read_bytes())
    assert log == promised(report, "Rivers of the plain")
    assert (log.new, log.conflicting, log.updated + log.duplicate) == (0, 0, NOTES)
    assert history(anki) == before
    assert question_of(anki, "long-length")["Answer"] == "121 kilometres"
    assert ailments(anki) == []


def test_its_ids_are_those_of_today(project: Path) -> None:
    """Notes and note types are known by the ids that the first release gave them."""
    first, _ = read_package(FIRST)
    build(project)
    today, _ = read_package(project / "build" / "rivers.apkg")
    assert first is not None
    assert today is not None
    assert today.notes.keys() == first.notes.keys()
    assert today.note_types.keys() == first.note_types.keys()
    assert all(today.notes[guid].mod >= note.mod for guid, note in first.notes.items())
