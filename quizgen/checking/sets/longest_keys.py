"""QZ803: a quiz in which the longest option is right too often."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.sets.chance import TOO_UNLIKELY, chance_of
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.project import ItemType
from quizgen.model.quiz import PlacedItem, Quiz


def check(quiz: Quiz, bank: BankView) -> Iterator[Problem]:  # noqa: ARG001 - as every rule on quizzes
    """Report where more keys are the longest option than one quiz in a hundred has by chance (an exact test).

    Items whose longest option is not the only one of its length say nothing, nor do numbers.
    """
    items = [placed for placed in quiz.forms[0].items if _says_something(placed)]
    long = [placed for placed in items if _is_key_longest(placed)]
    if chance_of(len(long), (1 / len(placed.options) for placed in items)) < TOO_UNLIKELY:
        yield Problem(
            code="QZ803",
            message=f"in {len(long)} of {len(items)} items the right option is the longest",
            place=quiz.spec.id.place,
            labels=tuple(Label(placed.item.stem.place, "here") for placed in long),
            hint="shorten some answers, or give them distractors of their length",
        )


def _says_something(placed: PlacedItem) -> bool:
    if placed.item.type is not ItemType.MULTIPLE_CHOICE or placed.item.is_ascending:
        return False
    lengths = sorted(len(option.text) for option in placed.options)
    return len(lengths) > 2 and lengths[-1] > lengths[-2]  # noqa: PLR2004 - a choice


def _is_key_longest(placed: PlacedItem) -> bool:
    return max(placed.options, key=lambda option: len(option.text)).is_key
