"""An ``.apkg`` that was shipped before, to compare with: its notes and note types."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.shipped import ShippedNote, ShippedPackage
from quizgen.reading.databases import bounded_copy

_COLLECTION = "collection.anki2"
_NOTHING: Mapping[str, int] = {}
_MOST_BYTES = 512 * 1024 * 1024
_MOST_STEPS = 1_000_000_000
"""Of SQLite's machine: a package of 100,000 notes takes some millions."""


def read_package(file: Path, today: Mapping[str, int] = _NOTHING) -> tuple[ShippedPackage | None, tuple[Problem, ...]]:
    """Read a package that quizgen wrote; a problem where the file is none.

    ``today`` are the modification times that notes have today, by guid: of one that has the same in the package the
    content is left out.
    """
    try:
        with zipfile.ZipFile(file) as package:
            if _COLLECTION not in package.namelist():
                return None, (_problem(file, f"it holds no `{_COLLECTION}`"),)
            if package.getinfo(_COLLECTION).file_size > _MOST_BYTES:
                return None, (_problem(file, "its collection is too large"),)
            with package.open(_COLLECTION) as stream, bounded_copy(stream, _MOST_STEPS) as database:
                return _read_collection(database, today), ()
    except OSError as error:
        return None, (_problem(file, (error.strerror or "it cannot be opened").lower()),)
    except _DAMAGE:
        return None, (_problem(file, "its content is damaged"),)


_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),  # of the archive; the last where it is encrypted
    *(sqlite3.Error, MemoryError),  # of the database; the second one where it has no byte
    *(ValueError, KeyError, TypeError, AttributeError),  # of the tables, and of the JSON in them
)


def _read_collection(database: sqlite3.Connection, today: Mapping[str, int]) -> ShippedPackage:
    (models,) = database.execute("SELECT models FROM col").fetchone()
    types = {int(id_): model for id_, model in json.loads(models).items()}
    names = {id_: tuple(field["name"] for field in model["flds"]) for id_, model in types.items()}
    rows = [(row, guid, int(mod)) for row, guid, mod in database.execute("SELECT rowid, guid, mod FROM notes")]
    notes: dict[str, ShippedNote] = {}
    for row, guid, mod in rows:
        if today.get(guid) != mod:
            found = database.execute("SELECT mid, tags, flds FROM notes WHERE rowid = ?", (row,))
            note_type, tags, text = found.fetchone()
            fields = names.get(note_type, ())
            notes[guid] = ShippedNote(guid=guid, mod=mod, names=fields, text=_text(text), tags=_text(tags))
    return ShippedPackage(
        mods={guid: mod for _, guid, mod in rows},
        notes=notes,
        note_types={id_: int(model["mod"]) for id_, model in types.items()},
    )


def _text(value: object) -> str:
    """Return a value of the database that must be text; anything may stand there."""
    if not isinstance(value, str):
        raise TypeError
    return value


def _problem(file: Path, reason: str) -> Problem:
    return Problem(
        code="QZ052",
        message=f"cannot read `{file.name}` as a package of quizgen: {reason}",
        place=Place(file.as_posix()),
        hint="name an `.apkg` that `quizgen build` made",
    )
