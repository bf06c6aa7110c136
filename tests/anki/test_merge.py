"""Several packages in one collection: bundles, single decks, moved facts, other projects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.anki import Anki, Log, open_anki
from tests.support.collection import (
    GOOD,
    ailments,
    cards_of,
    deck_of,
    decks,
    history,
    notes_of,
    question_of,
    study,
    style_of,
)
from tests.support.curator import Curator, deck_spec, river


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """Open a student's new collection."""
    with open_anki(tmp_path / "student") as student:
        yield student


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of two decks and a bundle of both."""
    east = [river(name, topic="river/east") for name in ("volga", "ural")]
    west = [river(name, topic="river/west") for name in ("loire", "rhone", "seine")]
    curator = Curator(tmp_path / "project", [*east, *west])
    curator.decks = {
        "east": deck_spec("Rivers::East", "river/east"),
        "west": deck_spec("Rivers::West", "river/west"),
        "all": {"title": "All rivers", "bundle": ["east", "west"]},
    }
    curator.build()
    return curator


@pytest.mark.parametrize("order", [("all", "east", "west"), ("west", "all", "east"), ("east", "west", "all")])
def test_a_bundle_and_its_single_decks(curator: Curator, anki: Anki, order: tuple[str, ...]) -> None:
    """Whatever is imported first, each note is there once and is touched once."""
    logs = [anki.import_package(curator.package(name)) for name in order]
    assert sum(log.new for log in logs) == anki.col.note_count() == 10
    assert {log.updated for log in logs} == {0}
    assert decks(anki) == ["Rivers::East", "Rivers::West"]
    study(anki, "Rivers", [GOOD] * 5)
    before = history(anki)
    curator.fact("volga")["answer"] = "3530 kilometres"
    curator.fact("seine").update(status="retired", reason="Disputed.")
    curator.build()
    logs = [anki.import_package(curator.package(name)) for name in order]
    assert sum(log.updated for log in logs) == 3
    assert {log.new for log in logs} == {0}
    assert history(anki) == before
    assert question_of(anki, "volga")["Answer"] == "3530 kilometres"
    assert ailments(anki) == []


def test_a_fact_that_moves_to_another_deck(curator: Curator, anki: Anki, tmp_path: Path) -> None:
    """Who has its cards keeps them where they are; updates come from the new deck, and new students get it there."""
    for name in ("east", "west"):
        anki.import_package(curator.package(name))
    before = history(anki)
    curator.fact("ural")["topics"] = ["river/west"]
    report = curator.build()
    assert report.problems == ()
    assert {change.moved for change in report.changes} == {("ural",), ()}
    assert [change.left for change in report.changes if change.left] == []
    assert anki.import_package(curator.package("east")) == Log(0, 0, 2, 0)
    assert anki.import_package(curator.package("west")) == Log(0, 2, 6, 0)
    assert history(anki) == before
    with open_anki(tmp_path / "newcomer") as newcomer:
        newcomer.import_package(curator.package("west"))
        assert {deck_of(newcomer, card_id) for card_id in cards_of(newcomer, "ural")} == {"Rivers::West"}


def test_two_projects_with_the_same_facts(curator: Curator, anki: Anki, tmp_path: Path) -> None:
    """With another namespace notes, note types and tags are others; only decks of one name are shared."""
    other = Curator(tmp_path / "other", [river("volga", topic="river/east")], namespace="anotherproject")
    other.project["title"] = "Streams"
    other.decks = {"east": deck_spec("Rivers::East", "river/east")}
    other.build()
    anki.import_package(curator.package("east"))
    study(anki, "Rivers", [GOOD] * 3)
    before = history(anki)
    assert anki.import_package(other.package("east")) == Log(2, 0, 0, 0)
    assert before.harm(history(anki)) == []
    other.fact("volga").update(answer="another answer")
    other.files["templates/anki/card.css"] = b".card { color: red; }"
    other.build(days=30)
    before = history(anki)
    assert anki.import_package(other.package("east")) == Log(0, 1, 1, 0)
    assert anki.import_package(curator.package("east")) == Log(0, 0, 4, 0)
    assert history(anki) == before
    answers = sorted(note["Answer"] for note in notes_of(anki, "volga") if "Answer" in note)
    assert answers == ["500 kilometres", "another answer"]
    ours, theirs = (anki.card_ids(f"tag:quizgen::{root}::*") for root in ("riversri", "anotherp"))
    assert (len(ours), len(theirs)) == (4, 2)
    assert {style_of(anki, card_id) for card_id in theirs} == {".card { color: red; }"}
    assert {style_of(anki, card_id) for card_id in ours}.isdisjoint({".card { color: red; }"})
    assert ailments(anki) == []
