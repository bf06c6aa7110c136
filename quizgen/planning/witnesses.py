"""Packages of earlier builds as witnesses: a ledger that was taken back, as git does it, is behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.ledger import Entry, Ledger, Subject
from quizgen.model.notes import NoteType, RenderedNote
from quizgen.model.shipped import ShippedNote, ShippedPackage
from quizgen.planning.ledger import content_hash, type_subject


def hear_witnesses(
    ledger: Ledger, notes: Iterable[RenderedNote], note_types: Iterable[NoteType], packages: Iterable[ShippedPackage]
) -> tuple[Ledger, tuple[str, ...]]:
    """Add what packages know to be later than the ledger says.

    Where the ledger does not know a note, or the package has another content of it, no content counts as known: so it
    is dated anew, after that package. Returns the ids of the facts of such notes too; none for a lost ledger.
    """
    entries, behind = dict(ledger.entries), set[str]()
    rendered, types = tuple(notes), tuple(note_types)
    for package in packages:
        for each, shipped in _later_notes(ledger, rendered, package):
            is_same = ledger.latest(each.note.subject) is not None and _is_same(each, shipped)
            behind |= set() if is_same or not ledger.entries else {str(each.note.fact.id)}
            _add(entries, each.note.subject, Entry(content_hash(each.content) if is_same else "", shipped.mod))
        for note_type in types:
            mod = package.note_types.get(note_type.planned.id, 0)
            if mod > _mod(ledger, type_subject(note_type)):
                _add(entries, type_subject(note_type), Entry("", mod))
    return Ledger(entries), tuple(sorted(behind))


def _later_notes(
    ledger: Ledger, notes: Iterable[RenderedNote], package: ShippedPackage
) -> Iterator[tuple[RenderedNote, ShippedNote]]:
    for each in notes:
        mod = package.mods.get(each.note.guid, 0)
        if mod > _mod(ledger, each.note.subject):
            yield each, package.notes[each.note.guid]


def _is_same(rendered: RenderedNote, shipped: ShippedNote) -> bool:
    return shipped.text == "\x1f".join(rendered.fields) and tuple(shipped.tags.split()) == rendered.note.tags


def _mod(ledger: Ledger, subject: Subject) -> int:
    last = ledger.latest(subject)
    return last.mod if last else 0


def _add(entries: dict[Subject, tuple[Entry, ...]], subject: Subject, entry: Entry) -> None:
    entries[subject] = (*entries.get(subject, ()), entry)
