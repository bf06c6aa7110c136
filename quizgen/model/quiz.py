"""Quizzes as planned: items, forms and their keys."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, QuizSpec, SectionSpec
from quizgen.model.text import Text

KEY = "key"
"""The slot of the right option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of an item."""

    slot: str
    """Its stable name: ``key``, ``d1``, ``d2`` …; never its text, so that mending a typo moves nothing."""
    text: Text
    why: Text | None = None
    """Why a distractor is wrong."""

    @property
    def is_key(self) -> bool:
        """Whether it is the right choice."""
        return self.slot == KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as a quiz asks it: the same in every form, before it is placed in one."""

    type: ItemType
    fact: Fact
    stem: Text
    """The question, or the statement of a true/false item."""
    options: tuple[Option, ...] = ()
    """By slot: the key first."""
    is_ascending: bool = False
    """Whether the options are numbers or dates, printed from low to high in every form."""
    is_true: bool | None = None
    """Of a true/false item: whether its statement is true. ``None`` for every other type."""
    why: Text | None = None
    """Why a false statement is false."""
    asked: int = 1
    """How many answers are asked for: more than one where the answer is a set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedItem:
    """An item at its number in a form, its options in the form's order."""

    number: int
    item: Item
    options: tuple[Option, ...] = ()

    @property
    def key_letter(self) -> str:
        """``A``, ``B`` … where the item has options, else empty."""
        return next((letter_at(at) for at, option in enumerate(self.options) if option.is_key), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section as it stands in a form."""

    number: int
    spec: SectionSpec
    items: tuple[PlacedItem, ...]

    @property
    def points(self) -> int:
        """Points of the whole part."""
        return self.spec.points * len(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One of the parallel printings of a quiz."""

    letter: str
    code: str
    """A short hash of what is printed, as in ``7K4R-9WXC``: the same text in the same places has the same."""
    parts: tuple[Part, ...]

    @property
    def points(self) -> int:
        """Points of the whole form."""
        return sum(part.points for part in self.parts)

    @property
    def items(self) -> tuple[PlacedItem, ...]:
        """All items in the order of their numbers."""
        return tuple(placed for part in self.parts for placed in part.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A planned quiz: every form holds the same items."""

    spec: QuizSpec
    lang: str
    """A BCP 47 language tag: of the fixed words, and of facts that name none."""
    forms: tuple[Form, ...]


def letter_at(index: int) -> str:
    """Return the letter of a form or an option: ``A`` for 0."""
    return chr(ord("A") + index)
