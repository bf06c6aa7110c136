"""Anki packages: the only module that knows genanki.

genanki gives the tables and how a note type or a deck is written down. Ids and modification times come from the
plan, and the bytes are a function of the package alone: no clock, no temporary file, no trace of the machine.
"""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki  # type: ignore[import-untyped]  # it ships no types

from quizgen.model.notes import DeckEntry, NoteType, Package, RenderedNote
from quizgen.model.project import CardKind

_NEVER = iter(())
"""In place of genanki's own ids: whoever asks for one has a fault."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip file can hold."""
_UNIX, _RW_R__R__ = 3, 0o644
_COMPRESSION = 9

_HEADER_COUNTERS = {24: 1, 40: 1, 92: 1, 96: 3_040_000}
"""Of an SQLite file, by offset: change counter, schema cookie, the change counter that the next number and the
size are valid for, and the version of the library. https://www.sqlite.org/fileformat2.html#the_database_header"""


def package_bytes(package: Package) -> bytes:
    """Return the bytes of an ``.apkg``: the same bytes for the same package, wherever and whenever it is made."""
    media = sorted(package.media, key=lambda medium: medium.name)
    names = {str(number): medium.name for number, medium in enumerate(media)}
    members = {
        "collection.anki2": _collection(package),
        "media": json.dumps(names, ensure_ascii=False).encode(),
        **{str(number): medium.content for number, medium in enumerate(media)},
    }
    return _zipped(members)


def _collection(package: Package) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        cursor = connection.cursor()
        genanki.Package([]).write_to_db(cursor, 0, _NEVER)
        cursor.execute("BEGIN")
        models = _write_note_types(cursor, package)
        _write_decks(cursor, package.decks)
        _write_notes(cursor, package, models)
        cursor.execute("COMMIT")
        cursor.execute("VACUUM")
        return _with_fixed_counters(connection.serialize())


def _write_note_types(cursor: sqlite3.Cursor, package: Package) -> Mapping[CardKind, Any]:
    """Write the note types, each with its own modification time, and return genanki's models of them."""
    models = {}
    for note_type, mod in package.note_types:
        model = _model(note_type)
        deck = _deck(package.decks[0])
        deck.add_model(model)
        deck.write_to_db(cursor, mod, _NEVER)
        models[note_type.planned.kind] = model
    return models


def _write_decks(cursor: sqlite3.Cursor, decks: Iterable[DeckEntry]) -> None:
    for deck in decks:
        _deck(deck).write_to_db(cursor, 0, _NEVER)


def _write_notes(cursor: sqlite3.Cursor, package: Package, models: Mapping[CardKind, Any]) -> None:
    deck_ids = {deck.name: deck.id for deck in package.decks}
    for rendered, mod in package.notes:
        note = rendered.note
        ids = iter([note.note_id, *(card_id for _, card_id in note.cards)])
        _note(rendered, models[note.kind]).write_to_db(cursor, mod, deck_ids[note.deck], ids)


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


def _note(rendered: RenderedNote, model: Any) -> Any:  # noqa: ANN401 - genanki ships no types
    """Make genanki's note, with the cards that were planned: the ones that Anki itself would make."""
    note = rendered.note
    written = genanki.Note(model=model, fields=list(rendered.fields), tags=note.tags, guid=note.guid, due=note.due)
    written.cards = [genanki.Card(ordinal) for ordinal, _ in note.cards]
    return written


def _with_fixed_counters(database: bytes) -> bytes:
    """Overwrite what SQLite counts while it works, and its own version, which no reader needs."""
    fixed = bytearray(database)
    for offset, number in _HEADER_COUNTERS.items():
        fixed[offset : offset + 4] = number.to_bytes(4, "big")
    return bytes(fixed)


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = _UNIX, _RW_R__R__ << 16
            archive.writestr(info, content, ZIP_DEFLATED, _COMPRESSION)
    return buffer.getvalue()
