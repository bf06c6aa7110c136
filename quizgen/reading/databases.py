"""Databases that somebody else may have made: they are never written to, and bounded, for a view may never end."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

_BLOCK = 2**20
"""Bytes that are copied at once."""
_STEPS_AT_ONCE = 1_000_000
_MOST_ROW_BYTES = 64 * 1024 * 1024


@contextmanager
def bounded_database(content: bytes, most_steps: int) -> Iterator[sqlite3.Connection]:
    """Open the bytes of an SQLite file in memory; a query that takes more steps of its machine is an error of it."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        del content  # the database has its own copy
        _bound(database, most_steps)
        yield database


@contextmanager
def bounded_copy(stream: IO[bytes], most_steps: int) -> Iterator[sqlite3.Connection]:
    """Do the same with a stream's bytes, which may be many: they stand in a temporary folder meanwhile."""
    with TemporaryDirectory(prefix="quizgen-") as folder:
        file = Path(folder, "database")
        with file.open("wb") as copy:
            shutil.copyfileobj(stream, copy, _BLOCK)
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            _bound(database, most_steps)
            yield database


def _bound(database: sqlite3.Connection, most_steps: int) -> None:
    calls = iter(range(most_steps // _STEPS_AT_ONCE))
    database.set_progress_handler(lambda: next(calls, None) is None, _STEPS_AT_ONCE)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_ROW_BYTES)
    database.execute("PRAGMA trusted_schema = OFF")
