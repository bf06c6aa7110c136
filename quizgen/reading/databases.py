"""Databases that somebody else may have made: opened in memory, and bounded, for a view in them may never end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

_STEPS_AT_ONCE = 1_000_000
_MOST_ROW_BYTES = 64 * 1024 * 1024


@contextmanager
def bounded_database(content: bytes, most_steps: int) -> Iterator[sqlite3.Connection]:
    """Open the bytes of an SQLite file; a query that takes more steps of its machine is an ``sqlite3.Error``."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        del content  # the database has its own copy
        calls = iter(range(most_steps // _STEPS_AT_ONCE))
        database.set_progress_handler(lambda: next(calls, None) is None, _STEPS_AT_ONCE)
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_ROW_BYTES)
        database.execute("PRAGMA trusted_schema = OFF")
        yield database
