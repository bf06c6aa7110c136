"""A quiz with every item type, and the facts for it: short to read on a page, complete where it matters."""

from __future__ import annotations

from quizgen.model.fact import Certainty, Fact
from quizgen.model.project import QuizSpec
from quizgen.model.source import Source
from tests.support.quiz_facts import ATLAS, SURVEY, fact, quiz, section

NAMES = (
    "Ash", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple",
)  # fmt: skip

SPEC: QuizSpec = quiz(
    section("multiple_choice", 3),
    section("multiple_response", 2, options=6),
    section("true_false", 3),
    section("fill_in_blank", 3),
    section("numerical", 3),
    section("matching", 4, by="answer"),
    section("matching", 3, by="voice", title="Who says so", instructions="Whom does the source cite?"),
    section("ordering", 4, points=2),
    section("short_answer", 2, points=2),
    section("essay", 2, points=6, lines=9),
    id_="every-type",
    title="Rivers of every kind",
    instructions="Use a *pen*.",
    seed="four",  # derived numbers, borrowed names and a derived statement come up
)


def facts_of_every_type() -> tuple[Fact, ...]:
    """Return 60 facts: lengths, springs, keepers, floods and mills of twelve rivers."""
    makers = (_length, _springs, _keepers, _flood, _mill)
    return tuple(make(at, name, SURVEY if at % 3 else ATLAS) for make in makers for at, name in enumerate(NAMES))


def _length(at: int, name: str, source: Source) -> Fact:
    return fact(
        f"length-{name.lower()}",
        topic="river/size",
        claim=f"The {name} is {420 + 70 * at + at} km long.",
        question=f"How long is the {name}?",
        answer=f"{420 + 70 * at + at} km",
        accept=[f"{420 + 70 * at + at} kilometres"],
        answer_type="number",
        quantity={"tolerance": "2"},
        source=source,
    )


def _springs(at: int, name: str, source: Source) -> Fact:
    return fact(
        f"springs-{name.lower()}",
        topic="river/water",
        claim=f"Springs, snow and rain feed the {name}.",
        question=f"What feeds the {name}?",
        answer=[f"springs near {name} Hill", f"snow above {name} Hill", "rain"],
        accept=["brooks"],
        enough=2 if at % 3 == 0 else None,
        distractors=["the sea", "a canal", ("a glacier", "It melted long ago.")],
        certainty=Certainty.JUDGED if at % 2 else Certainty.STATED,
        source=source,
    )


def _keepers(at: int, name: str, source: Source) -> Fact:
    keepers = f"the {name} {('Board', 'Trust', 'Office', 'Water Company')[at % 4]}"
    return fact(
        f"keepers-{name.lower()}",
        topic="river/keepers",
        claim=f"The banks of the {name} are looked after by {keepers}.",
        question=f"Who looks after the banks of the river that comes from hill number {at + 1}?",
        answer=keepers,
        answer_type="organization",
        label=f"the banks of the river from hill number {at + 1}",
        source=source,
    )


def _flood(at: int, name: str, source: Source) -> Fact:
    return fact(
        f"flood-{name.lower()}",
        topic="river/floods",
        claim=f"Fishers of {name} Bridge say that the flood came in {1900 + 7 * at}.",
        certainty=Certainty.REPORTED,
        voice=f"fishers of {name} Bridge",
        when=str(1900 + 7 * at),
        label=f"the flood that took bridge number {at + 1}",
        false_claims=[(f"Fishers of {name} Bridge say that no flood ever came.", "They say that one came.")],
        source=source,
    )


def _mill(at: int, name: str, source: Source) -> Fact:
    wheels = ("oak", "pine", "iron")[at % 3]
    blanks = f"{{{{c1::two::a number}}}} wheels of {{{{c1::{wheels}}}}}"
    return fact(
        f"mill-{name.lower()}",
        topic="river/mills",
        claim=f"The mill at {name} Ford has two wheels of {wheels} and grinds rye.",
        question=f"Of what are the wheels of the mill at {name} Ford?",
        answer=f"of {wheels}",
        distractors=["of bone", "of stone", "of clay"],
        cloze=f"The mill at {name} Ford has {blanks} and grinds {{{{c2::rye}}}}.",
        explanation="It was built anew after the flood.",
        source=source,
    )
