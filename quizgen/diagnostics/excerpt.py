"""The line that a problem points at, as a terminal shows it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quizgen.diagnostics.problem import Place

LINE_BREAK = re.compile("\r\n|\n|\r")
"""What editors and libyaml count as the end of a line. libyaml also counts U+0085, 2028 and 2029, but no document
that is parsed holds them."""

_MOST_COLUMNS = 110
_TAB = "    "
_CUT = "…"
_JOINED_VOWELS = frozenset(map(chr, range(0x1160, 0x1200)))
"""Of decomposed Korean: drawn into the letter before them."""


def render_excerpt(text: str, place: Place) -> tuple[str, int, int] | None:
    """Cut out a place's line.

    Returns the line as a terminal can show it, the terminal columns before the place, and the columns that the
    place takes (at least 1); ``None`` where the document has no such line.
    """
    lines = lines_of(text)
    if not text or not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    end = min(start + place.width, len(line))
    # no more than can be seen is looked at: a line may be as long as its file
    before = _last(line[max(start - 2 * _MOST_COLUMNS, 0) : start], _MOST_COLUMNS // 2)
    rest = _first(line[start : start + 2 * _MOST_COLUMNS], _MOST_COLUMNS - columns(before))
    marked = columns(printable(line[start:end][: 2 * _MOST_COLUMNS]))
    return before + rest, columns(before), max(min(marked, columns(rest)), 1)


def columns(text: str) -> int:
    """Count the terminal columns of a text: wide characters take two, combining ones none."""
    return sum(_columns_of(character) for character in text)


def printable(text: str) -> str:
    """Make a text safe for a terminal: tabs as spaces, what cannot be seen as its picture or code."""
    return "".join(_printable(character) for character in text)


@lru_cache(maxsize=8)
def lines_of(text: str) -> list[str]:
    """Split a text into its lines; an empty one stands after the last line break."""
    return LINE_BREAK.split(text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or character in _JOINED_VOWELS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _printable(character: str) -> str:
    if character == "\t":
        return _TAB
    code = ord(character)
    if code < 0x20:  # noqa: PLR2004 - the C0 controls, each with a picture of its own
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 - delete, likewise
        return "\u2421"
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in "\u200c\u200d":
        return "\ufffd"
    return character


def _first(text: str, room: int) -> str:
    """Make a text printable, and only its beginning where there is no room for all of it."""
    shown = printable(text)
    return shown if columns(shown) <= room else _fitting(shown, room - 1) + _CUT


def _last(text: str, room: int) -> str:
    """Make a text printable, and only its end where there is no room for all of it."""
    shown = printable(text)
    return shown if columns(shown) <= room else _CUT + _fitting(shown[::-1], room * 2 // 3)[::-1]


def _fitting(text: str, room: int) -> str:
    used, kept = 0, 0
    for character in text:
        used += _columns_of(character)
        if used > room:
            break
        kept += 1
    return text[:kept]
