"""The project file and the deck specs: what the curator asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizgen.model.selection import Selection
from quizgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What ``quizgen.yaml`` says."""

    namespace: Text
    """The project's own random id: guids, note-type ids and the tag root derive from it."""
    title: Text
    language: Text
    """A BCP 47 language tag, for facts and quizzes that name none."""
    licence: Text | None = None
    contact: Text | None = None
    version: Text | None = None


class CardKind(StrEnum):
    """The notes that a fact can give."""

    QUESTION = "question"
    CLOZE = "cloze"


class ItemType(StrEnum):
    """The ways in which a quiz can ask."""

    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE = "true_false"
    SHORT_ANSWER = "short_answer"


class Paper(StrEnum):
    """The paper that a quiz is printed on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkiSpec:
    """The Anki deck of a deck spec."""

    deck: Text
    """The deck's full name, ``A::B``; frozen once shipped."""
    cards: tuple[CardKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """A run of items of one type."""

    type: ItemType
    count: int
    place: Text
    """The text of ``type``, as written: where problems with the section point."""
    options: int = 4
    """Options of a multiple-choice item at the most, key included."""
    points: int = 1
    lines: int | None = None
    """Answer lines of a short answer; two a point where it is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizSpec:
    """An assessment."""

    id: Text
    title: Text
    sections: tuple[SectionSpec, ...]
    seed: Text
    subtitle: Text | None = None
    forms: int = 1
    """How many parallel printings: A, B …; 1 to 26."""
    paper: Paper = Paper.A4
    minutes: int | None = None
    lang: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckSpec:
    """What ``decks/x.yaml`` asks for."""

    id: Text
    """The file's name without its ending, placed at the start of the file."""
    title: Text
    facts: Selection | None = None
    bundle: tuple[Text, ...] = ()
    """The ids of the deck specs whose decks one package holds together."""
    anki: AnkiSpec | None = None
    quizzes: tuple[QuizSpec, ...] = ()
