"""The sides of a cloze card, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def sides_of(cloze: Cloze, words: Sequence[Words]) -> Iterator[Sides]:
    """Yield the sides of each card; ``words`` are those of each part of the cloze text."""
    parts = [*zip(cloze.parts, words, strict=True)]
    numbers = cloze.numbers
    for number in numbers:
        hidden = [words for part, words in parts if isinstance(part, Deletion) and part.number == number]
        if len(numbers) > 1:
            front = _front(cloze, number)
        else:
            front = [words if isinstance(part, str) else (GAP,) for part, words in parts]
        yield Sides(number, tuple(chain.from_iterable(front)), tuple(chain.from_iterable(hidden)))


def _front(cloze: Cloze, number: int) -> list[Words]:
    """Return the words in front of one of several cards: what another one hides may be part of a word here."""
    first, *others = map(words_of, cloze.around(number))
    return [first, *[(GAP, *words) for words in others]]
