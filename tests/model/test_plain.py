"""Values as plain data, and back: what the archive keeps must come back as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizgen.model.edtf import Edtf
from quizgen.model.fact import Answer, Certainty, Citation, Fact, Quantity
from quizgen.model.plain import from_plain, to_plain
from quizgen.model.text import Text
from quizgen.reading.archive import read_archived_form
from quizgen.writing.archive import archive_text
from tests.support.project import REPOSITORY

FACT = Fact(
    id=Text("nile"),
    topics=(Text("river"),),
    claim=Text("The Nile is long."),
    citations=(Citation(source=Text("survey"), locator=Text("page 7")),),
    certainty=Certainty.REPORTED,
    when=Edtf.parse("2013"),
    answers=(Answer(text=Text("long"), accept=(Text("very long"),)),),
    distractors=(),
    quantity=Quantity(value=Text("7")),
    ignore={"QZ600": Text("it is short")},
)


def test_a_fact_comes_back_as_it_was() -> None:
    """Dates, enumerations, nested values, mappings, and the difference between none and nothing written."""
    data = json.loads(json.dumps(to_plain(FACT)))
    assert from_plain(Fact, data, "archive/x.json") == FACT
    assert from_plain(Fact, data, "archive/x.json").distractors == ()
    assert from_plain(Fact, data, "archive/x.json").false_claims is None


def test_texts_stand_in_the_file_they_came_from() -> None:
    """A problem with an archived text points at the archive, not at today's facts."""
    assert from_plain(Fact, to_plain(FACT), "archive/x.json").claim.place.document == "archive/x.json"


def test_what_is_at_its_default_is_left_out() -> None:
    """So that a file of an older version, which lacks a new field, reads as if the field had its default."""
    assert to_plain(Answer(text=Text("long"))) == {"text": "long"}
    assert from_plain(Answer, {"text": "long"}, "") == Answer(text=Text("long"))


def test_fields_of_a_newer_version_are_passed_over() -> None:
    """A file that a later version wrote can still be read."""
    assert from_plain(Answer, {"text": "long", "sound": "x.ogg"}, "") == Answer(text=Text("long"))


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"text": 7},
        {"text": "long", "accept": "very long"},
        {"text": "long", "accept": [None]},
    ],
)
def test_damage_is_one_kind_of_error(data: object) -> None:
    """A damaged file is refused, whatever is wrong with it."""
    with pytest.raises(ValueError, match=r"."):
        from_plain(Answer, data, "")


@pytest.mark.parametrize(("field", "value"), [("when", "last year"), ("certainty", "surely")])
def test_values_of_no_kind_are_refused(field: str, value: str) -> None:
    """A date that is none, a word that is no choice."""
    with pytest.raises(ValueError, match=value):
        from_plain(Fact, {**to_plain(FACT), field: value}, "")


def test_a_fact_is_kept_by_the_names_of_its_fields() -> None:
    """What is in the archive must be read by versions to come, in which facts have other fields, in other turns."""
    assert to_plain(FACT) == {
        "id": "nile",
        "topics": ["river"],
        "claim": "The Nile is long.",
        "citations": [{"source": "survey", "locator": "page 7"}],
        "certainty": "reported",
        "when": "2013",
        "answers": [{"text": "long", "accept": ["very long"]}],
        "distractors": [],
        "quantity": {"value": "7"},
        "ignore": {"QZ600": "it is short"},
    }


@pytest.mark.parametrize("file", sorted((REPOSITORY / "archive").glob("*.json")), ids=lambda file: file.stem)
def test_our_own_archived_forms_are_read_and_written_alike(file: Path) -> None:
    """They are as the version wrote them that printed them."""
    form, problems = read_archived_form(REPOSITORY, file.stem)
    assert problems == ()
    assert form is not None
    assert archive_text(form) == file.read_text(encoding="utf-8")
