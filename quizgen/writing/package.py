"""Anki packages: the only module that knows genanki.

genanki gives the tables and how a note type or a deck is written down. Ids and modification times come from the
plan, and the bytes are a function of the package alone: no clock, no trace of the machine. However large a package
is, little of it is in memory at once.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

import genanki  # type: ignore[import-untyped]  # it ships no types

from quizgen.model.notes import DeckEntry, NoteType, Package
from quizgen.model.project import CardKind

_NEVER = iter(())
"""In place of genanki's own ids: whoever asks for one has a fault."""

_UNIX, _RW_R__R__ = 3, 0o644
_COMPRESSION = 4
"""Of 10,000 facts a package has 2.2 MB; at 6 it has 6 % less, and compressing takes 60 % more time."""

_BLOCK = 2**20
"""Bytes of the collection that are compressed at once."""
_PRIVATE = ""
"""A database of this connection alone: what SQLite's cache does not hold is in a file that has no name."""

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


def write_package(package: Package, stream: BinaryIO, scratch: Path) -> None:
    """Write an ``.apkg``: the same bytes for the same package, wherever and whenever it is made.

    Its collection is left at ``scratch``; what SQLite cannot write there is an ``OSError``.
    """
    media = sorted(package.media, key=lambda medium: medium.name)
    names = {str(number): medium.name for number, medium in enumerate(media)}
    _write_collection(package, scratch)
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as archive:
        _add(archive, "collection.anki2", _blocks(scratch))
        _add(archive, "media", [json.dumps(names, ensure_ascii=False).encode()])
        for number, medium in enumerate(media):
            _add(archive, str(number), [medium.content])


def _write_collection(package: Package, file: Path) -> None:
    try:
        with closing(sqlite3.connect(_PRIVATE, isolation_level=None)) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA journal_mode = OFF")  # nothing is ever rolled back: no copy of each page
            cursor.execute("PRAGMA synchronous = OFF")  # nor need the disk have it
            genanki.Package([]).write_to_db(cursor, 0, _NEVER)
            cursor.execute("BEGIN")
            _write_note_types(cursor, package)
            _write_decks(cursor, package.decks)
            _write_rows(cursor, package)
            cursor.execute("COMMIT")
            cursor.execute("VACUUM INTO ?", (str(file),))
    except sqlite3.OperationalError as error:
        is_full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        number = errno.ENOSPC if is_full else errno.EIO
        raise OSError(number, os.strerror(number), str(file)) from error


def _write_rows(cursor: sqlite3.Cursor, package: Package) -> None:
    """Write the notes and the cards, and only then their indexes: to sort each once takes less time."""
    indexes = cursor.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    cursor.executemany(_NOTE, _note_rows(package))
    cursor.executemany(_CARD, sorted(_card_rows(package)))
    for _, statement in indexes:
        cursor.execute(statement)


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


def _blocks(database: Path) -> Iterator[bytes]:
    """Read a database, and overwrite what SQLite counts while it works, and its own version, which no reader needs."""
    with database.open("rb") as stream:
        first = bytearray(stream.read(_BLOCK))
        for offset, number in _HEADER_COUNTERS.items():
            first[offset : offset + 4] = number.to_bytes(4, "big")
        yield bytes(first)
        while block := stream.read(_BLOCK):
            yield block


def _add(archive: ZipFile, name: str, blocks: Iterable[bytes]) -> None:
    """Add a member that bears no date, with the rights that a file has."""
    with archive.open(name, "w") as member:
        for block in blocks:
            member.write(block)
    info = archive.getinfo(name)
    info.create_system, info.external_attr = _UNIX, _RW_R__R__ << 16
