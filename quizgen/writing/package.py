"""Anki packages: the only module that knows genanki.

genanki gives the tables and how a note type or a deck is written down. Ids and modification times come from the
plan, and the bytes are a function of the package alone: no clock, no temporary file, no trace of the machine.
"""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki  # type: ignore[import-untyped]  # it ships no types

from quizgen.model.notes import DeckEntry, NoteType, Package
from quizgen.model.project import CardKind

_NEVER = iter(())
"""In place of genanki's own ids: whoever asks for one has a fault."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip file can hold."""
_UNIX, _RW_R__R__ = 3, 0o644
_COMPRESSION = 4
"""Of 10,000 facts a package has 2.2 MB; at 6 it has 6 % less, and compressing takes 60 % more time."""

_IN_MEMORY = "file:collection?vfs=memdb"
"""One stretch of memory, of this connection alone: ``:memory:`` would be copied twice to be had as bytes."""

_NOTE = """\
INSERT INTO notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')"""
_CARD = """\
INSERT INTO cards (id, nid, did, ord, mod, usn, type, queue, due,
ivl, factor, reps, lapses, left, odue, odid, flags, data)
VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"""
"""A new card: nothing was learned yet."""
_TO_SYNC = -1
"""The sync number of what no server has seen."""

_HEADER_COUNTERS = {24: 1, 40: 1, 92: 1, 96: 3_040_000}
"""Of an SQLite file, by offset: change counter, schema cookie, the change counter that the next number and the
size are valid for, and the version of the library. https://www.sqlite.org/fileformat2.html#the_database_header"""


def package_bytes(package: Package) -> bytes:
    """Return the bytes of an ``.apkg``: the same bytes for the same package, wherever and whenever it is made."""
    media = sorted(package.media, key=lambda medium: medium.name)
    names = {str(number): medium.name for number, medium in enumerate(media)}
    members: dict[str, bytes | bytearray] = {
        "collection.anki2": _with_fixed_counters(_collection(package)),
        "media": json.dumps(names, ensure_ascii=False).encode(),
        **{str(number): medium.content for number, medium in enumerate(media)},
    }
    return _zipped(members)


def _collection(package: Package) -> bytes:
    with closing(sqlite3.connect(_IN_MEMORY, uri=True, isolation_level=None)) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA temp_store = MEMORY")  # else `VACUUM` works in a file
        cursor.execute("PRAGMA journal_mode = OFF")  # nothing is ever rolled back: no copy of each page
        genanki.Package([]).write_to_db(cursor, 0, _NEVER)
        cursor.execute("BEGIN")
        _write_note_types(cursor, package)
        _write_decks(cursor, package.decks)
        cursor.executemany(_NOTE, _note_rows(package))
        cursor.executemany(_CARD, sorted(_card_rows(package)))
        cursor.execute("COMMIT")
        cursor.execute("VACUUM")
        return connection.serialize()


def _write_note_types(cursor: sqlite3.Cursor, package: Package) -> None:
    """Write the note types, each with its own modification time."""
    for note_type, mod in package.note_types:
        deck = _deck(package.decks[0])
        deck.add_model(_model(note_type))
        deck.write_to_db(cursor, mod, _NEVER)


def _write_decks(cursor: sqlite3.Cursor, decks: Iterable[DeckEntry]) -> None:
    for deck in decks:
        _deck(deck).write_to_db(cursor, 0, _NEVER)


def _note_rows(package: Package) -> Iterator[tuple[str | int, ...]]:
    """Yield the rows of the notes, as ``_NOTE`` takes them; by id, as the table is kept: it is faster."""
    note_types = {note_type.planned.kind: note_type.planned.id for note_type, _ in package.note_types}
    for rendered, mod in sorted(package.notes, key=lambda each: each[0].note.note_id):
        note, fields = rendered.note, rendered.fields
        tags, text, first = f" {' '.join(note.tags)} ", "\x1f".join(fields), str(fields[0])
        yield note.note_id, note.guid, note_types[note.kind], mod, _TO_SYNC, tags, text, first


def _card_rows(package: Package) -> Iterator[tuple[str | int, ...]]:
    """Yield the rows of the cards, as ``_CARD`` takes them: those that Anki itself would make."""
    deck_ids = {deck.name: deck.id for deck in package.decks}
    for rendered, mod in package.notes:
        note = rendered.note
        for ordinal, card_id in note.cards:
            yield card_id, note.note_id, deck_ids[note.deck], ordinal, mod, _TO_SYNC, note.due


def _model(note_type: NoteType) -> Any:  # noqa: ANN401 - genanki ships no types
    planned = note_type.planned
    template, template_id = planned.template
    return genanki.Model(
        model_id=planned.id,
        name=note_type.name,
        fields=[{"name": name, "id": id_, "font": "Arial"} for name, id_ in planned.fields],
        templates=[{"name": template, "id": template_id, "qfmt": note_type.front, "afmt": note_type.back}],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if planned.kind is CardKind.CLOZE else genanki.Model.FRONT_BACK,
    )


def _deck(deck: DeckEntry) -> Any:  # noqa: ANN401 - genanki ships no types
    return genanki.Deck(deck.id, deck.name, deck.description_html)


def _with_fixed_counters(database: bytes) -> bytearray:
    """Overwrite what SQLite counts while it works, and its own version, which no reader needs."""
    fixed = bytearray(database)
    for offset, number in _HEADER_COUNTERS.items():
        fixed[offset : offset + 4] = number.to_bytes(4, "big")
    return fixed


def _zipped(members: Mapping[str, bytes | bytearray]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = _UNIX, _RW_R__R__ << 16
            archive.writestr(info, content, ZIP_DEFLATED, _COMPRESSION)
    return buffer.getvalue()
