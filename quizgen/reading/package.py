"""An ``.apkg`` that was shipped before, to compare with: its notes and note types."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.shipped import ShippedNote, ShippedPackage
from quizgen.reading.databases import bounded_database

_COLLECTION = "collection.anki2"
_MOST_BYTES = 512 * 1024 * 1024
_MOST_STEPS = 1_000_000_000
"""Of SQLite's machine: a package of 100,000 notes takes some millions."""


def read_package(file: Path) -> tuple[ShippedPackage | None, tuple[Problem, ...]]:
    """Read a package that quizgen wrote; a problem where the file is none."""
    try:
        with zipfile.ZipFile(file) as package:
            if _COLLECTION not in package.namelist():
                return None, (_problem(file, f"it holds no `{_COLLECTION}`"),)
            if package.getinfo(_COLLECTION).file_size > _MOST_BYTES:
                return None, (_problem(file, "its collection is too large"),)
            collection = package.read(_COLLECTION)
        with bounded_database(collection, _MOST_STEPS) as database:
            return _read_collection(database), ()
    except OSError as error:
        return None, (_problem(file, (error.strerror or "it cannot be opened").lower()),)
    except _DAMAGE:
        return None, (_problem(file, "its content is damaged"),)


_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),  # of the archive; the last where it is encrypted
    *(sqlite3.Error, MemoryError),  # of the database; the second one where it has no byte
    *(ValueError, KeyError, TypeError, AttributeError),  # of the tables, and of the JSON in them
)


def _read_collection(database: sqlite3.Connection) -> ShippedPackage:
    (models,) = database.execute("SELECT models FROM col").fetchone()
    types = {int(id_): model for id_, model in json.loads(models).items()}
    names = {id_: tuple(field["name"] for field in model["flds"]) for id_, model in types.items()}
    rows = database.execute("SELECT guid, mid, mod, tags, flds FROM notes")
    notes = {
        guid: ShippedNote(guid=guid, mod=int(mod), names=names.get(note_type, ()), text=_text(text), tags=_text(tags))
        for guid, note_type, mod, tags, text in rows
    }
    return ShippedPackage(notes=notes, note_types={id_: int(model["mod"]) for id_, model in types.items()})


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
