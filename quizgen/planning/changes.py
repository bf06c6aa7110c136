"""Changes: what Anki will do with a package that it knows an older one of.

The rule (measured, see docs/regenerating.md): a note whose guid is unknown is new; a known one is updated if its
modification time in the package is higher than the student's, and else left alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Set as AbstractSet

from quizgen.model.changes import FieldChange, NoteChange, PackageChanges
from quizgen.model.ledger import Ledger
from quizgen.model.notes import Note, Package, RenderedNote
from quizgen.model.shipped import ShippedNote, ShippedPackage

_NOWHERE: AbstractSet[str] = frozenset()
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:div|p|li)>|<br ?/?>")


def plan_changes(
    deck: str, package: Package, shipped: ShippedPackage, elsewhere: AbstractSet[str] = _NOWHERE
) -> PackageChanges:
    """Compare a package with the one that a student imported last.

    Of that one the content of each note is asked for that is updated now, or has left. ``elsewhere`` are the guids
    of all packages that are made with it.
    """
    new, updated, unchanged, skipped = [], [], 0, set()
    for rendered, mod in package.notes:
        guid = rendered.note.guid
        old_mod = shipped.mods.get(guid)
        if old_mod is None:
            new.append(_named(rendered.note))
        elif mod > old_mod:
            updated.append(_note_change(rendered, shipped.notes[guid], package))
        else:
            unchanged += 1
            skipped |= {str(rendered.note.fact.id)} if _differs(rendered, shipped.notes.get(guid)) else set()
    guids = {rendered.note.guid for rendered, _ in package.notes}
    gone = {guid: _plain(note.fields.get("Fact", "")) for guid, note in shipped.notes.items() if guid not in guids}
    left = {id_ for guid, id_ in gone.items() if guid not in elsewhere}
    look = any(mod > shipped.note_types.get(kind.planned.id, mod) for kind, mod in package.note_types)
    return PackageChanges(
        deck=deck,
        new=tuple(new),
        updated=tuple(updated),
        unchanged=unchanged,
        left=tuple(sorted(left)),
        moved=tuple(sorted(set(gone.values()) - left)),
        skipped=tuple(sorted(skipped)),
        new_look=look,
    )


def plan_changes_by_ledger(deck: str, package: Package, before: Ledger) -> PackageChanges:
    """Compare a package with what the ledger says of the last build: without the old texts."""
    new, updated, unchanged = [], [], 0
    for rendered, mod in package.notes:
        last = before.latest(rendered.note.subject)
        if last is None:
            new.append(_named(rendered.note))
        elif mod > last.mod:
            updated.append(NoteChange(fact=rendered.note.fact.id, kind=rendered.note.kind, fields=()))
        else:
            unchanged += 1
    return PackageChanges(deck=deck, new=tuple(new), updated=tuple(updated), unchanged=unchanged)


def _named(note: Note) -> tuple[str, str]:
    return (str(note.fact.id), str(note.kind))


def _differs(rendered: RenderedNote, old: ShippedNote | None) -> bool:
    """Whether students would miss something if they kept the old note; where its content was not read, nothing."""
    if old is None:
        return False
    return old.text != "\x1f".join(rendered.fields) or tuple(old.tags.split()) != rendered.note.tags


def _note_change(rendered: RenderedNote, old: ShippedNote, package: Package) -> NoteChange:
    note, before = rendered.note, old.fields
    kinds = {note_type.planned.kind: note_type.planned for note_type, _ in package.note_types}
    names = [name for name, _ in kinds[note.kind].fields]
    after = dict(zip(names, rendered.fields, strict=True))
    pairs = ((name, _plain(before.get(name, "")), _plain(after[name])) for name in names)
    changed = [FieldChange(field=name, before=was, after=now) for name, was, now in pairs if was != now]
    tags = old.tags.split()
    gone = " ".join(tag for tag in tags if tag not in note.tags)
    come = " ".join(tag for tag in note.tags if tag not in tags)
    if gone or come:
        changed.append(FieldChange(field="Tags", before=gone, after=come))
    return NoteChange(
        fact=str(note.fact.id),
        kind=str(note.kind),
        fields=tuple(changed),
        retired=note.fact.retired is not None and not before.get("Retired"),
    )


def _plain(text_html: str) -> str:
    """Return the words of a field as one line."""
    return " ".join(html.unescape(_TAG.sub("", _BLOCK_END.sub(" ", text_html))).split())
