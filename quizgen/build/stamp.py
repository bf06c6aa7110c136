"""One stamp of all inputs: tells at once that nothing changed since the last build, and which outputs are ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.build.inputs import Inputs, content_digest, file_digest
from quizgen.diagnostics.pages import codes
from quizgen.diagnostics.problem import Problem
from quizgen.model.layout import BUILD_FOLDER
from quizgen.model.plain import from_plain, to_plain
from quizgen.reading.inside import is_file_inside, leads_out

STAMP_FILE = f"{BUILD_FOLDER}/.quizgen-stamp.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the last build read and wrote. Paths are relative to the project."""

    inputs: str = ""
    """A hash of everything that was read; empty after a build that another must not rely on."""
    state: str = ""
    """A hash of the outputs' sizes and times, as the build left them."""
    ledger: str = ""
    """A hash of the ledger as the last build left it; empty where a package may be later than it."""
    outputs: tuple[str, ...] = ()
    """Every file that builds wrote, or were about to write, and none has removed since."""
    pictures: tuple[str, ...] = ()
    """Pictures that were read: they may lie anywhere in the project."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """The code of each form that was made last, by ``QUIZ LETTER``."""
    outdated: tuple[str, ...] = ()
    """The items of printed forms that were out of date, and said to be."""
    remarks: tuple[Problem, ...] = ()
    """What the build had to say, to be said again when nothing has changed."""


def read_stamp(root: Path) -> tuple[Stamp, tuple[Problem, ...]]:
    """Read the stamp of the last build; an empty one where there is none, or a damaged one.

    One that the disk does not give us is a problem: without it, outputs that are made no more would stay for ever.
    """
    try:
        if (root / STAMP_FILE).exists() and not is_file_inside(root, STAMP_FILE):
            return Stamp(), ()  # a pipe, or a link to elsewhere, in a project of somebody else
        return _of_ours(from_plain(Stamp, json.loads((root / STAMP_FILE).read_bytes()), STAMP_FILE)), ()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError, RecursionError):
        return Stamp(), ()
    except OSError as error:
        from quizgen.reading.documents import unreadable  # noqa: PLC0415 - nearly never

        return Stamp(), (unreadable(STAMP_FILE, error),)


def stamp_bytes(stamp: Stamp) -> bytes:
    """Write a stamp down."""
    return json.dumps(to_plain(stamp), indent=1).encode()


def complete_stamp(
    root: Path, stamp: Stamp, inputs: Inputs, records: Mapping[str, bytes], pictures: Mapping[str, bytes]
) -> Stamp:
    """Stamp a build that has just written its outputs, so that another may rely on it.

    ``inputs`` were read before it, ``pictures`` are as it read them. What was edited while it ran is not in these
    hashes, and so the next build notices it; where a file was edited and edited back, nothing is vouched for.
    """
    if inputs.changed_since(root) - set(records):
        return stamp
    written = {path: content_digest(content) for path, content in records.items()}
    shown = {path: content_digest(content) for path, content in pictures.items()}
    return replace(stamp, inputs=inputs.digest({**written, **shown}), state=_state_of(root, stamp.outputs))


def is_up_to_date(root: Path, stamp: Stamp, inputs: Inputs) -> bool:
    """Whether the last build had the same inputs, and its outputs are as it left them."""
    folders = sorted({path.rpartition("/")[0] for path in stamp.outputs})
    if any(leads_out(root, folder) for folder in folders):
        return False
    if not stamp.inputs or stamp.state != _state_of(root, stamp.outputs):
        return False
    if not all(is_file_inside(root, path) for path in stamp.pictures):  # somebody else may have written the stamp
        return False
    return stamp.inputs == inputs.digest({path: file_digest(root / path) for path in stamp.pictures})


def _of_ours(stamp: Stamp) -> Stamp:
    """Return a stamp whose remarks have codes that there are; ``ValueError`` where somebody else wrote it."""
    if not {remark.code for remark in stamp.remarks}.issubset(codes()):
        message = "a remark of no known code"
        raise ValueError(message)
    return stamp


def _state_of(root: Path, paths: Iterable[str]) -> str:
    state = hashlib.blake2b(digest_size=16)
    for path in paths:
        try:
            stat = (root / path).lstat()
            state.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
        except OSError:
            state.update(f"{path}\0missing\0".encode())
    return state.hexdigest()
