"""One stamp of all inputs: tells at once that nothing changed since the last build, and which outputs are ours."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from quizgen import __version__
from quizgen.model.plain import from_plain, to_plain

STAMP_FILE = "build/.quizgen-stamp.json"
_DEPENDENCIES = ("genanki", "jinja2", "markupsafe", "yaml")
_INPUTS = ("quizgen.yaml", "data", "decks", "templates", "words", "archive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the last build read and wrote. Paths are relative to the project."""

    inputs: str = ""
    """A hash of everything that was read; empty after a build that another must not rely on."""
    state: str = ""
    """A hash of the outputs' sizes and times, as the build left them."""
    outputs: tuple[str, ...] = ()
    """Every file that builds wrote and none has removed since."""
    pictures: tuple[str, ...] = ()
    """Pictures that were read: they may lie anywhere in the project."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """The code of each form that was made last, by ``QUIZ LETTER``."""
    outdated: tuple[str, ...] = ()
    """The items of printed forms that were out of date, and said to be."""


def read_stamp(root: Path) -> Stamp:
    """Read the stamp of the last build; an empty one where there is none, or none that can be read."""
    try:
        return from_plain(Stamp, json.loads((root / STAMP_FILE).read_bytes()), STAMP_FILE)
    except (OSError, ValueError, RecursionError):
        return Stamp()


def make_stamp(root: Path, stamp: Stamp, *, complete: bool) -> Stamp:
    """Stamp a build that has just written its outputs."""
    inputs = inputs_digest(root, stamp.pictures) if complete else ""
    return replace(stamp, inputs=inputs, state=_state_of(root, stamp.outputs))


def stamp_text(stamp: Stamp) -> str:
    """Write a stamp down."""
    return json.dumps(to_plain(stamp), indent=1)


def is_up_to_date(root: Path, stamp: Stamp) -> bool:
    """Whether the last build had the same inputs, and its outputs are as it left them."""
    if not stamp.inputs:
        return False
    return stamp.state == _state_of(root, stamp.outputs) and stamp.inputs == inputs_digest(root, stamp.pictures)


def inputs_digest(root: Path, pictures: Iterable[str]) -> str:
    """Hash everything that a build depends on: the project's files, quizgen's own, and Python's version."""
    state = hashlib.blake2b(digest_size=16)
    state.update(f"{__version__}\0{sys.version}\0{_own_code()}\0".encode())
    for file in (*_input_files(root), *(root / name for name in pictures)):
        state.update(file.relative_to(root).as_posix().encode() + b"\0")
        state.update(_content_digest(file))
    return state.hexdigest()


def _content_digest(file: Path) -> bytes:
    try:
        return hashlib.blake2b(file.read_bytes()).digest()
    except OSError:
        return b"unreadable"


def _state_of(root: Path, paths: Iterable[str]) -> str:
    state = hashlib.blake2b(digest_size=16)
    for path in paths:
        try:
            stat = (root / path).stat()
            state.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
        except OSError:
            state.update(f"{path}\0missing\0".encode())
    return state.hexdigest()


def _input_files(root: Path) -> Iterator[Path]:
    for name in _INPUTS:
        path = root / name
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        elif path.is_file():
            yield path


def _own_code() -> int:
    """Return the newest change among quizgen's own files and what it stands on: an update of either is an input."""
    package = Path(__file__).parent.parent
    folders = (package, package.parent / "templates")
    files = [file for folder in folders for file in folder.rglob("*") if file.suffix in {".py", ".html", ".css"}]
    files += [Path(spec.origin) for name in _DEPENDENCIES if (spec := find_spec(name)) and spec.origin]
    return max(file.stat().st_mtime_ns for file in files)
