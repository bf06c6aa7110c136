"""One command at a time writes into a project.

The lock is the operating system's own, on something that is held open, so that it ends with its process however that
ends. On Linux and macOS the project's folder itself is locked: nothing is left behind, and ``build/`` may be deleted
in the middle. Windows locks no folder: there it is a file in ``build/``, which cannot be deleted while it is open.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.model.layout import BUILD_FOLDER

_PAUSE = 0.05
"""Seconds between two looks at a lock that another process has."""

if sys.platform == "win32":  # pragma: no cover - the tests run elsewhere
    import msvcrt

    def _open(root: Path) -> int:
        file = root / BUILD_FOLDER / ".quizgen-lock"
        file.parent.mkdir(exist_ok=True)
        return os.open(file, os.O_RDWR | os.O_CREAT)

    def _is_taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _give_back(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _open(root: Path) -> int:
        return os.open(root, os.O_RDONLY)

    def _is_taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Have a project to oneself, after waiting as long as another process has it.

    Where the file system knows no locks, nobody waits: to build would else be impossible there.
    """
    try:
        handle = _open(root)
    except OSError:
        yield
        return
    try:
        has_lock = _take(handle)
        try:
            yield
        finally:
            if has_lock:  # pragma: no branch - as below
                _give_back(handle)
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        while not _is_taken(handle):
            time.sleep(_PAUSE)
    except OSError:  # pragma: no cover - a file system without locks is not at hand
        return False
    return True
