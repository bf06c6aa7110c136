"""What the ledger keeps of notes, and their modification times: one rises when, and only when, the content changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from quizgen.model.ledger import Entry, Ledger, State, Subject, latest_of
from quizgen.model.notes import Note, NoteType, PlannedNoteType
from quizgen.model.project import CardKind


def gap_subjects(note: Note) -> list[Subject]:
    """Return what the ledger knows the gaps of a cloze note by; one that has c1 alone, as most, needs no line."""
    ordinals = [ordinal for ordinal, _ in note.cards] if note.kind is CardKind.CLOZE else [0]
    return [] if ordinals == [0] else [Subject("gap", note.subject.id, f"c{ordinal + 1}") for ordinal in ordinals]


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
    lines = ledger.entries
    entered = {subject: _enter(lines.get(subject, ()), *content, now) for subject, content in contents.items()}
    kept = {subject: _tidy(entries) for subject, entries in lines.items() if subject not in entered}
    return Ledger({**kept, **entered})


def _enter(entries: tuple[Entry, ...], content: str, state: State, now: int) -> tuple[Entry, ...]:
    last = latest_of(entries)
    if last is None:
        return (Entry(content, now, state),)
    if last.hash != content:
        return (Entry(content, max(last.mod + 1, now), state),)
    return _tidy(entries) if last.state is state else (last._replace(state=state),)


def _tidy(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Keep one line of several that a merge left; all of them where they do not agree."""
    latest = latest_of(entries)
    return entries if len(entries) == 1 or latest is None or not latest.hash else (latest,)
