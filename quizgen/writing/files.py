"""Output files: replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem

_TEMPORARY = ".quizgen-new"


def write_files(
    root: Path, records: Mapping[str, bytes], outputs: Mapping[str, bytes]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write files, given by their paths below a folder.

    All are written beside their places first, and moved there only when every one of them is on the disk: the
    records before the outputs, so that an output never stands there which the records do not know. A file whose
    bytes would be the same is left as it is. Returns the paths that changed, or a problem where the disk refused.
    """
    files = {**records, **outputs}
    changed = {path: content for path, content in files.items() if not _holds(root / path, content)}
    try:
        _replace(root, changed)
    except OSError as error:
        return (), (_refusal(root, error),)
    return tuple(changed), ()


def remove_files(root: Path, paths: Iterable[str]) -> tuple[Problem, ...]:
    """Delete files that are made no more, and the folders that they leave empty."""
    try:
        for path in paths:
            stale = root / path
            if stale.resolve().is_relative_to(root.resolve()):
                stale.unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # the folder still holds something
                    stale.parent.rmdir()
    except OSError as error:
        return (_refusal(root, error),)
    return ()


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _replace(root: Path, files: Mapping[str, bytes]) -> None:
    written: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            target = root / path
            temporary = target.with_name(target.name + _TEMPORARY)
            target.parent.mkdir(parents=True, exist_ok=True)
            written.append((temporary, target))
            _write_through(temporary, content)
        for temporary, target in written:
            temporary.replace(target)
    finally:
        for temporary, _ in written:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write_through(file: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it, so that a rename never shows an empty one after a crash."""
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _refusal(root: Path, error: OSError) -> Problem:
    file = Path(error.filename or root)
    with contextlib.suppress(ValueError):
        file = file.relative_to(root)
    reason = (error.strerror or "unknown reason").lower()
    return Problem(
        code="QZ900",
        message=f"cannot write `{file.name.removesuffix(_TEMPORARY)}`: {reason}",
        place=Place(file.as_posix().removesuffix(_TEMPORARY)),
        hint="make room, or give yourself the right to write in this folder; then run the command again",
    )
