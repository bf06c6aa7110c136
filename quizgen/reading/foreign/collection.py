"""Anki's collection, an SQLite database, to its notes: the schemas 11 (JSON) and 18 (tables)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizgen.reading.databases import bounded_database
from quizgen.reading.foreign.gathering import MOST_RECORDS

_FIELDS_END = "\x1f"
_MOST_STEPS = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignNote:
    """A note as it stands in a collection."""

    number: int
    """Its place among the notes, from 1."""
    names: tuple[str, ...]
    """Names of its fields."""
    fields: tuple[str, ...]
    """HTML."""
    tags: str
    deck: str
    cards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """All notes, and how many cards were learned."""

    notes: tuple[ForeignNote, ...]
    learned_cards: int


def read_collection(content: bytes) -> Collection:
    """Read the notes of a collection; ``sqlite3.Error`` or ``ValueError`` where it is damaged."""
    if not content:
        message = "an empty database"
        raise ValueError(message)  # SQLite would call it a lack of memory
    with bounded_database(_without_wal(content), _MOST_STEPS) as database:
        _prepare(database)
        has_tables = _has_table(database, "notetypes")
        names = _names_in_tables(database) if has_tables else _names_in_json(database)
        decks = _decks_in_table(database) if has_tables else _decks_in_json(database)
        notes = tuple(_notes(database, names, decks))
        (learned,) = database.execute("SELECT count(*) FROM cards WHERE reps > 0").fetchone()
        return Collection(notes=notes, learned_cards=learned)


def _without_wal(content: bytes) -> bytes:
    """Mark a database as one with a rollback journal: in memory there is no write-ahead log beside it.

    The versions of the file format are the bytes 18 and 19: https://sqlite.org/fileformat2.html.
    """
    at = slice(18, 20)
    return content[: at.start] + b"\x01\x01" + content[at.stop :] if content[at] == b"\x02\x02" else content


def _prepare(database: sqlite3.Connection) -> None:
    database.text_factory = lambda value: value.decode(errors="replace")
    # newer collections compare names without regard to case; nothing is compared here
    database.create_collation("unicase", lambda left, right: (left > right) - (left < right))


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    found = database.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,))
    return found.fetchone() is not None


def _names_in_json(database: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    """Return the names of the fields of each note type."""
    types = _json(database, "models")
    return {int(id_): tuple(str(field["name"]) for field in one["flds"]) for id_, one in types.items()}


def _names_in_tables(database: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    names: dict[int, tuple[str, ...]] = {}
    for note_type, name in database.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        names[note_type] = (*names.get(note_type, ()), str(name))
    return names


def _decks_in_json(database: sqlite3.Connection) -> dict[int, str]:
    return {int(id_): str(deck["name"]) for id_, deck in _json(database, "decks").items()}


def _decks_in_table(database: sqlite3.Connection) -> dict[int, str]:
    rows = database.execute("SELECT id, name FROM decks ORDER BY id")
    return {id_: str(name).replace(_FIELDS_END, "::") for id_, name in rows}


def _json(database: sqlite3.Connection, column: str) -> Any:  # noqa: ANN401 - JSON may be anything
    (text,) = database.execute(f"SELECT {column} FROM col LIMIT 1").fetchone()  # noqa: S608 - a name of ours
    return json.loads(text)


def _notes(
    database: sqlite3.Connection, names: dict[int, tuple[str, ...]], decks: dict[int, str]
) -> Iterator[ForeignNote]:
    homes: dict[int, int] = {}
    cards: dict[int, int] = {}
    # a card that is in a filtered deck for a while has its own one in `odid`
    for note, deck in database.execute(
        "SELECT nid, CASE WHEN odid THEN odid ELSE did END FROM cards ORDER BY nid, ord"
    ):
        homes.setdefault(note, deck)
        cards[note] = cards.get(note, 0) + 1
    rows = database.execute("SELECT id, mid, tags, flds FROM notes ORDER BY id LIMIT ?", (MOST_RECORDS + 1,))
    for number, (id_, note_type, tags, fields) in enumerate(rows, start=1):
        yield ForeignNote(
            number=number,
            names=names.get(note_type, ()),
            fields=tuple(str(fields).split(_FIELDS_END)),
            tags=str(tags),
            deck=decks.get(homes.get(id_, 0), ""),
            cards=cards.get(id_, 0),
        )
