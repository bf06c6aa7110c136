"""Output files: replaced whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, TypeAlias

from quizgen.diagnostics.problem import Place, Problem

Output: TypeAlias = bytes | Callable[[BinaryIO, Path], None]
"""The bytes of a file; or what writes them into a stream, so that they are never in memory all at once.

That may put a file of its own at the path that it is given, which is deleted afterwards.
"""

_TEMPORARY = ".quizgen-new"
_JOURNAL = f"{_TEMPORARY}-journal"
"""What SQLite may leave where a database was being written."""
_BLOCK = 2**20
"""Bytes that are compared at once."""
_NO_ROOM = "make room on the disk, then run the command again"
_NO_FOLDER = "a file stands where a folder is needed: rename it, or move it away"
_HINTS = {
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: "a folder stands where the file belongs: rename it, then run the command again",
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EIO: "the disk may be failing: copy the project to another one, and run the command there",
    errno.EROFS: "the disk is write-protected: copy the project to another one, and run the command there",
}
_HINT = "close what else holds the file, or give yourself the right to write there; then run the command again"


def write_files(
    root: Path,
    records: Mapping[str, bytes],
    outputs: Mapping[str, Output],
    check: Callable[[], tuple[Problem, ...]] = tuple,
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write files, given by their paths below a folder.

    All are written beside their places first, and moved there only when every one of them is on the disk and
    ``check`` finds no problem: the records before the outputs, so that an output never stands there which the records
    do not know. A file whose bytes would be the same is left as it is. Returns the paths that changed, and a problem
    where the disk refused.
    """
    files: dict[str, Output] = {**records, **outputs}
    if outside := [path for path in files if _leads_out(root, path)]:
        return (), (_outside(outside[0]),)
    changed = [path for path, content in files.items() if not _holds(root / path, content)]
    moved: list[str] = []
    try:
        for path in changed:
            _write_beside(root / path, files[path])
        changed = [path for path in changed if isinstance(files[path], bytes) or not _is_dropped(root / path)]
        if problems := check():
            return (), problems
        _move(root, [path for path in changed if path in records], moved)
        _settle(root, moved)
        _move(root, [path for path in changed if path not in records], moved)
    except OSError as error:
        return tuple(moved), (_refusal("write", root, error, _state_after(moved)),)
    finally:
        _discard(root, (root / path for path in changed[len(moved) :]))
    return tuple(moved), ()


def remove_files(root: Path, paths: Iterable[str]) -> tuple[Problem, ...]:
    """Delete files that are made no more, and the folders that they leave empty."""
    refusals = (_remove(root, root / path) for path in paths)
    return tuple(refusal for refusal in refusals if refusal is not None)


def clear_left_overs(root: Path, folders: Iterable[str]) -> None:
    """Delete what stands half-written in these folders, since a command was cut off; none may be at work there."""
    for folder in folders:
        if _leads_out(root, folder):
            continue
        for place, _, names in os.walk(root / folder):
            for name in (name for name in names if name.endswith((_TEMPORARY, _JOURNAL))):
                _delete(root, Path(place, name))


def _leads_out(root: Path, path: str) -> bool:
    """Whether links lead from a path below ``root`` to a place elsewhere: a project may come from somebody else."""
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself leads nowhere
        return False


def _outside(path: str) -> Problem:
    return Problem(
        code="QZ059",
        message=f"`{path}` leads out of the project",
        place=Place(path),
        note="nothing outside a project is read or written, for it may come from somebody else",
        hint="delete the link, or put what it leads to in its place",
    )


def _holds(file: Path, content: Output) -> bool:
    """Whether a file has these bytes; of those that are still to be written nobody knows yet."""
    try:
        return isinstance(content, bytes) and file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _beside(target: Path) -> Path:
    return target.with_name(target.name + _TEMPORARY)


def _scratch(target: Path) -> Path:
    return _beside(target.with_name(f"{target.name}-scratch"))


def _write_beside(target: Path, content: Output) -> None:
    """Write a file and wait until the disk has it, so that a rename never shows an empty one after a crash."""
    temporary = _beside(target)
    if target.is_dir():  # it could not be moved there, and others would be by then
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.unlink(missing_ok=True)  # it could be a link to elsewhere
        with temporary.open("xb") as stream:
            if isinstance(content, bytes):
                stream.write(content)
            else:
                scratch = _scratch(target)
                scratch.unlink(missing_ok=True)  # likewise
                content(stream, scratch)
                scratch.unlink()
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        error.filename = str(temporary)  # a write that fails does not say where
        raise


def _is_dropped(target: Path) -> bool:
    """Drop what was written beside its place if the same bytes stand there."""
    is_same = _are_alike(_beside(target), target)
    if is_same:
        _beside(target).unlink()
    return is_same


def _are_alike(one: Path, other: Path) -> bool:
    try:
        if one.stat().st_size != other.stat().st_size:
            return False
        with one.open("rb") as left, other.open("rb") as right:
            return all(left.read(_BLOCK) == right.read(_BLOCK) for _ in range(0, one.stat().st_size, _BLOCK))
    except OSError:
        return False


def _move(root: Path, paths: Iterable[str], moved: list[str]) -> None:
    for path in paths:
        _beside(root / path).replace(root / path)
        moved.append(path)


def _settle(root: Path, paths: Iterable[str]) -> None:
    """Wait until the disk knows what was moved, where the system can tell of a folder."""
    if os.name == "posix":  # pragma: no branch - the tests run there
        for folder in dict.fromkeys((root / path).parent for path in paths):
            with contextlib.suppress(OSError):  # some file systems cannot
                handle = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)


def _discard(root: Path, targets: Iterable[Path]) -> None:
    """Delete what stands beside places that it did not reach, and the folders that were made for it."""
    for target in targets:
        _delete(root, _scratch(target))
        _delete(root, _beside(target))


def _delete(root: Path, file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
        if file.parent != root:
            file.parent.rmdir()


def _remove(root: Path, stale: Path) -> Problem | None:
    try:
        if stale.resolve().is_relative_to(root.resolve()):
            stale.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # the folder still holds something
                stale.parent.rmdir()
    except OSError as error:
        return _refusal("delete", root, error)
    return None


def _state_after(moved: list[str]) -> str:
    return "some files are new already, the others are as they were" if moved else "nothing was changed"


def _refusal(verb: str, root: Path, error: OSError, note: str = "") -> Problem:
    file = Path(error.filename or root)
    if file != root and file.is_relative_to(root):
        file = file.relative_to(root)
    reason = (error.strerror or "unknown reason").lower()
    return Problem(
        code="QZ900",
        message=f"cannot {verb} `{file.name.removesuffix(_TEMPORARY)}`: {reason}",
        place=Place(file.as_posix().removesuffix(_TEMPORARY)),
        note=note,
        hint=_HINTS.get(error.errno or 0, _HINT),
    )
