"""Quizzes that avoid each other's facts."""

from __future__ import annotations

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Fact
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Quiz, QuizOrder
from quizgen.model.text import Text
from quizgen.planning.avoiding import in_order
from quizgen.planning.quizzes import plan_quizzes
from tests.support.quiz_facts import bank_of, fact, quiz, section

FACTS = tuple(fact(f"fact-{at}", answer=f"x{at}") for at in range(12))


def plan(*specs: QuizSpec, facts: tuple[Fact, ...] = FACTS) -> tuple[dict[str, Quiz], tuple[Problem, ...]]:
    """Plan quizzes of one deck."""
    return plan_quizzes([QuizOrder(spec=spec, facts=facts, lang="en") for spec in specs], bank_of(facts))


def asked(made: Quiz) -> set[str]:
    """Return the ids of the facts that are asked."""
    return {str(one.id) for one in made.forms[0].facts}


def short(id_: str, *avoid: str, count: int = 4) -> QuizSpec:
    """Make a quiz of short answers."""
    return quiz(section("short_answer", count), id_=id_, avoid=avoid)


def test_a_make_up_quiz_asks_about_other_facts() -> None:
    """In whichever order the two stand in their files; they come out in that order."""
    first, again = short("first"), short("again", "first")
    made, problems = plan(again, first)
    assert not problems
    assert list(made) == ["again", "first"]
    assert asked(made["again"]).isdisjoint(asked(made["first"]))
    assert made["first"] == plan(first)[0]["first"]


def test_three_quizzes_in_a_row_share_nothing() -> None:
    """The last avoids both others; twelve facts are just enough."""
    made, problems = plan(short("a"), short("b", "a"), short("c", "a", "b"))
    assert not problems
    assert len(asked(made["a"]) | asked(made["b"]) | asked(made["c"])) == 12


def test_a_sibling_of_an_avoided_fact_is_avoided_too() -> None:
    """A second question about the same claim is no new question."""
    twins = tuple(one._replace(id=Text(f"{one.id}-again"), same_claim=one.id) for one in FACTS)
    made, problems = plan(short("a"), short("b", "a"), facts=(*FACTS, *twins))
    assert not problems
    claims = [{id_.removesuffix("-again") for id_ in asked(one)} for one in made.values()]
    assert claims[0].isdisjoint(claims[1])


def test_too_few_facts_are_left() -> None:
    """The problem counts those that the other quiz asks about."""
    made, problems = plan(short("a", count=10), short("b", "a", count=3))
    assert list(made) == ["a"]
    assert [(one.code, one.note) for one in problems] == [("QZ400", "of the others: 10 asked in `a`")]


def test_a_quiz_waits_for_one_that_cannot_be_planned() -> None:
    """What is wrong with the first is said once, and nothing of the second."""
    made, problems = plan(short("a", count=20), short("b", "a"))
    assert not made
    assert [one.code for one in problems] == ["QZ400"]


def test_an_unknown_name_is_a_problem() -> None:
    """With the name that was meant, at its place; a quiz that waits for nobody is not planned."""
    spec = short("first-half", "secnd-half")
    made, problems = plan(spec, short("second-half"))
    assert list(made) == ["second-half"]
    assert [(one.code, one.message, one.hint) for one in problems] == [
        ("QZ403", "there is no quiz `secnd-half`", "did you mean `second-half`?")
    ]
    assert problems[0].place == spec.avoid[0].place
    assert in_order([short("a", "midterm")])[1][0].hint == "use the id of a quiz of this project"


def test_a_circle_is_one_problem_with_both_ends() -> None:
    """Whoever stands outside of it is planned."""
    a, b, c = short("a", "b"), short("b", "c"), short("c", "a")
    order, problems = in_order([a, b, c, short("d"), short("e", "a")])
    assert [str(spec.id) for spec in order] == ["d"]
    assert problems == (
        Problem(
            code="QZ404",
            message="quizzes avoid each other in a circle",
            place=a.avoid[0].place,
            labels=(Label(c.avoid[0].place, "and this one closes the circle"),),
            note="`a` avoids `b` avoids `c` avoids `a`",
            hint="delete one of these names: the quiz that is given first avoids none",
        ),
    )


def test_two_circles_are_two_problems() -> None:
    """In whichever order their quizzes are given; each is told at its first quiz, with both ends."""
    a, b, c, d = short("a", "b"), short("b", "a"), short("c", "d"), short("d", "c")
    order, problems = in_order([a, c, b, d])
    assert not order
    assert [(one.place, [label.place for label in one.labels]) for one in problems] == [
        (a.avoid[0].place, [b.avoid[0].place]),
        (c.avoid[0].place, [d.avoid[0].place]),
    ]


def test_a_quiz_that_avoids_itself() -> None:
    """The shortest circle, which one name closes."""
    order, problems = in_order([short("a", "a")])
    assert not order
    assert problems[0].labels == ()
    assert [(one.code, one.message) for one in problems] == [("QZ404", "a quiz avoids itself")]
