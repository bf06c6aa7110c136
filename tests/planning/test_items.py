"""What each item type asks about a fact, and what a fact lacks for it."""

from __future__ import annotations

import pytest

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType
from quizgen.model.quiz import Item
from quizgen.planning.hashing import Ranks
from quizgen.planning.items import KINDS
from tests.support.quiz_facts import fact, full_fact, section

RANKS = Ranks("autumn", "rivers-short")


def plan(one: Fact, type_: str, *, options: int = 4) -> Item:
    """Make the item of one fact."""
    return KINDS[ItemType(type_)].plan(one, section(type_, 1, options=options), RANKS)


def test_every_item_type_of_a_spec_is_known() -> None:
    """A section can have any type that its reader accepts."""
    assert set(KINDS) == set(ItemType)


@pytest.mark.parametrize(
    ("type_", "one", "lack"),
    [
        ("multiple_choice", fact("a", distractors=["x", "y"]), ""),
        ("multiple_choice", fact("a", distractors=["x"]), "with fewer than two `distractors`"),
        ("multiple_choice", fact("a", distractors=[]), "with fewer than two `distractors`"),
        ("multiple_choice", fact("a", answer="b"), "with fewer than two `distractors`"),
        ("multiple_choice", fact("a", answer=["b", "c"], distractors=["x", "y"]), "with a set as `answer`"),
        ("multiple_choice", fact("a"), "without a `question`"),
        ("true_false", fact("a", false_claims=["x"]), ""),
        ("true_false", fact("a", false_claims=[]), "without `false_claims`"),
        ("true_false", fact("a"), "without `false_claims`"),
        ("short_answer", fact("a", answer="b"), ""),
        ("short_answer", fact("a"), "without a `question`"),
    ],
)
def test_what_a_fact_lacks(type_: str, one: Fact, lack: str) -> None:
    """The words say what a curator can add."""
    assert KINDS[ItemType(type_)].lack_of(one) == lack


def test_a_choice_has_the_key_and_as_many_distractors_as_fit() -> None:
    """Four options of five possible ones, each with its slot, text and reason."""
    one = fact("a", answer="right", distractors=["w1", ("w2", "because"), "w3", "w4"])
    options = plan(one, "multiple_choice").options
    assert options[0].is_key
    assert options[0].text == "right"
    assert len({option.slot for option in options}) == 4
    assert all(option.text == f"w{option.slot[1:]}" for option in options[1:])
    assert {option.why for option in options if option.text == "w2"} <= {"because"}


def test_a_choice_takes_what_there_is() -> None:
    """Three options are enough where the curator wrote two distractors."""
    assert len(plan(fact("a", distractors=["x", "y"]), "multiple_choice").options) == 3


def test_mending_a_distractor_does_not_exchange_it() -> None:
    """Which distractors are taken does not depend on their texts."""
    before = plan(fact("a", distractors=["w1", "w2", "w3", "w4", "w5"]), "multiple_choice", options=3)
    after = plan(fact("a", distractors=["m1", "m2", "m3", "m4", "m5"]), "multiple_choice", options=3)
    assert [option.slot for option in after.options] == [option.slot for option in before.options]


def test_a_true_statement_is_the_claim_and_a_false_one_is_the_curators() -> None:
    """Both come up over many facts, each about half of the time, with the reason of the false one."""
    items = [plan(fact(f"fact-{at}", false_claims=[("no", "why not")]), "true_false") for at in range(200)]
    for item in items:
        expected = (item.fact.claim, None) if item.is_true else ("no", "why not")
        assert (item.stem, item.why) == expected
    assert 70 < sum(item.is_true is True for item in items) < 130


def test_every_false_claim_has_its_chance() -> None:
    """Which of several false claims is stated differs from fact to fact."""
    stems = {plan(fact(f"fact-{at}", false_claims=["one", "two"]), "true_false").stem for at in range(50)}
    assert {"one", "two"} < stems


@pytest.mark.parametrize(
    ("one", "asked"),
    [
        (fact("a", answer="b"), 1),
        (fact("a", answer=["b", "c", "d"]), 3),
        (fact("a", answer=["b", "c", "d", "e"], enough=2), 2),
    ],
)
def test_a_short_answer_asks_for_as_many_as_are_enough(one: Fact, asked: int) -> None:
    """A set is asked whole unless fewer are enough."""
    assert plan(one, "short_answer").asked == asked


def test_an_item_points_at_the_curators_own_text() -> None:
    """Stems and options are the texts of the fact, with their places."""
    one = full_fact("a")
    item = plan(one, "multiple_choice")
    assert item.stem is one.question
    assert item.options[0].text is one.answers[0].text
