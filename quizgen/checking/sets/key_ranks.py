"""QZ802: numbers among which the right one stands too often in one place."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.sets.chance import TOO_UNLIKELY, chance_of
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.project import ItemType
from quizgen.model.quiz import PlacedItem, Quiz


def check(quiz: Quiz, bank: BankView) -> Iterator[Problem]:  # noqa: ARG001 - as every rule on quizzes
    """Report keys that are lowest, highest or in the middle more often than chance has it: the least likely of these.

    Sensitive facts do not count: there nothing may stand above the key.
    """
    items = [placed for placed in quiz.forms[0].items if _is_ranked(placed)]
    ranks = [_rank(placed) for placed in items]
    places = {
        "the lowest": [1 / len(placed.options) for placed in items],
        "the highest": [1 / len(placed.options) for placed in items],
        "in the middle": [1 - 2 / len(placed.options) for placed in items],
    }
    chance, where = min((chance_of(ranks.count(where), chances), where) for where, chances in places.items())
    if chance < TOO_UNLIKELY:
        told = [placed for placed, rank in zip(items, ranks, strict=True) if rank == where]
        yield Problem(
            code="QZ802",
            message=f"in {len(told)} of {len(items)} items with numbers the right one is {where}",
            place=quiz.spec.id.place,
            labels=tuple(Label(placed.item.stem.place, where) for placed in told),
            note="writers put the right number in the middle far too often, and readers know it",
            hint="move the distractors of some of them to the other side of the answer",
        )


def _is_ranked(placed: PlacedItem) -> bool:
    is_choice = placed.item.type is ItemType.MULTIPLE_CHOICE and len(placed.options) > 2  # noqa: PLR2004 - a middle
    return is_choice and placed.item.is_ascending and not placed.item.fact.sensitive


def _rank(placed: PlacedItem) -> str:
    at = next(at for at, option in enumerate(placed.options) if option.is_key)
    if at == 0:
        return "the lowest"
    return "the highest" if at == len(placed.options) - 1 else "in the middle"
