"""A quiz rendered as sheets, and what a reader sees of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from quizgen.model.bank import Bank
from quizgen.model.fact import Certainty, Fact
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Quiz
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_quiz
from tests.support.facts import PROJECT
from tests.support.quiz_facts import ATLAS, bank_of, fact, quiz, section

FACTS = (
    fact(
        "length",
        claim="By the survey's estimate the Long River is 640 km long.",
        question="By the survey's estimate, how long is the Long River?",
        answer="640 km",
        distractors=["64 km", ("540 km", "That is the Broad River."), "1,040 km"],
        certainty=Certainty.INFERRED,
        explanation="The survey measured *two thirds* of it.",
        contrast=["length-1996"],
    ),
    fact("length-1996", claim="The Long River is 600 km long.", source=ATLAS, locator="plate 3"),
    fact(
        "fish",
        claim="Fishers allegedly took all pike from the Broad River.",
        question="Who allegedly took all pike from the Broad River?",
        answer="fishers",
        distractors=["herons", "otters"],
        certainty=Certainty.ALLEGED,
        corrected=("2026-03-14", "Until then this sheet said “otters”."),
    ),
    fact(
        "mouth",
        claim="The Long River ends in a lake.",
        false_claims=[("The Long River ends in the sea.", "It ends in a lake.")],
    ),
    fact("ford", claim="The Short River has a ford.", false_claims=["The Short River has no ford."], source=ATLAS),
    fact(
        "fed-by",
        claim="Springs, snow and rain feed the Short River.",
        question="What feeds the Short River?",
        answer=["springs", "snow", "rain"],
        accept=["brooks"],
        enough=2,
    ),
    fact("name", claim="Its old name was *Ouse*.", question="What was its old name?", answer="*Ouse*", accept=["Ooze"]),
)
SPEC = quiz(
    section("multiple_choice", 2, options=3),
    section("true_false", 2),
    section("short_answer", 2, points=2),
    subtitle="Lengths, fish and fords",
    minutes=20,
    seed="spring",  # one statement of each kind comes up
)


def render(
    facts: Iterable[Fact] = FACTS, spec: QuizSpec = SPEC, bank: Bank | None = None, lang: str = "en"
) -> tuple[Quiz, dict[str, str]]:
    """Plan and render a quiz; the HTML comes by the names of its files."""
    facts = tuple(facts)
    bank = bank or bank_of(facts)
    made, problems = plan_quiz(spec, facts, bank, lang)
    assert made is not None, problems
    sheets, problems = render_quiz(made, PROJECT, bank, make_environment(None))
    assert not problems
    return made, {sheet.path.rpartition("/")[2]: sheet.html for sheet in sheets}


def without_style(html: str) -> str:
    """Leave out the style sheet, which the browser tests look at."""
    return re.sub(r"<style>.*?</style>", "<style></style>", html, flags=re.DOTALL)


def visible(html: str) -> str:
    """Return the text that a reader sees, with single spaces."""
    reader = _Text()
    reader.feed(without_style(html))
    return re.sub("[ \n]+", " ", "".join(reader.pieces))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
