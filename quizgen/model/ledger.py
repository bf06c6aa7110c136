"""The ledger: what students hold of each note, and since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from quizgen.diagnostics.problem import Place
from quizgen.model.layout import LEDGER_FILE


class Subject(NamedTuple):
    """What a line of the ledger is about."""

    what: str
    """``note``; ``gap``, a cloze deletion of one; ``type``, how a note type looks; or what stays as it was shipped:
    ``schema``, a note type's fields, ``project``, the namespace, and ``deck``, a deck's name."""
    id: str
    """The original id of a note's fact, the number of a schema's note type, the id of a deck's spec; else ``-``."""
    kind: str
    """The kind of card, ``question`` or ``cloze``; ``c2`` for a gap; ``namespace``, ``name`` for project and deck."""


class State(StrEnum):
    """Whether a note is asked or withdrawn."""

    ACTIVE = "active"
    RETIRED = "retired"


class Entry(NamedTuple):
    """One line: what was shipped last."""

    hash: str
    """Of the content."""
    mod: int
    """The modification time that its package carried, in seconds; it only ever rises."""
    state: State = State.ACTIVE
    line: int = 0
    """Where it stands in the file, from 1; 0 where it does not stand there yet."""
    width: int = 1
    """Of that line."""

    @property
    def place(self) -> Place:
        """Where it stands, or else the file."""
        return Place(LEDGER_FILE, self.line, 1, self.width) if self.line else Place(LEDGER_FILE)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries.

    After two branches were merged a subject may have several entries; ``latest`` tells what counts.
    """

    entries: Mapping[Subject, tuple[Entry, ...]] = field(default_factory=dict)

    def latest(self, subject: Subject) -> Entry | None:
        """Return what counts of a subject's entries; ``None`` for a new subject."""
        return latest_of(self.entries.get(subject, ()))

    @property
    def newest_mod(self) -> int:
        """The highest modification time of all; 0 where nothing was shipped yet."""
        return max((entry.mod for entries in self.entries.values() for entry in entries), default=0)


def latest_of(entries: Sequence[Entry]) -> Entry | None:
    """Return the entry with the highest modification time; ``None`` where there is none.

    Where two branches shipped different contents at the same time, students hold either: the hash is then empty,
    which no content equals.
    """
    if len(entries) < 2:  # noqa: PLR2004 - nothing to choose
        return entries[0] if entries else None
    newest = max(entry.mod for entry in entries)
    rivals = [entry for entry in entries if entry.mod == newest]
    agreed = all(entry.hash == rivals[0].hash for entry in rivals)
    state = State.RETIRED if any(entry.state is State.RETIRED for entry in rivals) else State.ACTIVE
    return rivals[0]._replace(hash=rivals[0].hash if agreed else "", state=state)
