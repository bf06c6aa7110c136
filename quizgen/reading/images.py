"""The pictures that facts show: read, and refused where they cannot be shipped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Fact
from quizgen.model.media import MediaFile
from quizgen.model.text import Text

MAX_BYTES = 5 * 1024 * 1024
"""A larger picture is refused: a deck is synced to telephones."""

_KINDS = {
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
    ".gif": ("image/gif", b"GIF8"),
    ".webp": ("image/webp", b"RIFF"),
}
"""By the file's ending: its type, and how such a file begins."""


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


def _read_image(root: Path, name: Text) -> MediaFile | Problem:
    path = PurePosixPath(name.replace("\\", "/"))
    file = root / path
    if path.is_absolute() or ":" in name or not file.resolve().is_relative_to(root.resolve()):
        return _problem(name, "lies outside the project", "copy it into the project, for instance into `images/`")
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        return _problem(name, "is no picture that Anki and all browsers show", f"use {', '.join(_KINDS)}")
    try:
        if file.stat().st_size > MAX_BYTES:
            return _problem(name, f"is larger than {MAX_BYTES // 2**20} MiB", "save it smaller")
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return _problem(name, f"cannot be read: {reason}", "the path starts at the project's folder")
    mime_type, beginning = kind
    if not content.startswith(beginning):
        return _problem(name, f"is no {path.suffix.lower()} file, whatever its name says", "save it again")
    digest = hashlib.blake2b(content, digest_size=10).hexdigest()
    return MediaFile(name=f"quizgen-{digest}{path.suffix.lower()}", mime_type=mime_type, content=content)


def _problem(name: Text, what: str, hint: str) -> Problem:
    return Problem(code="QZ053", message=f"the picture `{name}` {what}", place=name.place, hint=hint)
