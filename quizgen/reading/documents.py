"""Documents: files as text that can be trusted to hold nothing but text."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizgen.diagnostics.excerpt import LINE_BREAK
from quizgen.diagnostics.problem import Place, Problem
from quizgen.reading.inside import leads_out, link_problem

MAX_BYTES = 128 * 1024 * 1024
"""A larger document is refused: about a quarter of a million facts."""

_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_FORBIDDEN = re.compile(f"[{_NEVER}]")
_FORBIDDEN_BYTES = bytes(code for code in range(128) if _FORBIDDEN.match(chr(code)))
_FORBIDDEN_IN_VALUES = re.compile(f"[\r{_NEVER}]")
"""A carriage return ends lines in a file; in a value it can only come from an escape."""
_UTF32_MARKS = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MOST_CONTROL_CHARACTERS = 10


class Document(NamedTuple):
    """A text file being read."""

    path: str
    """Relative to the project, with forward slashes."""
    text: str


def read_document(root: Path, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """Read one file of a project.

    With problems, the document's text serves for excerpts only and must not be parsed.
    """
    try:
        problem = check_file(root, path)
        if problem is not None:
            return Document(path, ""), (problem,)
        content = (root / path).read_bytes()
    except OSError as error:
        return Document(path, ""), (unreadable(path, error),)
    return decode_document(path, content)


def unreadable(path: str, error: OSError) -> Problem:
    """Say that the operating system does not give us a file or a folder, and why."""
    if isinstance(error, FileNotFoundError):
        hint = "is this the project's folder? Name another with `--project FOLDER`"
        return Problem(code="QZ001", message=f"there is no `{path}`", place=Place(path), hint=hint)
    reason = (error.strerror or "unknown reason").lower()
    hint = "look whether another program holds it, and whether you may read it"
    return Problem(code="QZ001", message=f"cannot read `{path}`: {reason}", place=Place(path), hint=hint)


def decode_document(path: str, content: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Decode the bytes of a document as UTF-8 and look for characters that no text should hold."""
    if encoding := _wide_encoding(content):
        hint = "save the file as UTF-8 in your editor"
        message = f"the file is {encoding}, not UTF-8"
        return Document(path, ""), (Problem(code="QZ003", message=message, place=Place(path), hint=hint),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(path, content, error)
    document = Document(path, text)
    if content.isascii() and len(content.translate(None, _FORBIDDEN_BYTES)) == len(content):
        return document, ()  # an eighth of the time that looking at every character takes
    return document, tuple(_control_characters(document))


def place_at(document: Document, offset: int, width: int = 1) -> Place:
    """Return the place of a character, given its offset in code points."""
    line, start = 1, 0
    for match in LINE_BREAK.finditer(document.text, 0, offset):
        line, start = line + 1, match.end()
    return Place(document.path, line, offset - start + 1, width)


def control_characters(text: str) -> list[str]:
    """Return the characters of a decoded text that no text should hold, each once; escapes can bring them in."""
    return list(dict.fromkeys(_FORBIDDEN_IN_VALUES.findall(text)))


def control_character_problem(character: str, place: Place) -> Problem:
    """Say that a character stands there which nobody can see."""
    return Problem(
        code="QZ004",
        message=f"the control character U+{ord(character):04X} stands in the text",
        place=place,
        hint="delete it; most editors do not show it",
    )


def check_file(root: Path, path: str) -> Problem | None:
    """Look before reading: a link to elsewhere, a folder, a pipe or a device in a file's place, a file too large."""
    if leads_out(root, path):
        return link_problem(path)
    status = (root / path).stat()
    if not stat.S_ISREG(status.st_mode):
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
        hint = "rename it, or move it out of here: a text file is expected under this name"
        return Problem(code="QZ002", message=f"`{path}` is {what}", place=Place(path), hint=hint)
    if status.st_size > MAX_BYTES:
        message = f"the file has {status.st_size // 2**20} MiB; at most {MAX_BYTES // 2**20} MiB are read"
        hint = "split it: all files in data/ are read together"
        return Problem(code="QZ005", message=message, place=Place(path), hint=hint)
    return None


def _wide_encoding(content: bytes) -> str:
    """Name the encoding whose mark of the order of bytes, or whose zeros, a document begins with."""
    start = content[:4]
    if start in _UTF32_MARKS or start.count(0) > 2:  # noqa: PLR2004 - three of a Latin letter's four bytes
        return "UTF-32"
    return "UTF-16" if start.startswith(_UTF16_MARKS) or start.count(0) > 1 else ""


def _not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> tuple[Document, tuple[Problem, ...]]:
    document = Document(path, content.decode("utf-8-sig", errors="replace"))
    # the mark of the order of bytes is three bytes, which `utf-8-sig` has cut off before it counts
    skipped = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    before = content[skipped : skipped + error.start].decode("utf-8", errors="replace")
    problem = Problem(
        code="QZ003",
        message=f"the file is not UTF-8: byte 0x{content[skipped + error.start]:02x} cannot be decoded",
        place=place_at(document, len(before)),
        hint="save the file as UTF-8 in your editor",
    )
    return document, (problem,)


def _control_characters(document: Document) -> Iterator[Problem]:
    for count, match in enumerate(_FORBIDDEN.finditer(document.text)):
        if count == _MOST_CONTROL_CHARACTERS:
            return
        yield control_character_problem(match[0], place_at(document, match.start()))
