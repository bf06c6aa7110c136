"""Names that other facts lend."""

from __future__ import annotations

import pytest

from quizgen.model.fact import AnswerType, Certainty, Fact
from quizgen.planning.deriving.distractors import distractors_of
from tests.support.quiz_facts import fact, means_of


def body(  # noqa: PLR0913 - as many as make a difference
    id_: str,
    answer: str,
    *,
    topic: str = "river/keepers",
    type_: str = "organization",
    question: str | None = None,
    claim: str | None = None,
    same_claim: str | None = None,
    lang: str | None = None,
) -> Fact:
    """Make a fact with an organization as answer."""
    question = question or f"Which body keeps river {id_}?"
    return fact(
        id_,
        topic=topic,
        question=question,
        answer=answer,
        answer_type=type_,
        claim=claim,
        same_claim=same_claim,
        lang=lang,
    )


ASKED = body("a", "the Ash Board")


def lent(asked: Fact, *others: Fact) -> dict[str, str]:
    """Return the derived options of a fact, by their slots."""
    options = distractors_of(asked, 9, means_of([asked, *others]))
    assert all(option.is_derived and not option.is_made_up and not option.is_key for option in options)
    return {option.slot: str(option.text) for option in options}


def test_facts_of_one_narrow_topic_lend_their_answers() -> None:
    """The slot is the lender's id: whoever mends its text moves nothing."""
    assert lent(ASKED, body("b", "the Birch Trust"), body("c", "the Cedar Office")) == {
        "b": "the Birch Trust",
        "c": "the Cedar Office",
    }


@pytest.mark.parametrize(
    "other",
    [
        body("b", "the Birch Trust", topic="river/mills"),
        body("b", "the Birch Trust", topic="river/keepers/old"),
        body("b", "Birch Trust"),
        body("b", "the birch trust"),
        body("b", "the Birch Trust", type_="place"),
        body("b", "the Birch Trust", lang="kk"),
        body("b", "The Ash Board."),
        body("b", "the Birch Trust", same_claim="a"),
        body("b", "the Birch Trust")._replace(sensitive=True),
        body("b", "the Birch Trust")._replace(certainty=Certainty.ALLEGED),
        fact("b", retired=True, topic="river/keepers", answer="the Birch Trust", answer_type="organization"),
        fact("b", topic="river/keepers", answer=["the Birch Trust", "the Fir Trust"], answer_type="organization"),
        body("b", "the Birch Trust", question="Which body keeps river a?"),
        body("b", "the Birch Trust")._replace(answer_is_set=True),
        body("b", "the Birch Trust")._replace(answers=()),
    ],
    ids=lambda one: f"{one.topics[0]} {[str(answer.text) for answer in one.answers]} {one.answer_type}",
)
def test_who_does_not_lend(other: Fact) -> None:
    """Other topics, types, languages and looks; the same claim or answer; the sensitive, alleged and retired."""
    assert lent(ASKED, other) == {}


@pytest.mark.parametrize(
    "asked",
    [
        body("a", "the Ash Board", topic="river"),
        ASKED._replace(sensitive=True),
        ASKED._replace(certainty=Certainty.ALLEGED),
        ASKED._replace(distractors=()),
        ASKED._replace(answer_is_set=True),
        body("a", "the Ash Board", type_="text"),
        body("a", "the Ash Board", type_="person"),
        body("a", "the Ash Board", question="Does the Birch Trust obey the Ash Board?"),
        body("a", "the Ash Board", claim="The Ash Board obeys the Birch Trust."),
    ],
    ids=lambda one: f"{one.topics[0]} {one.answer_type} {one.question}",
)
def test_who_does_not_borrow(asked: Fact) -> None:
    """Whole subjects, the sensitive and alleged, `[]`, texts and persons; nor what stands in stem or claim."""
    lender = body("b", "the Birch Trust")._replace(answer_type=asked.answer_type, topics=asked.topics)
    assert lent(asked, lender) == {}


def test_an_answer_that_two_facts_lend_is_taken_once() -> None:
    """Whatever its case or article."""
    assert len(lent(ASKED, body("b", "the Birch Trust"), body("c", "the Birch *Trust*"))) == 1


def test_laws_and_places_are_lent_as_well() -> None:
    """By the same rules."""
    for type_ in ("law", "place"):
        asked, other = (one._replace(answer_type=AnswerType(type_)) for one in (ASKED, body("b", "the Birch Act")))
        assert lent(asked, other) == {"b": "the Birch Act"}


def test_one_that_does_not_lend_stands_in_nobodys_way() -> None:
    """Those that come after it lend all the same, whatever the seed."""
    others = [body("b", "the Birch Trust")._replace(sensitive=True), body("c", "the Cedar Office")]
    for seed in range(10):
        options = distractors_of(ASKED, 9, means_of([ASKED, *others], seed=str(seed)))
        assert [str(option.slot) for option in options] == ["c"]


def test_names_without_an_article_are_alike() -> None:
    """Whatever their length."""
    assert lent(body("a", "Ash Board"), body("b", "Birch Trust"), body("c", "Fir")) == {"b": "Birch Trust", "c": "Fir"}


def test_no_more_are_lent_than_are_asked_for() -> None:
    """Each fact of a topic is offered some of the others, not all the same ones."""
    names = ("Ash", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel")
    facts = [body(name.lower(), f"the {name} Board") for name in names]
    means = means_of(facts)
    chosen = [{str(option.slot) for option in distractors_of(one, 3, means)} for one in facts]
    assert all(len(each) == 3 for each in chosen)
    assert len(set().union(*chosen)) > 5
