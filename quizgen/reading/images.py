"""The pictures that facts show: read, and refused where they cannot be shipped."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Fact
from quizgen.model.media import MediaFile
from quizgen.model.text import Text

MAX_BYTES = 5 * 1024 * 1024
"""A larger picture is refused: a deck is synced to telephones."""

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""By the file's ending."""
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}
_SPELLINGS = {".jpeg": ".jpg"}


def read_images(root: Path, facts: Iterable[Fact]) -> tuple[dict[str, MediaFile], tuple[Problem, ...]]:
    """Read the pictures of these facts; they are found by ``image.file`` as written."""
    images: dict[str, MediaFile] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(fact.image.file for fact in facts if fact.image is not None):
        image = _read_image(root, name)
        if isinstance(image, Problem):
            problems.append(image)
        else:
            images[str(name)] = image
    return images, tuple(problems)


def ending_by_content(content: bytes) -> str:
    """Return the ending that a picture's file should have, by its first bytes; empty where it is none that we ship."""
    ending = next((ending for beginning, ending in _BEGINNINGS.items() if content.startswith(beginning)), "")
    return "" if ending == ".webp" and content[8:12] != b"WEBP" else ending


def ending_by_name(name: str) -> str:
    """Return the ending of a file's name in small letters; of two with one meaning, the usual one."""
    ending = PurePosixPath(name).suffix.lower()
    return _SPELLINGS.get(ending, ending)


def _read_image(root: Path, name: Text) -> MediaFile | Problem:
    path = PurePosixPath(name)
    mime_type = _TYPES.get(path.suffix.lower(), "")
    if "\\" in name:
        return _problem(name, "is named with backslashes", f"write `{name.replace(chr(92), '/')}`")
    if not mime_type:
        return _problem(name, "is no picture that Anki and all browsers show", f"use {', '.join(_TYPES)}")
    content = _read_inside(root, path, name)
    if isinstance(content, Problem):
        return content
    if ending_by_content(content) != ending_by_name(name):
        return _problem(name, f"is no {path.suffix.lower()} file, whatever its name says", "save it again")
    digest = hashlib.blake2b(content, digest_size=10).hexdigest()
    return MediaFile(name=f"quizgen-{digest}{path.suffix.lower()}", mime_type=mime_type, content=content)


def _read_inside(root: Path, path: PurePosixPath, name: Text) -> bytes | Problem:
    """Read a file that lies in the project, links followed; a device or a pipe is not even opened."""
    try:
        file = (root / path).resolve()
        if path.is_absolute() or ":" in name or not file.is_relative_to(root.resolve()):
            return _problem(name, "lies outside the project", "copy it into the project, for instance into `images/`")
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return _problem(name, "is no file", "name the picture itself, from the project's folder on")
        if status.st_size > MAX_BYTES:
            return _problem(name, f"is larger than {MAX_BYTES // 2**20} MiB", "save it smaller")
        return file.read_bytes()
    except (OSError, RuntimeError) as error:  # until Python 3.13, a link that leads to itself is a RuntimeError
        reason = (getattr(error, "strerror", None) or "it is a link that leads to itself").lower()
        return _problem(name, f"cannot be read: {reason}", "the path starts at the project's folder")


def _problem(name: Text, what: str, hint: str) -> Problem:
    return Problem(code="QZ053", message=f"the picture `{name}` {what}", place=name.place, hint=hint)
