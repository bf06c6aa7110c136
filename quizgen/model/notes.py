"""Anki notes as planned, and as rendered; and the package that carries them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quizgen.model.fact import Fact
from quizgen.model.ledger import Subject
from quizgen.model.media import MediaFile
from quizgen.model.project import CardKind, DeckSpec


class Note(NamedTuple):
    """A note of a fact: who it is in every student's collection, for good.

    Like ``RenderedNote`` a tuple, for there are as many as facts, or more.
    """

    fact: Fact
    kind: CardKind
    subject: Subject
    """What the ledger knows it by: the id that the fact was first shipped with, which also makes the guid."""
    guid: str
    note_id: int
    cards: tuple[tuple[int, int], ...]
    """(ordinal, card id), ascending: one for each cloze number, or the single card of a question."""
    tags: tuple[str, ...]
    lang: str
    """The language of the fact and of the fixed words round it."""
    deck: str
    """The full name of the deck in which a new student gets it."""
    due: int
    """Its place among the new cards of its package; from 0."""


def original_id(fact: Fact) -> str:
    """Return the id that a fact was first shipped with, whatever it is called now."""
    return fact.renamed_from or fact.id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDeck:
    """A deck of a package."""

    name: str
    """The full name, ``A::B``: what Anki knows it by."""
    id: int
    title: str
    """The title of the deck spec that it belongs to."""
    facts: tuple[Fact, ...]
    """The facts that have a note in it, in order."""
    is_retired: bool = False
    """Whether it is the sub-deck of the facts that are no longer asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPackage:
    """The package of one deck spec: whose notes, in order of ``due``, in which decks."""

    spec: DeckSpec
    notes: tuple[Note, ...]
    decks: tuple[PlannedDeck, ...]
    note_types: tuple[PlannedNoteType, ...]
    """Of the kinds that it has notes of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedNoteType:
    """Who a note type of the project is; its field names and ids are append-only."""

    kind: CardKind
    id: int
    fields: tuple[tuple[str, int], ...]
    """(name, id)."""
    template: tuple[str, int]
    """(name, id) of its one card template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteType:
    """A note type as students get it."""

    planned: PlannedNoteType
    name: str
    front: str
    back: str
    css: str

    @property
    def content(self) -> tuple[str, ...]:
        """All that a change of which students should get; the ledger hashes it."""
        fields = (name for name, _ in self.planned.fields)
        return (self.name, self.front, self.back, self.css, self.planned.template[0], *fields)


class RenderedNote(NamedTuple):
    """A note with its fields' HTML, in the order of its note type's fields."""

    note: Note
    fields: tuple[str, ...]

    @property
    def content(self) -> tuple[str, ...]:
        """All that a change of which students should get; the ledger hashes it."""
        return self.fields + self.note.tags


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckEntry:
    """A deck in a package, and what it says of itself."""

    name: str
    id: int
    description_html: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Everything that is written into one ``.apkg``. Times are seconds since 1970."""

    decks: tuple[DeckEntry, ...]
    note_types: tuple[tuple[NoteType, int], ...]
    """With their modification times."""
    notes: tuple[tuple[RenderedNote, int], ...]
    """With their modification times."""
    media: tuple[MediaFile, ...] = ()
