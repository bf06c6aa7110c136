"""What the ledger keeps of notes, and their modification times: one rises when, and only when, the content changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from quizgen.model.ledger import Entry, Ledger, State, Subject
from quizgen.model.notes import Note, NoteType, PlannedNoteType
from quizgen.model.project import CardKind


def subject_of(note: Note) -> Subject:
    """Return what the ledger knows a note by."""
    return Subject("note", note.original_id, note.kind)


def gap_subjects(note: Note) -> Iterator[Subject]:
    """Return what the ledger knows the gaps of a cloze note by; one that has c1 alone, as most, needs no line."""
    numbers = [ordinal + 1 for ordinal, _ in note.cards]
    if note.kind is CardKind.CLOZE and numbers != [1]:
        yield from (Subject("gap", note.original_id, f"c{number}") for number in numbers)


def type_subject(note_type: NoteType) -> Subject:
    """Return what the ledger knows the look of a note type by."""
    return Subject("type", "-", str(note_type.planned.kind))


def content_hash(parts: Iterable[str]) -> str:
    """Hash what a note shows, or a note type is: 32 hexadecimal digits.

    Parts are told apart by a control character, which no text of ours can hold.
    """
    return hashlib.blake2b("\x1e".join(parts).encode(), digest_size=16).hexdigest()


def schema_hash(note_type: PlannedNoteType) -> str:
    """Hash what Anki knows a note type's schema by: its fields and card templates in order, with their ids."""
    parts = (*note_type.fields, note_type.template)
    return content_hash([str(note_type.id), *(part for name, id_ in parts for part in (name, str(id_)))])


def plan_ledger(ledger: Ledger, contents: Mapping[Subject, tuple[str, State]], now: int) -> Ledger:
    """Enter the contents that are about to be shipped: (hash, state) by subject.

    The modification time stays where the hash does, else it is ``max(previous + 1, now)``: a clock that runs
    backwards never lowers it, and a reverted edit still raises it. Other subjects keep what they have.
    """
    entered = {subject: (_enter(ledger.latest(subject), *content, now),) for subject, content in contents.items()}
    kept = {subject: _tidy(ledger, subject) for subject in ledger.entries if subject not in entered}
    return Ledger({**kept, **entered})


def _enter(last: Entry | None, content: str, state: State, now: int) -> Entry:
    if last is None:
        return Entry(content, now, state)
    if last.hash == content:
        return Entry(content, last.mod, state)
    return Entry(content, max(last.mod + 1, now), state)


def _tidy(ledger: Ledger, subject: Subject) -> tuple[Entry, ...]:
    """Keep one line of several that a merge left; all of them where they do not agree."""
    latest = ledger.latest(subject)
    return (latest,) if latest is not None and latest.hash else ledger.entries[subject]
