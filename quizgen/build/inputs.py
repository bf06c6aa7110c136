"""What a build depends on: the project's files as they are on the disk, quizgen's own, and Python's version."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from quizgen import __version__
from quizgen.model.layout import (
    ARCHIVE_FOLDER,
    DATA_FOLDER,
    DECKS_FOLDER,
    PROJECT_FILE,
    TEMPLATES_FOLDER,
    WORDS_FOLDER,
)
from quizgen.reading.inside import leads_out

_DEPENDENCIES = ("genanki", "jinja2", "markupsafe", "yaml")
_INPUTS = (PROJECT_FILE, DATA_FOLDER, DECKS_FOLDER, TEMPLATES_FOLDER, WORDS_FOLDER, ARCHIVE_FOLDER)

Times = tuple[int, int, int]
"""A file's size, and when its content and its entry were last changed: an edit that is undone changes them too."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The project's files at one moment, by their paths below its folder."""

    times: Mapping[str, Times]
    digests: Mapping[str, bytes]
    tools: str
    """What stands for quizgen itself, and all that it stands on."""

    def digest(self, others: Mapping[str, bytes]) -> str:
        """Hash everything that a build depends on; ``others`` are further digests by path, or later ones."""
        state = hashlib.blake2b(self.tools.encode(), digest_size=16)
        for path, digest in sorted({**self.digests, **others}.items()):
            state.update(path.encode(errors="surrogateescape") + b"\0" + digest)
        return state.hexdigest()

    def changed_since(self, root: Path) -> set[str]:
        """Return the paths of files that were edited, came or went since that moment."""
        now = dict(_list_inputs(root))
        return {path for path in {**self.times, **now} if self.times.get(path) != now.get(path)}


def read_inputs(root: Path) -> Inputs:
    """Look at a project's files, before anything is made of them."""
    times = dict(_list_inputs(root))
    tools = f"{__version__}\0{sys.version}\0{_newest_code()}\0"
    return Inputs(times=times, digests={path: file_digest(root / path) for path in times}, tools=tools)


def content_digest(content: bytes) -> bytes:
    """Hash the content of a file."""
    return hashlib.blake2b(content).digest()


def file_digest(file: Path) -> bytes:
    """Hash the content of a file on the disk; one that cannot be read is like no other content."""
    try:
        return content_digest(file.read_bytes())
    except OSError:
        return b"unreadable"


def _list_inputs(root: Path) -> Iterator[tuple[str, Times]]:
    for file in _input_files(root):
        path = file.relative_to(root).as_posix()
        try:
            status = file.stat()
            is_elsewhere = file.is_symlink() and leads_out(root, path)
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode) and not is_elsewhere:
            yield path, (status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _input_files(root: Path) -> Iterator[Path]:
    for name in _INPUTS:
        if leads_out(root, name):  # checking reports it
            continue
        yield root / name
        yield from _files_below(root / name)


def _files_below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def _newest_code() -> int:
    """Return the newest change among quizgen's own files and what it stands on: an update of either is an input."""
    package = Path(__file__).parent.parent
    files = [file for folder in (package, package.parent / TEMPLATES_FOLDER) for file in _files_below(folder)]
    files = [file for file in files if file.suffix in {".py", ".html", ".css"}]
    files += [Path(spec.origin) for name in _DEPENDENCIES if (spec := find_spec(name)) and spec.origin]
    return max(file.stat().st_mtime_ns for file in files)
