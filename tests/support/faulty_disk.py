"""A disk that fails at one step: as a full, a broken or a protected one does, or because the power goes."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

NEVER = -1
_CALLS = ("open", "fsync", "replace", "rename", "mkdir", "unlink", "remove", "rmdir")


@dataclass(frozen=True)
class Fault:
    """What goes wrong, and when."""

    step: int = NEVER
    """The step that fails, from 0."""
    errno: int = 0
    """The error that it fails with; 0 kills the process there, before the step."""


@contextmanager
def faulty_disk(root: Path, fault: Fault, log: Path) -> Iterator[None]:
    """Count what is asked of the disk below a folder, line by line in ``log``, and fail one of these steps.

    Steps are the calls of Python into the system: opening for reading or writing, writing, waiting for the disk,
    renaming, deleting, making folders.
    """
    with log.open("w", encoding="utf-8") as stream:
        disk = _Disk(root, fault, stream)
        with patch.object(io, "open", disk.opened(io.open)):
            patches = [patch.object(os, name, disk.watched(name, getattr(os, name))) for name in _CALLS]
            for each in patches:
                each.start()
            try:
                yield
            finally:
                for each in patches:
                    each.stop()


class _Disk:
    def __init__(self, root: Path, fault: Fault, log: io.TextIOWrapper) -> None:
        self._root, self._fault, self._log = root, fault, log
        self._count = 0

    def step(self, name: str, where: object, do: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the call returns
        """Do a step, unless it is the one that fails."""
        path = self._path_of(where)
        if path is None:
            return do()
        is_it = self._count == self._fault.step
        self._count += 1
        self._log.write(f"{name} {path.relative_to(self._root).as_posix()}\n")
        self._log.flush()
        if not is_it:
            return do()
        if self._fault.errno:
            raise OSError(self._fault.errno, os.strerror(self._fault.errno), *([] if name == "write" else [str(path)]))
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    def _path_of(self, where: object) -> Path | None:
        if isinstance(where, int):
            open_file = Path(f"/proc/self/fd/{where}")  # of Linux; elsewhere it counts as one of ours
            where = open_file.readlink() if open_file.exists() else self._root
        path = Path(os.path.abspath(os.fspath(where)))  # type: ignore[call-overload]  # a path of any kind  # noqa: PTH100 - links are not followed
        return path if path.is_relative_to(self._root) else None

    def watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return a call of the system as one step; its first argument is a path, or a file that is open."""
        return lambda where, *rest, **named: self.step(name, where, lambda: call(where, *rest, **named))

    def opened(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``open`` as one step, and each write into what it opens as another."""

        def open_(where: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - as `open`
            file = self.step(f"open-{mode}", where, lambda: call(where, mode, *rest, **named))
            return _Written(file, self, where) if set(mode) & set("wxa") and self._path_of(where) else file

        return open_


class _Written:
    """A file that is open for writing; a write that fails has written half."""

    def __init__(self, file: Any, disk: _Disk, where: object) -> None:  # noqa: ANN401 - any kind of file
        self._file, self._disk, self._where = file, disk, where

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - of any kind of file
        return getattr(self._file, name)

    def write(self, content: Any) -> Any:  # noqa: ANN401 - bytes or text
        self._file.write(content[: len(content) // 2])
        self._file.flush()
        return self._disk.step("write", self._where, lambda: self._file.write(content[len(content) // 2 :]))
