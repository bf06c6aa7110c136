"""Characters that nobody can see, and those that change the order in which a line is shown.

Each of them has honest uses, in which it is left alone: joiners in Persian, in the scripts of India and in emoji,
spaces without width in Thai, marks of direction in Hebrew and Arabic, selectors after a symbol. Elsewhere such a
character hides text from who reads, or splits a word that looks whole; see https://trojansource.codes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quizgen.diagnostics.excerpt import LINE_BREAK
from quizgen.diagnostics.lookalikes import named
from quizgen.diagnostics.problem import Place, Problem
from quizgen.reading.documents import Document, place_at

_MOST = 10
"""Problems of a document; so many characters did not come in by one slip."""
_MOST_NAMED = 3

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\uffa0"
    "\ufe00-\ufe0f\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_MARKS_OF_ORDER = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OVERRIDES = frozenset("\u202d\u202e")
"""They have no honest use in a text that people read."""
_TAGS = frozenset(map(chr, range(0xE0000, 0xE0080)))

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINING = re.compile(
    "[\u0590-\u0fff\u1000-\u109f\u1780-\u18af\u1900-\u1aaf\u1b00-\u1c4f\ua800-\uab2f\uabc0-\uabff\ufb1d-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Scripts whose letters join, or stack: a joiner beside one of them says how."""
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua980-\ua9ff\uaa60-\uaadf]")
"""Scripts that write no space between words."""
_EMOJI = re.compile("[\u00a9\u00ae\u2049\u203c\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]")
_IDEOGRAPHS = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SELECTED = re.compile("[\u1000-\u109f\u1800-\u18af\u2139\u2e80-\u9fff\ua840-\ua87f\uf900-\ufaff\U00010ac0-\U00010aff]")
"""Letters that have variants; the other characters that have some are symbols, punctuation and digits."""
_MONGOLIAN = re.compile("[\u1800-\u18af]")
_KHMER = re.compile("[\u1780-\u17ff]")
_KOREAN = re.compile("[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")
_BRAILLE = re.compile("[\u2801-\u28ff]")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""The flag of a part of a country: a black flag, and the country's code in tags."""
_LONGEST_FLAG = 8


def check_hidden(document: Document) -> Iterator[Problem]:
    """Report each run of hidden characters in a document that stands where it has no honest use."""
    runs: list[tuple[int, int]] = []
    for at in _dishonest(document.text):
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        elif len(runs) == _MOST:
            break
        else:
            runs.append((at, at + 1))
    for start, end in runs:
        yield _problem(document.text[start:end], place_at(document, start, end - start))


def hidden_by_escapes(value: str, written: str, place: Place) -> Iterator[Problem]:
    r"""Report hidden characters in a value that stand in the document as escapes, as in ``"\u202e"``."""
    found = "".join(value[at] for at in _dishonest(value))
    if found and _HIDDEN.search(written) is None:
        yield _problem(found, place)


def _dishonest(text: str) -> Iterator[int]:
    """Yield the offset of each hidden character that does not do what it is made for."""
    end, is_reordered = 0, False
    for match in _HIDDEN.finditer(text):
        at = match.start()
        if at >= end:
            start, end = _line_at(text, at)
            is_reordered = _is_honestly_reordered(text[start:end])
        character = text[at]
        if character in _MARKS_OF_ORDER:
            is_honest = is_reordered and character not in _OVERRIDES
        elif character in _TAGS:
            is_honest = _is_in_flag(text, at)
        else:
            is_honest = _is_at_home(character, text[at - 1 : at] if at else "", text[at + 1 : at + 2])
        if not is_honest:
            yield at


def _line_at(text: str, at: int) -> tuple[int, int]:
    end = LINE_BREAK.search(text, at)
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return start, end.start() if end else len(text)


def _is_honestly_reordered(line: str) -> bool:
    """Whether a line has letters from right to left, and closes each stretch of another order that it opens."""
    if _RIGHT_TO_LEFT.search(line) is None:
        return False
    opened = sum(map(line.count, "\u202a\u202b\u202d\u202e")), sum(map(line.count, "\u2066\u2067\u2068"))
    return opened == (line.count("\u202c"), line.count("\u2069"))


def _is_in_flag(text: str, at: int) -> bool:
    start = text.rfind("\U0001f3f4", max(at - _LONGEST_FLAG, 0), at)
    match = _FLAG.match(text, start) if start >= 0 else None
    return match is not None and at < match.end()


def _is_at_home(character: str, before: str, after: str) -> bool:
    """Whether one of a hidden character's neighbours is of those that it is made for."""
    if character == "\u200d" and _EMOJI.match(before) and _EMOJI.match(after):
        return True
    if "\ufe00" <= character <= "\ufe0f":
        return before != "" and (unicodedata.category(before)[0] in "SPN" or _SELECTED.match(before) is not None)
    if character >= "\U000e0100":
        return _IDEOGRAPHS.match(before) is not None
    if character == "\u034f":
        return any(unicodedata.category(one)[0] == "M" for one in before + after)
    home = next((scripts for characters, scripts in _HOMES if character in characters), None)
    return home is not None and bool(home.match(before) or home.match(after))


_HOMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("\u200c\u200d", _JOINING),
    ("\u200b", _UNSPACED),
    ("\u180b\u180c\u180d\u180e\u180f", _MONGOLIAN),
    ("\u17b4\u17b5", _KHMER),
    ("\u115f\u1160", _KOREAN),
    ("\u2800", _BRAILLE),
)
"""Characters, and those beside which they have an honest use; the others have none."""


def _problem(found: str, place: Place) -> Problem:
    kinds = tuple(dict.fromkeys(found))
    listed = "; ".join(named(character) for character in kinds[:_MOST_NAMED])
    more = f"; and {len(kinds) - _MOST_NAMED} more" if len(kinds) > _MOST_NAMED else ""
    what = "a character" if len(found) == 1 else f"{len(found)} characters"
    return Problem(
        code="QZ007",
        message=f"{what} that nobody can see: {listed}{more}",
        place=place,
        note=_note(found),
        hint="delete it: most editors do not show it, so delete the word around it and type that again",
    )


def _note(found: str) -> str:
    """Say what hidden characters do, where it is more than being hidden."""
    spelt = "".join(chr(ord(one) - 0xE0000) for one in found if "\U000e0020" <= one < "\U000e007f")
    if spelt:
        return f"as text it says `{spelt}`"
    return "it changes the order in which the line is shown" if not _MARKS_OF_ORDER.isdisjoint(found) else ""
