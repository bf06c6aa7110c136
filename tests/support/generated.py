"""Generated banks: facts of every make, some of which lend to each other, give each other away, or share a claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from quizgen.model.edtf import Edtf
from quizgen.model.fact import Answer, Distractor, Fact, FalseClaim, Quantity, Retirement
from quizgen.model.project import QuizSpec
from quizgen.model.text import Text
from tests.support.quiz_facts import ATLAS, SURVEY, fact, quiz, section

TOWNS = ("Aldby", "Burnley", "Corfe", "Dunster", "Eastham", "Farley", "Gosport", "Hatfield", "Ilkley", "Keswick")

SPEC: QuizSpec = quiz(
    section("multiple_choice", 3, options=3),
    section("true_false", 2),
    section("fill_in_blank", 2),
    section("numerical", 2),
    section("matching", 2, by="answer"),
    section("ordering", 4),
    section("multiple_response", 1, options=6),
    section("short_answer", 2),
    section("essay", 1),
    id_="generated",
)


def banks(*, least: int = 44, most: int = 60) -> st.SearchStrategy[list[int]]:
    """Banks that mostly suffice for ``SPEC``, as a number for each fact: a bank itself is too long to be printed."""
    return st.lists(st.integers(0, 9999), min_size=least, max_size=most)


def facts_of(bank: list[int]) -> tuple[Fact, ...]:
    """Make the facts of a bank; kinds take turns, so that each comes up often enough."""
    return tuple(_fact(at, chance) for at, chance in enumerate(bank))


def edits() -> st.SearchStrategy[tuple[str, int, int]]:
    """Edits of one fact, from a comma to a withdrawal: what is edited, in which fact, and how."""
    return st.tuples(st.sampled_from(list(EDITS)), st.integers(0, 59), st.integers(0, 9999))


def edited(facts: Sequence[Fact], edit: tuple[str, int, int]) -> tuple[str, tuple[Fact, ...]]:
    """Return the id of the fact that was edited, and all facts after that."""
    what, at, chance = edit
    at %= len(facts)
    return str(facts[at].id), (*facts[:at], EDITS[what](facts[at], chance), *facts[at + 1 :])


def _fact(at: int, chance: int) -> Fact:
    made = _MAKERS[at % len(_MAKERS)](at, chance)
    others = chance // 7 % 11
    sibling = Text(f"fact-{at % len(_MAKERS):02}") if others == 0 and at >= len(_MAKERS) else None
    retired = Retirement() if others == 1 else None
    return made._replace(same_claim=sibling, retired=retired, sensitive=others == 2)


def _length(at: int, chance: int) -> Fact:
    return fact(
        f"fact-{at:02}",
        topic="river/size",
        claim=f"River {at:02} is {20 + chance % 900} km long.",
        question=f"How long is river {at:02}, as seen from {_town(chance)}?",
        answer=f"{20 + chance % 900} km",
        answer_type="number",
        quantity={"tolerance": "3"} if chance % 3 == 0 else None,
        label=f"the length of river {at:02}",
        source=SURVEY,
    )


def _share(at: int, chance: int) -> Fact:
    return fact(
        f"fact-{at:02}",
        topic="river/share",
        claim=f"Of the mills on river {at:02}, {10 + chance % 80} percent stood still.",
        question=f"What share of the mills on river {at:02} stood still?",
        answer=f"{10 + chance % 80} percent",
        answer_type="percentage",
        cloze=f"Of the mills on river {at:02}, {{{{c1::{10 + chance % 80} percent}}}} stood still.",
        source=ATLAS,
    )


def _keeper(at: int, chance: int) -> Fact:
    return fact(
        f"fact-{at:02}",
        topic=f"river/keepers-{chance % 2}",
        question=f"Which body looks after river {at:02}?",
        answer=f"the {_town(chance)} {('Board', 'Trust')[chance // 10 % 2]}",
        answer_type="organization",
        label=f"river {at:02} and its banks",
        source=SURVEY if chance % 3 else ATLAS,
    )


def _flood(at: int, chance: int) -> Fact:
    return fact(
        f"fact-{at:02}",
        topic="river/floods",
        claim=f"The flood of river {at:02} came in {1800 + chance % 150}.",
        question=f"When did the flood of river {at:02} come to {_town(chance)}?",
        answer=str(1800 + chance % 150),
        answer_type="date",
        when=str(1800 + chance % 150),
        label=f"the flood of river {at:02}",
        contrast=[f"fact-{chance % 40:02}"] if chance % 4 == 0 else [],
    )


def _springs(at: int, chance: int) -> Fact:
    return fact(
        f"fact-{at:02}",
        question=f"What feeds river {at:02}?",
        answer=[f"springs at {_town(chance)}", f"snow above {_town(chance // 10)} and {at:02}"],
        distractors=["the sea", f"a canal from {_town(chance // 100)}", f"a lake near {at:02}"],
        false_claims=[f"Nothing feeds river {at:02}."],
    )


def _mill(at: int, chance: int) -> Fact:
    return fact(
        f"fact-{at:02}",
        question=f"Where does the mill of river {at:02} stand?",
        answer=f"in {_town(chance)} Lower Ward" if chance % 2 else f"at the weir {at:02}",
        distractors=[f"at the bridge {at:02}", f"at the ford {at:02}", f"by the church {at:02}"],
        false_claims=[f"River {at:02} has no mill."],
        cloze=f"The mill of river {at:02} has {{{{c1::two}}}} wheels of {{{{c2::oak}}}}.",
        explanation="It was built anew.",
    )


_MAKERS = (_length, _share, _keeper, _flood, _springs, _mill)


def _town(chance: int) -> str:
    return TOWNS[chance % len(TOWNS)]


EDITS: Mapping[str, Callable[[Fact, int], Fact]] = {
    "the explanation": lambda one, _: one._replace(explanation=Text("Anew.")),
    "the question": lambda one, chance: (
        one if one.question is None else one._replace(question=Text(f"{one.question} (In {_town(chance)}.)"))
    ),
    "the claim": lambda one, _: one._replace(claim=Text(f"Indeed: {one.claim}")),
    "the answer": lambda one, chance: one._replace(
        answers=(Answer(text=Text(f"the {_town(chance)} Board")), *one.answers[1:]) if one.answers else ()
    ),
    "a number": lambda one, chance: one._replace(
        answers=(Answer(text=Text(f"{1 + chance % 400} km")), *one.answers[1:]) if one.answers else ()
    ),
    "the accepted": lambda one, chance: one._replace(
        answers=tuple(replace(answer, accept=(Text(_town(chance)),)) for answer in one.answers)
    ),
    "the distractors": lambda one, chance: one._replace(
        distractors=tuple(Distractor(text=Text(f"other {at}")) for at in range(chance % 5))
    ),
    "the false claims": lambda one, chance: one._replace(
        false_claims=tuple(FalseClaim(text=Text(f"Not so {at}.")) for at in range(chance % 3))
    ),
    "nothing derived": lambda one, _: one._replace(distractors=(), false_claims=()),
    "sensitive": lambda one, _: one._replace(sensitive=not one.sensitive),
    "retired": lambda one, _: one._replace(retired=None if one.retired else Retirement()),
    "the label": lambda one, chance: one._replace(
        label=Text(f"what {_town(chance)} saw") if one.label is None else None
    ),
    "when": lambda one, chance: one._replace(when=Edtf.parse(str(1800 + chance % 200))),
    "the tolerance": lambda one, chance: one._replace(quantity=Quantity(tolerance=Text(str(chance % 9)))),
    "the topic": lambda one, chance: one._replace(topics=(Text(("river/keepers-0", "river/size")[chance % 2]),)),
    "the claim's sibling": lambda one, chance: one._replace(same_claim=Text(f"fact-{chance % 6:02}")),
}
