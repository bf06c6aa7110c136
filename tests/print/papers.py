"""Quizzes to be printed: short, long, in Kazakh, and one with an item taller than a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from quizgen.model.fact import Certainty, Fact
from quizgen.model.project import Paper, QuizSpec
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import Sheet
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_quiz
from tests.support.facts import PROJECT
from tests.support.quiz_facts import ATLAS, SURVEY, bank_of, fact, quiz, section

_LONG = (
    "which of the waters that the surveyors followed from the first spring in the hills down to the reeds by the "
    "sea was said by the people of both banks to have changed its bed more than once within living memory"
)
_KAZAKH = "Әр өзеннің арнасы ғасырлар бойы өзгерді, һәм қар суы оны ұзартты, үнемі іңірде толқыды"


def _short() -> tuple[QuizSpec, tuple[Fact, ...]]:
    facts = [_plain(f"{at:02}", "Which river is «{}»?", "river {}", "no river {}") for at in range(14)]
    facts += [
        fact(f"set-{at:02}", question=f"Name two lakes of «{at:02}».", answer=["Lake A", "Lake B", "Lake C"], enough=2)
        for at in range(8)
    ]
    sections = (section("multiple_choice", 10), section("true_false", 4), section("short_answer", 8, points=2))
    return quiz(*sections, title="Rivers", subtitle="A first look", minutes=40), tuple(facts)


def _long() -> tuple[QuizSpec, tuple[Fact, ...]]:
    facts = [
        replace(
            _plain(f"{at:02}", "By number «{}», " + _LONG + "?", "key {}, " + _LONG, "other {}, " + _LONG),
            certainty=Certainty.ALLEGED,
            explanation=Text(f"The explanation of {at:02}: {_LONG}."),
        )
        for at in range(14)
    ]
    sections = (
        section("multiple_choice", 5),
        section("true_false", 5),
        section("short_answer", 4, points=12, lines=14),
    )
    title = "Rivers, lakes, marshes and the sea: a title that is far longer than the line at the top of a page is wide"
    return quiz(*sections, title=title, id_="rivers-long"), tuple(facts)


def _kazakh() -> tuple[QuizSpec, tuple[Fact, ...]]:
    facts = [
        replace(_plain(f"{at:02}", "«{}» " + _KAZAKH + "?", "өзен {}", "көл {}"), lang=Text("kk")) for at in range(20)
    ]
    sections = (section("multiple_choice", 8), section("true_false", 6), section("short_answer", 6))
    return quiz(*sections, title="Өзендер мен көлдер", id_="ozender", lang="kk"), tuple(facts)


def _giant() -> tuple[QuizSpec, tuple[Fact, ...]]:
    words = " ".join(f"word{at:04}" for at in range(1100))
    facts = [fact("giant", question=words, answer="x"), *(fact(f"small-{at}", answer="x") for at in range(4))]
    return quiz(section("short_answer", 5), id_="giant"), tuple(facts)


def sheets_of(name: str, paper: Paper) -> tuple[Quiz, tuple[Sheet, ...]]:
    """Plan and render one of these quizzes for a paper."""
    spec, facts = _PAPERS[name]()
    bank = bank_of(facts)
    made, problems = plan_quiz(replace(spec, paper=paper), facts, bank, spec.lang or "en")
    assert made is not None, problems
    sheets, problems = render_quiz(made, PROJECT, bank, make_environment(None))
    assert not problems
    return made, sheets


def _plain(number: str, question: str, answer: str, distractor: str) -> Fact:
    return fact(
        f"fact-{number}",
        question=question.format(number),
        answer=answer.format(number) + ".",
        distractors=[(distractor.format(f"{letter}{number}") + ".", f"Reason {letter}{number}.") for letter in "xyz"],
        claim=f"It is true of «{number}»: " + question.format("this").rstrip("?") + ".",
        false_claims=[(f"It is false of «{number}»: " + question.format("this").rstrip("?") + ".", "It is not so.")],
        source=SURVEY if int(number) % 3 else ATLAS,
    )


_PAPERS: Mapping[str, Callable[[], tuple[QuizSpec, tuple[Fact, ...]]]] = {
    "short": _short,
    "long": _long,
    "kazakh": _kazakh,
    "giant": _giant,
}
