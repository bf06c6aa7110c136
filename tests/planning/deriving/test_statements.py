"""False statements."""

from __future__ import annotations

import re

import pytest

from quizgen.model.fact import Certainty, Fact
from quizgen.model.text import Text
from quizgen.planning.deriving.statements import FalseStatement, false_statement_of
from tests.support.quiz_facts import fact, means_of

SHARE = fact(
    "a",
    claim="By the survey 16 percent of the mills stood still in 2020.",
    question="Which share?",
    answer="16 percent",
    answer_type="percentage",
)

CLAIM = Text(SHARE.claim, "data/mills.yaml", 4, 12, len(SHARE.claim))


def false_ones(one: Fact, *others: Fact) -> set[FalseStatement]:
    """Return the false statements of many seeds."""
    means = (means_of([one, *others], seed=str(seed)) for seed in range(60))
    return {statement for each in means if (statement := false_statement_of(one, each))}


def test_the_curators_own_come_first() -> None:
    """With their reason; nothing is derived beside them."""
    one = SHARE._replace(false_claims=fact("b", false_claims=[("No mill stood still.", "Some did.")]).false_claims)
    assert {(str(each.text), each.why, each.is_derived) for each in false_ones(one)} == {
        ("No mill stood still.", "Some did.", False)
    }


def test_the_claim_says_another_number() -> None:
    """Everything else of the sentence stays; it stands where the claim stands."""
    found = false_ones(SHARE._replace(claim=CLAIM))
    assert len(found) > 5
    for each in found:
        before, _, after = str(each.text).partition(" percent")
        assert before.removeprefix("By the survey ").isdigit()
        assert before != "By the survey 16"
        assert after == " of the mills stood still in 2020."
        assert each.is_derived
        assert each.text.place == CLAIM.place


def test_a_distractor_of_the_curators_own_is_taken_where_it_is_alike() -> None:
    """Its reason comes with it; one in other words does not fit into the sentence."""
    one = SHARE._replace(distractors=fact("b", distractors=[("20 percent", "It is a cap."), "a fifth"]).distractors)
    assert {(str(each.text), each.why) for each in false_ones(one)} == {
        ("By the survey 20 percent of the mills stood still in 2020.", "It is a cap.")
    }


def test_every_distractor_that_is_alike_has_its_chance() -> None:
    """It stays the one when a text is mended, or another one is added behind it."""
    one = SHARE._replace(distractors=fact("b", distractors=["20 percent", "30 percent", "40 percent"]).distractors)
    mended = SHARE._replace(distractors=fact("b", distractors=["21 percent", "31 percent", "41 percent"]).distractors)
    assert len(false_ones(one)) == 3
    for seed in range(20):
        means = means_of([one], seed=str(seed))
        before, after = false_statement_of(one, means), false_statement_of(mended, means)
        assert before is not None
        assert after is not None
        assert str(after.text) == str(before.text).replace("0 percent", "1 percent")


def test_the_same_statement_in_every_version() -> None:
    """A class that is given the next form of a quiz reads the statements of the first."""
    alike = SHARE._replace(distractors=fact("b", distractors=["20 percent", "30 percent", "40 percent"]).distractors)
    written = fact("c", false_claims=["Of pine.", "Of iron.", "Of clay."])
    assert " ".join(chosen(alike, seed) for seed in range(8)) == "30 30 30 20 20 40 30 40"
    assert " ".join(chosen(written, seed) for seed in range(8)) == "iron iron iron iron pine iron pine clay"


def chosen(one: Fact, seed: int) -> str:
    """Return the wrong word of the false statement that a seed chooses."""
    statement = false_statement_of(one, means_of([one], seed=str(seed)))
    assert statement is not None
    return re.sub(r"By the survey|percent.*|Of|[ .]", "", statement.text)


@pytest.mark.parametrize(
    "one",
    [
        SHARE._replace(false_claims=()),
        SHARE._replace(distractors=()),
        SHARE._replace(sensitive=True),
        SHARE._replace(certainty=Certainty.ALLEGED),
        SHARE._replace(certainty=Certainty.JUDGED),
        SHARE._replace(certainty=Certainty.INFERRED),
        fact("a", claim="The mills: 16 percent, or 16 percent.", answer="16 percent", answer_type="percentage"),
        fact("a", claim="A share of the mills, 116 percent.", answer="16 percent", answer_type="percentage"),
        fact("a", claim="Some 16 percentiles stood still.", answer="16 percent", answer_type="percentage"),
        fact("a", claim="Sixteen percent stood still.", answer="16 percent", answer_type="percentage"),
        fact("a", claim="The mill is of oak.", answer="of oak", distractors=["of pine", "of iron"]),
        fact("a", claim="Ada Brook built it.", answer="Ada Brook", answer_type="person", distractors=["Bo Mill", "Cy"]),
    ],
    ids=lambda one: str(one.claim)[:30],
)
def test_where_no_statement_is_safe(one: Fact) -> None:
    """`[]`, the sensitive, what is not stated or reported, an answer that stands not once, texts and persons."""
    assert false_ones(one) == set()


def test_a_law_is_swapped_for_another_law() -> None:
    """Which a fact of the same narrow topic lends."""
    one = fact("a", topic="law/press", claim="The Ash Act bans it.", answer="The Ash Act", answer_type="law")
    other = fact("b", topic="law/press", claim="The Fir Act.", answer="The Fir Act", answer_type="law")
    assert {str(each.text) for each in false_ones(one, other)} == {"The Fir Act bans it."}
