"""Essay: the question, answered at length, with notes for the marker.

The notes are what the fact itself says that a good answer holds: the answers, whom the source cites, the source's
own hedge, the claims that stand against this one. A fact with fewer than two of them is a short answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.fact import Certainty, Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item, MarkingKind, MarkingPoint
from quizgen.model.text import Text
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means

_FEWEST_POINTS = 2


class Essay(SingleKind):
    """Asks the question of a fact that has several things to say."""

    rarity = 2

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        if fact.question is None:
            return "without a `question`"
        return "" if len(_marking_points(fact, means)) >= _FEWEST_POINTS else "with fewer than two things to mark"

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:  # noqa: ARG002 - as every kind
        """Ask the question, with the notes beside it."""
        assert fact.question is not None, "asked without a question"  # noqa: S101 - `lack_of` holds it
        return Item(
            type=ItemType.ESSAY,
            fact=fact,
            stem=fact.question,
            answers=fact.answers,
            marking=_marking_points(fact, means),
        )


def _marking_points(fact: Fact, means: Means) -> tuple[MarkingPoint, ...]:
    """Return what a marker looks for, a point each."""
    return tuple(_points(fact, means))


def _points(fact: Fact, means: Means) -> Iterator[MarkingPoint]:
    for answer in fact.answers:
        yield MarkingPoint(kind=MarkingKind.ANSWER, text=answer.text, accept=answer.accept)
    if fact.voice is not None and not _is_answer(fact.voice, fact):
        yield MarkingPoint(kind=MarkingKind.VOICE, text=fact.voice)
    elif fact.certainty is not Certainty.STATED:
        yield MarkingPoint(kind=MarkingKind.CERTAINTY, text=Text(fact.certainty.value))
    for other in means.bank.contrasts_of(fact):
        yield MarkingPoint(kind=MarkingKind.CONTRAST, text=other.claim)


def _is_answer(text: Text, fact: Fact) -> bool:
    return any(answer.text.casefold() == text.casefold() for answer in fact.answers)
