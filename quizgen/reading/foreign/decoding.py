"""Bytes of a foreign text file to text: UTF-8 and UTF-16, or the old code page that it most likely is in."""

from __future__ import annotations

import re

from quizgen.reading.foreign.gathering import Gathering

_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS, _MOST_CONTROLS_SHARE = 20, 0.01
_FEWEST_NULS, _FEWEST_NULS_SHARE = 3, 0.02
"""In UTF-16 the separators and the ends of lines at least have a NUL in them, always on the same side. A NUL that
strayed into another text stands beside no end of a line.
"""
_WORD = 3
"""Letters of a Cyrillic word follow each other; an accented letter of a Latin one mostly stands alone."""


def decode_foreign(content: bytes, gathering: Gathering) -> str | None:
    """Decode a text file; ``None``, and a problem, where it is no text. A guessed encoding is a remark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf_16(content, "utf-16", gathering)
    if unmarked := _unmarked_utf_16(content):
        return _utf_16(content, unmarked, gathering)
    if len(_CONTROLS.findall(content)) > max(_MOST_CONTROLS, len(content) * _MOST_CONTROLS_SHARE):
        gathering.complain("QZ540", "this is no text file", "export it as CSV, as text, or as an `.apkg`")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _old_code_page(content, gathering)


def _unmarked_utf_16(content: bytes) -> str:
    """Return the kind of UTF-16 that a text without a mark is in; empty where it is none."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if min(even, odd) or max(even, odd) < max(_FEWEST_NULS, len(content) * _FEWEST_NULS_SHARE):
        return ""
    encoding = "utf-16-be" if even else "utf-16-le"
    return encoding if "\n" in content.decode(encoding, errors="replace") else ""


def _utf_16(content: bytes, encoding: str, gathering: Gathering) -> str | None:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        gathering.complain("QZ540", "the file is neither text nor whole UTF-16", "save it again as UTF-8")
        return None


def _old_code_page(content: bytes, gathering: Gathering) -> str:
    runs = _HIGH_RUNS.findall(content)
    in_words = sum(len(run) for run in runs if len(run) >= _WORD)
    is_cyrillic = in_words > sum(map(len, runs)) / 2
    encoding, name = ("cp1251", "Windows-1251 (Cyrillic)") if is_cyrillic else ("cp1252", "Windows-1252 (Western)")
    message = f"the file is not UTF-8: it was read as {name}"
    hint = "look at its letters with accents; if they are wrong, save it as UTF-8 and import it again"
    gathering.complain("QZ546", message, hint)
    return content.decode(encoding, errors="replace")
