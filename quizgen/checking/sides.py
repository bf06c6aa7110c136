"""The sides of a cloze card, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from quizgen.checking.folding import words_of
from quizgen.model.cloze import Cloze, Deletion

GAP = "ꙮ"
"""A letter that stands in no text, in the place of what is hidden."""

Words = tuple[str, ...]


class Sides(NamedTuple):
    """A card's words."""

    number: int
    front: Words
    """What it shows, with a gap for each deletion that it hides."""
    hidden: Words


def sides_of(cloze: Cloze, words: Sequence[Words]) -> tuple[Sides, ...]:
    """Return the sides of each card; ``words`` are those of each part of the cloze text."""
    numbers = cloze.numbers
    if len(numbers) == 1:
        return (_only_sides(cloze, words, numbers[0]),)
    return tuple([Sides(number, _front(cloze, number), _hidden(cloze, words, number)) for number in numbers])


def _only_sides(cloze: Cloze, words: Sequence[Words], number: int) -> Sides:
    """Return the sides of the only card, which most cloze texts have: each of its parts has its words already."""
    front: list[str] = []
    hidden: list[str] = []
    for part, own in zip(cloze.parts, words, strict=True):
        if isinstance(part, str):
            front += own
        else:
            front.append(GAP)
            hidden += own
    return Sides(number, tuple(front), tuple(hidden))


def _hidden(cloze: Cloze, words: Sequence[Words], number: int) -> Words:
    parts = zip(cloze.parts, words, strict=True)
    hidden = [own for part, own in parts if isinstance(part, Deletion) and part.number == number]
    return tuple(chain.from_iterable(hidden))


def _front(cloze: Cloze, number: int) -> Words:
    """Return the words in front of one of several cards: what another one hides may be part of a word here."""
    first, *others = map(words_of, cloze.around(number))
    return tuple(chain(first, *[(GAP, *words) for words in others]))
