"""What stays as it is once it was shipped: the fields of the note types, the namespace, the names of decks."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.model.project import CardKind
from quizgen.planning.ledger import schema_hash
from quizgen.planning.notes import plan_note_type
from tests.support.curator import LEDGER, NAMESPACE, Curator, deck_spec, river

SCHEMAS = {CardKind.QUESTION: "a2050f36232c87a0ce0049e959110373", CardKind.CLOZE: "1424098abf6ec4b4a75558beedc4dbff"}
WHAT_IT_MEANS = """
The fields or the card template of this note type, their order, their names or their ids have changed.
Under the same note type id, Anki leaves all notes that students have as they are, skips every update of them, and
puts new notes into a second note type. So take the change back: the spare fields are there to be used.
If it must be, the note type needs a new id, CHANGELOG.md must say what students have to do, and only then does
the new hash belong here.
"""


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of two rivers, and ship it."""
    curator = Curator(tmp_path / "project", [river("elbe"), river("loire")])
    curator.build()
    return curator


@pytest.mark.parametrize("kind", CardKind)
def test_the_schemas_are_locked(kind: CardKind) -> None:
    """Every student's collection holds us to these fields."""
    assert schema_hash(plan_note_type(NAMESPACE, kind)) == SCHEMAS[kind], WHAT_IT_MEANS


def test_a_build_with_other_fields_is_refused(curator: Curator) -> None:
    """The ledger knows with which fields the notes were shipped, whatever version of quizgen builds now."""
    schema = SCHEMAS[CardKind.QUESTION]
    assert schema in curator.ledger
    (curator.root / LEDGER).write_text(curator.ledger.replace(schema, "0" * 32), encoding="utf-8")
    before = curator.snapshot()
    curator.fact("elbe")["answer"] = "another"
    (problem,) = curator.try_build().problems
    assert problem.code == "QZ065"
    assert "question cards" in problem.message
    assert curator.ledger.splitlines()[problem.place.line - 1].startswith("schema\t")
    assert curator.snapshot() == before


def test_another_namespace_is_refused(curator: Curator) -> None:
    """Students would get everything twice; nothing is written."""
    before = curator.snapshot()
    curator.project["namespace"] = "lakeslakeslakes"
    (problem,) = curator.try_build().problems
    assert (problem.code, problem.place.document) == ("QZ064", "quizgen.yaml")
    assert curator.snapshot() == before


def test_a_copy_that_becomes_a_project_of_its_own(curator: Curator) -> None:
    """Without the ledger of the other project it builds under its own namespace."""
    curator.project["namespace"] = "lakeslakeslakes"
    (curator.root / LEDGER).unlink()
    assert curator.build().problems == ()


def test_another_deck_name_is_told_once(curator: Curator) -> None:
    """With the first build that ships it; a change back is one more."""
    curator.decks["deck"]["anki"]["deck"] = "Stream"
    (problem,) = curator.build().problems
    assert (problem.code, problem.place.document) == ("QZ066", "decks/deck.yaml")
    assert curator.build().problems == ()
    curator.decks["deck"]["anki"]["deck"] = "River"
    assert [problem.code for problem in curator.build().problems] == ["QZ066"]


def test_a_build_of_some_decks_tells_of_their_names_alone(curator: Curator) -> None:
    """The other deck's new name is told when that deck is built."""
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    curator.facts.append(river("volga", topic="lake"))
    curator.build()
    curator.decks["deck"]["anki"]["deck"] = "Stream"
    curator.decks["lakes"]["anki"]["deck"] = "Ponds"
    assert [problem.place.document for problem in curator.build("lakes").problems] == ["decks/lakes.yaml"]
    assert [problem.place.document for problem in curator.build().problems] == ["decks/deck.yaml"]
