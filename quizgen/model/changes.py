"""What a student who imports a package will see, compared with what they hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field of a note, before and after, as plain text; of the tags, those that went and those that came."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteChange:
    """A note that Anki will update."""

    fact: str
    kind: str
    fields: tuple[FieldChange, ...]
    """Empty where the old text is not known."""
    retired: bool = False
    """Whether this is the update that withdraws it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageChanges:
    """One package against what a student holds who imported the one before.

    The three counts are those of Anki's own import log: new, updated, and found unchanged.
    """

    deck: str
    new: tuple[tuple[str, str], ...]
    """(fact id, kind of card)."""
    updated: tuple[NoteChange, ...]
    unchanged: int
    left: tuple[str, ...] = ()
    """Ids of facts whose notes the old package had and this one has not: students keep them as they were."""
    moved: tuple[str, ...] = ()
    """Ids of facts whose notes another package ships now: students keep them where they are."""
    skipped: tuple[str, ...] = ()
    """Ids of facts of which a note reads otherwise, but no later date tells Anki so: unchanged in its log."""
    new_look: bool = False
    """Whether the cards' own layout changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormChanges:
    """A form against the one of the last build."""

    quiz: str
    """The quiz's id."""
    letter: str
    code: str
    edited: tuple[int, ...] = ()
    """Numbers, on the new form, of items that read otherwise or are answered otherwise."""
    new: tuple[int, ...] = ()
    """Numbers, on the new form, of items that were not there."""
    left: tuple[str, ...] = ()
    """Ids of facts that were asked before."""
    reasons: tuple[str, ...] = ()
    """Why items came, went, or read otherwise although their own fact was not edited: a line for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedItem:
    """An item of a printed form whose fact is not what it was."""

    code: str
    number: int
    fact: str
    what: str
    """``edited``, ``retired`` or ``deleted``."""

    @property
    def key(self) -> str:
        """What tells it from others."""
        return f"{self.code} {self.number} {self.what}"
