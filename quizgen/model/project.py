"""The project file and the deck specs: what the curator asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from quizgen.model.selection import Selection
from quizgen.model.settings import CheckSettings
from quizgen.model.text import Text
from quizgen.model.words import OwnWords


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
    check: CheckSettings = field(default_factory=CheckSettings)
    words: tuple[OwnWords, ...] = ()
    """The fixed words that it gives itself, in ``words/``."""


class CardKind(StrEnum):
    """The notes that a fact can give."""

    QUESTION = "question"
    CLOZE = "cloze"


class ItemType(StrEnum):
    """The ways in which a quiz can ask."""

    MULTIPLE_CHOICE = "multiple_choice"
    MULTIPLE_RESPONSE = "multiple_response"
    TRUE_FALSE = "true_false"
    FILL_IN_BLANK = "fill_in_blank"
    NUMERICAL = "numerical"
    MATCHING = "matching"
    ORDERING = "ordering"
    SHORT_ANSWER = "short_answer"
    ESSAY = "essay"


class MatchBy(StrEnum):
    """What stands at the right of a matching."""

    VOICE = "voice"
    SOURCE = "source"
    ANSWER = "answer"


class Paper(StrEnum):
    """The paper that a quiz is printed on."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkiSpec:
    """The Anki deck of a deck spec."""

    deck: Text
    """The deck's full name, ``A::B``; frozen once shipped."""
    cards: tuple[CardKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many facts of a topic, or of one below it, a section asks about at least."""

    topic: Text
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """A run of items of one type."""

    type: ItemType
    count: int
    """How many facts it asks about: an item each, but for the pairs of a matching and the events of an ordering."""
    place: Text
    """The text of ``type``, as written: where problems with the section point."""
    title: Text | None = None
    """In place of the type's own title."""
    instructions: Text | None = None
    """In place of the type's own directions."""
    options: int = 4
    """Options of an item at the most, the right ones included."""
    points: int = 1
    """Of each item, each pair of a matching, each event of an ordering."""
    lines: int | None = None
    """Lines to write on; where it is missing, as many as the points call for."""
    by: MatchBy | None = None
    """Of a matching."""
    topics: tuple[Quota, ...] = ()
    """By a fact's first topic."""
    ids: tuple[Text, ...] = ()
    """Facts that are asked about whatever their rank."""


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
    columns: int = 1
    """1 or 2, for the items of a form."""
    large_print: bool = True
    """Whether each form is made in large print as well."""
    minutes: int | None = None
    instructions: Text | None = None
    """One more line of instructions to students."""
    avoid: tuple[Text, ...] = ()
    """Ids of quizzes of the project whose facts this one does not ask about."""
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
