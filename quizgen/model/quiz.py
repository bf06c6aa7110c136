"""Quizzes as ordered, and as planned: items, forms and their keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from quizgen.model.fact import Answer, Fact
from quizgen.model.project import ItemType, QuizSpec, SectionSpec
from quizgen.model.text import Text

KEY = "key"
"""The slot of the right option, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizOrder:
    """A quiz to be planned: its spec, the facts of its deck, the language of its fixed words."""

    spec: QuizSpec
    facts: tuple[Fact, ...]
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of an item, or one event of an ordering."""

    slot: str
    """Its stable name: ``key``, ``d1``, ``d2`` …, or the id of the fact that it is borrowed from.

    It is never made of its text, so that mending a typo moves nothing.
    """
    text: Text
    is_key: bool = False
    """Whether it is a right choice."""
    why: Text | None = None
    """Why a distractor is wrong."""
    is_derived: bool = False
    """Whether no curator wrote it for this fact: a made-up number, or another fact's answer."""
    is_made_up: bool = False
    """Whether it is such a number, or a date."""


class MarkingKind(StrEnum):
    """What a marker looks for in an essay."""

    ANSWER = "answer"
    VOICE = "voice"
    """That it says whom the source cites."""
    CERTAINTY = "certainty"
    """That it keeps the source's own hedge."""
    CONTRAST = "contrast"
    """That it tells the claim that stands against this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingPoint:
    """A line of the marking notes of an essay, for one point."""

    kind: MarkingKind
    text: Text
    """The answer, the voice, the certainty, or the other claim."""
    accept: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """Where a number is written, and which numbers are right."""

    before: Text
    """Printed before the line: ``$``, ``about``."""
    after: Text
    """Printed after it: the unit."""
    least: str
    """The least number that is right, and the greatest; the same where one number alone is."""
    most: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as a quiz asks it: the same in every form, before it is placed in one."""

    type: ItemType
    fact: Fact
    stem: Text
    """The question, the statement, the sentence with its blanks, the left side of a pair; empty of an ordering."""
    others: tuple[Fact, ...] = ()
    """The further facts of an ordering."""
    options: tuple[Option, ...] = ()
    """By slot, the right ones first; the events of an ordering from the first to the last."""
    is_ascending: bool = False
    """Whether the options are numbers or dates, printed from low to high in every form."""
    is_alphabetical: bool = False
    """Whether the options are printed by the alphabet in every form."""
    is_true: bool | None = None
    """Of a true/false item: whether its statement is true. ``None`` for every other type."""
    is_derived: bool = False
    """Whether its false statement is not the curator's own."""
    why: Text | None = None
    """Why a false statement is false."""
    asked: int = 1
    """How many answers are asked for: more than one where the answer is a set."""
    answers: tuple[Answer, ...] = ()
    """The right ones, where the answer is written: those of the fact, or what stood in the blanks, in order."""
    pieces: tuple[Text, ...] = ()
    """Of a sentence with blanks: what stands before, between and after them."""
    number: NumberLine | None = None
    marking: tuple[MarkingPoint, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that it is about."""
        return (self.fact, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedItem:
    """An item at its number in a form, its options in the form's order."""

    number: int
    item: Item
    options: tuple[Option, ...] = ()

    @property
    def key_letter(self) -> str:
        """``A``, ``B`` … where the item has options to choose from, ``B D`` where several are right; else empty."""
        return " ".join(letter_at(at) for at, option in enumerate(self.options) if option.is_key)

    @property
    def ranks(self) -> tuple[int, ...]:
        """For each event of an ordering as it is printed, its number in the right order, from 1."""
        if self.item.type is not ItemType.ORDERING:
            return ()
        slots = [event.slot for event in self.item.options]
        return tuple(slots.index(event.slot) + 1 for event in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section as it stands in a form."""

    number: int
    spec: SectionSpec
    items: tuple[PlacedItem, ...]

    def points_of(self, item: Item) -> int:
        """Points of one item: those of the section, for each event of an ordering."""
        return self.spec.points * len(item.facts)

    @property
    def points(self) -> int:
        """Points of the whole part."""
        return sum(self.points_of(placed.item) for placed in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One of the parallel printings of a quiz."""

    letter: str
    code: str
    """A short hash of what is printed and what is right, as in ``7K4R-9WXC``."""
    parts: tuple[Part, ...]

    @property
    def points(self) -> int:
        """Points of the whole form."""
        return sum(part.points for part in self.parts)

    @property
    def items(self) -> tuple[PlacedItem, ...]:
        """All items in the order of their numbers."""
        return tuple(placed for part in self.parts for placed in part.items)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that it asks about, in the order of their items."""
        return tuple(fact for placed in self.items for fact in placed.item.facts)


class PassedOver(Protocol):
    """Why sections do not ask about facts, by the id of a fact and the index of a section."""

    def get(self, key: tuple[str, int], default: str, /) -> str:
        """Say why, in words that follow “it is” or “it has”; ``default`` for a fact that is none of the deck's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A planned quiz: every form holds the same items."""

    spec: QuizSpec
    lang: str
    """A BCP 47 language tag: of the fixed words, and of facts that name none."""
    forms: tuple[Form, ...]
    passed_over: PassedOver = field(default_factory=dict[tuple[str, int], str], compare=False)


def letter_at(index: int) -> str:
    """Return the letter of a form or an option: ``A`` for 0."""
    return chr(ord("A") + index)
