"""QZ804: a form with a long run of the same key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.checking.sets.chance import TOO_UNLIKELY, chance_of_run
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Problem
from quizgen.model.project import ItemType
from quizgen.model.quiz import Form, Part, PlacedItem, Quiz


def check(quiz: Quiz, bank: BankView) -> Iterator[Problem]:  # noqa: ARG001 - as every rule on quizzes
    """Report a run in a part that one form in a hundred has by chance: the longest of each part."""
    for form in quiz.forms:
        for part in form.parts:
            keys = [_key(placed) for placed in part.items]
            choices = max((_choices(placed) for placed in part.items), default=0)
            length, key, start = _longest_run(keys)
            if key and choices > 1 and length > 1 and chance_of_run(length, len(keys), choices) < TOO_UNLIKELY:
                yield _problem(quiz, form, part, f"{key}, from item {part.items[start].number} on", length)


def _key(placed: PlacedItem) -> str:
    if placed.item.is_true is not None:
        return "true" if placed.item.is_true else "false"
    if placed.item.type is not ItemType.MULTIPLE_CHOICE or placed.item.is_ascending:
        return ""  # where numbers stand is not chance
    return placed.key_letter


def _choices(placed: PlacedItem) -> int:
    return 2 if placed.item.is_true is not None else len(placed.options)


def _longest_run(keys: Sequence[str]) -> tuple[int, str, int]:
    """Return the length of the longest run, its key and where it begins; an empty key is none."""
    best, at = (0, "", 0), 0
    for key, run in groupby(keys):
        length = len(list(run))
        if key and length > best[0]:
            best = (length, key, at)
        at += length
    return best


def _problem(quiz: Quiz, form: Form, part: Part, what: str, length: int) -> Problem:
    return Problem(
        code="QZ804",
        message=f"in form {form.letter} of `{quiz.spec.id}` {length} keys in a row are {what}",
        place=part.spec.place.place,
        note="chance does this once in a hundred forms; readers begin to doubt what they know",
        hint=f"leave it, or take another `seed` than `{quiz.spec.seed}`",
    )
