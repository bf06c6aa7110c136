"""Answers that another item gives away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.fact import Distractor, Fact
from quizgen.model.project import ItemType
from quizgen.model.text import Text
from quizgen.planning.cues import Footprint, check_cues, footprint_of, is_noticed
from quizgen.planning.items import KINDS
from quizgen.planning.quizzes import plan_quiz
from tests.support.quiz_facts import bank_of, fact, means_of, quiz, section

BOARD = fact("a", question="Who keeps the ford?", answer="the Ashby Board", accept=["the board of Ashby"])


def print_of(one: Fact, type_: str, *others: Fact) -> Footprint:
    """Return what a fact prints as an item of a type."""
    here = section(type_, 1, by="answer" if type_ == "matching" else None)
    return footprint_of(KINDS[ItemType(type_)].plan([one], here, means_of([one, *others])), here)


@pytest.mark.parametrize(
    "other",
    [
        fact("b", question="What did the ASHBY board's boats carry?", answer="rye"),
        fact("b", question="What did the board of *Ashby* build?", answer="a mill"),
        fact("b", question="Who built the mill?", answer="x", distractors=["the Ashby Board", "y"]),
        fact("b", claim="The Ashby Board built it.", false_claims=["The Ashby Board built it."]),
        fact("b", cloze="The Ashby Board built {{c1::it}}."),
    ],
    ids=["stem", "accepted", "option", "statement", "cloze"],
)
def test_an_answer_to_be_written_is_given_away_by_whatever_is_printed(other: Fact) -> None:
    """As whole words, whatever their case and marks; by the options of another item too."""
    types = ["true_false"] if other.false_claims else ["fill_in_blank"] if other.cloze else ["multiple_choice"]
    type_ = types[0] if other.distractors or types[0] != "multiple_choice" else "short_answer"
    assert print_of(other, type_).reveals(print_of(BOARD, "short_answer"))


@pytest.mark.parametrize(
    ("question", "reveals"),
    [("What did the Ashby Boarders build?", False), ("Who keeps Ashby?", False), ("Is it the Ashby Board?", True)],
)
def test_parts_of_words_and_of_answers_give_nothing_away(question: str, *, reveals: bool) -> None:
    """The whole answer has to stand there."""
    assert (
        print_of(fact("b", question=question, answer="x"), "short_answer").reveals(print_of(BOARD, "short_answer"))
        is reveals
    )


def test_an_option_does_not_give_away_what_is_an_option_elsewhere() -> None:
    """To recognize the right one among options is what is asked for; a stem does give it away."""
    choice = BOARD._replace(distractors=fact("x", distractors=["the Burgh Trust", "the Corfe Office"]).distractors)
    listing = fact("b", question="Who built the mill?", answer="millers", distractors=["the Ashby Board", "y"])
    telling = fact("c", question="When did the Ashby Board meet?", answer="in May")
    assert not print_of(listing, "multiple_choice").reveals(print_of(choice, "multiple_choice"))
    assert print_of(telling, "short_answer").reveals(print_of(choice, "multiple_choice"))


@pytest.mark.parametrize(
    ("type_", "question", "reveals"),
    [
        ("multiple_choice", "What did the Ashby Board build?", True),
        ("multiple_choice", "What did the board of *Ashby* build?", True),
        ("short_answer", "What did the board of *Ashby* build?", True),
        ("essay", "What did the board of *Ashby* build?", True),
        ("multiple_response", "What did the Ashby Board build?", True),
        ("multiple_response", "What did the board of *Ashby* build?", False),
        ("matching", "What did the Ashby Board build?", True),
        ("matching", "What did the board of *Ashby* build?", False),
    ],
)
def test_which_words_give_an_answer_away(type_: str, question: str, *, reveals: bool) -> None:
    """Its own in every type; what else is accepted, where one answer is right and not several of a list."""
    asked = fact(
        "a",
        question="Who keeps the ford?",
        answer=["the Ashby Board", "the Burgh Trust"] if type_ == "multiple_response" else "the Ashby Board",
        accept=["the board of Ashby"],
        answer_type="term",
        distractors=None if type_ == "matching" else ["the Corfe Office", "the Dunmoor Bank"],
        label="the ford",
        voice="the Survey",
    )
    telling = fact("b", question=question, answer="a mill")
    assert print_of(telling, "short_answer").reveals(print_of(asked, type_)) is reveals


def test_whom_a_source_cites_is_no_answer_to_give_away() -> None:
    """Nor is a source: both are named in many questions."""
    asked = fact("a", answer="x", label="the ford", voice="the Ashby Board")
    here = section("matching", 1, by="voice")
    items = KINDS[ItemType.MATCHING].plan([asked], here, means_of([asked]))
    assert footprint_of(items, here).answers == ()


def test_a_true_or_false_statement_has_no_answer_to_give_away() -> None:
    """Nor has an ordering."""
    stated = BOARD._replace(false_claims=fact("x", false_claims=["The Burgh Trust keeps it."]).false_claims)
    assert print_of(stated, "true_false").answers == ()
    event = fact("c", label="the flood", when="1990", answer="the Ashby Board")
    assert print_of(event, "ordering").answers == ()


@pytest.mark.parametrize(
    ("answer", "noticed"),
    [
        ("the press", False),
        ("subsidies", True),
        ("two", False),
        ("no", False),
        ("poverty", True),
        ("16 percent", True),
        ("5 m", True),
        ("16", False),
        ("+", False),
        ("1991", True),
        ("20,000", True),
        ("to vote", False),
        ("house arrest", True),
        ("Semey", True),
        ("Abai", True),
        ("The Ash", False),
        ("The press", False),
        ("халық", False),
        ("Халық Банкі", True),
    ],
)
def test_short_words_and_bare_numbers_are_not_noticed(answer: str, *, noticed: bool) -> None:
    """They stand in many texts by chance."""
    assert is_noticed(answer) is noticed


def test_a_quiz_takes_other_facts_where_it_can() -> None:
    """Of each two facts of which one names the other's answer, one is asked."""
    names = [f"Town {chr(65 + at)} Board" for at in range(10)]
    facts = [fact(f"who-{at}", question=f"Who keeps ford {at}?", answer=f"the {name}") for at, name in enumerate(names)]
    facts += [fact(f"what-{at}", question=f"What did the {name} do?", answer=f"z{at}") for at, name in enumerate(names)]
    for seed in range(20):
        made, problems = plan_quiz(quiz(section("short_answer", 8), seed=str(seed)), facts, bank_of(facts), "en")
        assert made is not None
        assert not problems
        numbers = [str(placed.item.fact.id).rpartition("-")[2] for placed in made.forms[0].items]
        assert len(set(numbers)) == 8


def test_what_cannot_be_avoided_is_told_with_both_places() -> None:
    """Where it can be read, and whose answer it is."""
    telling = fact("b", question="What did the Ashby Board build?", answer="a mill")
    telling = telling._replace(question=Text(str(telling.question), "data/facts.yaml", 9, 5, 31))
    answer = replace(BOARD.answers[0], text=Text("the Ashby Board", "data/facts.yaml", 3, 5, 15))
    facts = [BOARD._replace(answers=(answer,)), telling]
    made, problems = plan_quiz(quiz(section("short_answer", 2)), facts, bank_of(facts), "en")
    assert made is not None
    assert problems == (
        Problem(
            code="QZ402",
            message="the quiz cannot avoid that `the Ashby Board` can be read in another question",
            place=Place("data/facts.yaml", 9, 5, 31),
            labels=(Label(Place("data/facts.yaml", 3, 5, 15), "the answer that it gives away"),),
            note="too few facts are left that could be asked in the place of one of them",
            hint="lower the `count` of a section, or say one of the two in other words",
        ),
    )


def test_an_option_that_gives_an_answer_away_is_told_where_the_answer_is_to_be_written() -> None:
    """The problem points at the option; where the answer is an option too, there is none."""
    option = Text("the Ashby Board", "data/facts.yaml", 12, 22, 15)
    listing = fact("b", question="Who built the mill?", answer="millers", distractors=["x", "y"])
    listing = listing._replace(distractors=(Distractor(text=option), *(listing.distractors or ())))
    listed = print_of(listing, "multiple_choice")
    (problem,) = check_cues(listed, print_of(BOARD, "short_answer"))
    assert problem.place == option.place
    choice = BOARD._replace(distractors=fact("x", distractors=["the Burgh Trust", "the Corfe Office"]).distractors)
    assert not list(check_cues(listed, print_of(choice, "multiple_choice")))


def test_each_answer_is_reported_once() -> None:
    """However often it stands in the other question."""
    twice = fact("b", question="Did the Ashby Board know the Ashby Board?", answer="x")
    assert len(list(check_cues(print_of(twice, "short_answer"), print_of(BOARD, "short_answer")))) == 1
