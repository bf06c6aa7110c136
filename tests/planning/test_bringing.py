"""Records from elsewhere become facts without anything being made up."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.diagnostics.problem import Label, Place
from quizgen.model.bringing import NO_WISHES, Bringing, Foreign, Owed, Picture, Record, Standing, Wishes
from quizgen.model.text import Text
from quizgen.planning.bringing import plan_bringing

OWED = Owed()
NOTHING = Standing()


def test_a_question_becomes_a_fact_whose_claim_is_owed() -> None:
    """The claim is for the curator to write: a pair of question and answer has none."""
    fact = only_fact(
        record(question="How long is it?", answer="100 km", accept=("100 km", "hundred"), distractors=("9", "100 km"))
    )
    assert fact == {
        "id": "long",
        "topics": ("imported",),
        "claim": OWED,
        "citations": ({"source": "imported"},),
        "question": "How long is it?",
        "answer": "100 km",
        "accept": ("hundred",),
        "distractors": ("9",),
    }


@pytest.mark.parametrize(
    ("cloze", "claim"),
    [
        ("It is {{c1::100 km::length}} long.", "It is 100 km long."),
        ("It is said: “{{c1::long}}.”", "It is said: “long.”"),
        ("It is {{c1::long}}", OWED),
        ("Is it {{c1::long}}?", OWED),
        ("It is {{c1::very {{c2::long}}}}.", OWED),
    ],
)
def test_a_cloze_text_that_is_a_sentence_is_the_claim(cloze: str, claim: object) -> None:
    """A whole sentence with nothing hidden is the claim; anything else is not."""
    fact = only_fact(record(cloze=cloze))
    assert (fact["claim"], fact["cloze"], "question" in fact, "answer" in fact) == (claim, cloze, False, False)


def test_what_is_missing_is_owed() -> None:
    """A question without an answer, an answer without a question, a picture without words."""
    facts = facts_of(
        record(question="Why?"), record(answer="so"), record(picture=Picture("map.png")), pictures={"map.png": b"x"}
    )
    assert [(fact["question"], fact["answer"]) for fact in facts] == [("Why?", OWED), (OWED, "so"), (OWED, OWED)]
    assert facts[2]["image"] == {"file": "images/picture-map.png", "alt": OWED, "credit": OWED}


def test_topics_come_from_the_wish_the_deck_and_the_tags() -> None:
    """In this order, legal and each once; what the program itself sets is no topic."""
    fact = only_fact(
        record(answer="a", home="Geo::Rivers", tags=("leech", "geo/rivers", "Big ones")), wishes=Wishes("x")
    )
    assert fact["topics"] == ("x", "geo/rivers", "big-ones")
    assert only_fact(record(answer="a", home="Default"), wishes=Wishes("", "ru")) | {"lang": "ru"} == only_fact(
        record(answer="a"), wishes=Wishes("", "ru")
    )


def test_the_same_question_with_the_same_answer_is_one_fact() -> None:
    """Whatever its marks, its case and its blanks; what one of them knows more is kept."""
    bringing, problems = plan(
        record(question="How *long*?", answer="100 km", tags=("a",), distractors=("1",)),
        record(
            question="how  long", answer="100 KM.", tags=("b",), distractors=("1", "2"), explanation="So.", source="S"
        ),
    )
    (fact,) = bringing.file.facts
    assert (bringing.merged, problems) == (1, ())
    assert (fact["topics"], fact["distractors"], fact["explanation"]) == (("a", "b"), ("1", "2"), "So.")
    assert fact["citations"] == ({"source": "imported"}, {"source": "s"})


def test_the_same_question_with_another_answer_is_reported() -> None:
    """Both facts are kept, and both places are shown."""
    bringing, (problem,) = plan(
        record(1, question="How long?", answer="100 km"), record(2, question="How long?", answer="120 km")
    )
    assert [fact["id"] for fact in bringing.file.facts] == ["long", "long-2"]
    assert (problem.code, problem.place, problem.labels) == (
        "QZ545",
        Place("cards.csv", 2),
        (Label(Place("cards.csv", 1), "first asked here"),),
    )


def test_what_the_project_has_is_not_brought_again() -> None:
    """The same question is merged into the fact that stands, another answer points at it, ids are fresh."""
    question = Text("How long?", "data/facts.yaml", 7, 15)
    standing = Standing(fact_ids=frozenset({"wide"}), asked=((question, Text("100 km")),))
    bringing, (problem,) = plan(
        record(1, question="How long?", answer="100 km"),
        record(2, question="How long?", answer="120 km"),
        record(3, question="How wide?", answer="10 m"),
        standing=standing,
    )
    assert [fact["id"] for fact in bringing.file.facts] == ["long", "wide-2"]
    assert bringing.merged == 1
    assert problem.labels[0].place == question.place


@pytest.mark.parametrize(
    ("source", "locator", "citation"),
    [
        ("Atlas of Waters, p. 10", "", {"source": "atlas-waters", "locator": "p. 10"}),
        ("Atlas of Waters (pages 3–5)", "", {"source": "atlas-waters", "locator": "pages 3–5"}),
        ("Atlas of Waters S. 12", "", {"source": "atlas-waters", "locator": "S. 12"}),
        ("Atlas of Waters, p. 10", "map 2", {"source": "atlas-waters-p-10", "locator": "map 2"}),
        ("Report 2020, page 3 of the annex", "", {"source": "report-2020-page-3-annex"}),
        ("Survey, p. 2", "", {"source": "survey-2020"}),
    ],
)
def test_a_page_behind_the_name_of_a_source_is_the_locator(source: str, locator: str, citation: dict[str, str]) -> None:
    """A book that is cited at ten pages is one source; what stands in the project by that title is left whole."""
    standing = Standing(source_ids=frozenset({"survey-2020"}), titles={"Survey, p. 2": "survey-2020"})
    bringing, _ = plan(record(answer="a", source=source, locator=locator), standing=standing)
    assert bringing.file.facts[0]["citations"] == (citation,)


def test_sources_are_those_that_are_named() -> None:
    """By id or title those of the project, else new ones; an address and the file itself owe their titles."""
    standing = Standing(source_ids=frozenset({"imported", "survey-2020"}), titles={"A Survey of Rivers": "survey-2020"})
    bringing, _ = plan(
        record(answer="a", source="survey-2020"),
        record(answer="b", source="A Survey of Rivers", locator="page 3"),
        record(answer="c", source="https://rivers.example/x"),
        record(answer="d", source="Atlas of Waters"),
        record(answer="e"),
        standing=standing,
    )
    assert [fact["citations"] for fact in bringing.file.facts] == [
        ({"source": "survey-2020"},),
        ({"source": "survey-2020", "locator": "page 3"},),
        ({"source": "rivers-example"},),
        ({"source": "atlas-waters"},),
        ({"source": "imported-2"},),
    ]
    owed = Owed("the work that these facts were taken from")
    assert [dict(source) for source in bringing.file.sources] == [
        {
            "id": "rivers-example",
            "type": "webpage",
            "title": owed,
            "URL": "https://rivers.example/x",
            "note": "Named in cards.csv.",
        },
        {"id": "atlas-waters", "type": "document", "title": "Atlas of Waters", "note": "Named in cards.csv."},
        {"id": "imported-2", "type": "document", "title": owed, "note": "Brought from cards.csv."},
    ]


def test_pictures_get_names_that_are_free_and_harmless() -> None:
    """No file is overwritten, none lies elsewhere, and none has a name that a system refuses."""
    names = ["../../etc/river.PNG", "river.png", "con.png", "река.jpg"]
    bringing, _ = plan(
        *(record(number, answer=name, picture=Picture(name)) for number, name in enumerate(names)),
        standing=Standing(pictures=frozenset({"etc-river.png"})),
        pictures=dict.fromkeys([*names, "unused.png"], b"x"),
    )
    assert list(bringing.pictures) == [
        "images/etc-river-2.png",
        "images/river.png",
        "images/picture-con.png",
        "images/picture-reka.jpg",
    ]


def test_the_same_records_give_the_same_file() -> None:
    """Nothing depends on chance."""
    records = [record(number, question=f"Q{number % 3}?", answer=f"{number % 2}") for number in range(9)]
    assert plan(*records) == plan(*records)


def record(line: int = 1, **fields: Any) -> Record:  # noqa: ANN401 - any field of a record
    """Make a record of a line."""
    return Record(place=Place("cards.csv", line), **fields)


def plan(
    *records: Record,
    standing: Standing = NOTHING,
    wishes: Wishes = NO_WISHES,
    pictures: dict[str, bytes] | None = None,
) -> tuple[Bringing, tuple[Any, ...]]:
    """Plan the file for some records."""
    return plan_bringing(Foreign(name="cards.csv", records=records, pictures=pictures or {}), standing, wishes)


def facts_of(*records: Record, **more: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as of `plan`
    """Return the entries of the facts."""
    return [dict(fact) for fact in plan(*records, **more)[0].file.facts]


def only_fact(*records: Record, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as of `plan`
    """Return the entry of the only fact."""
    (fact,) = facts_of(*records, **more)
    return fact
