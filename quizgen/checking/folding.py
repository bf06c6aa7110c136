"""Texts as the rules look at them: each folded once, with its words, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quizgen.diagnostics.problem import Place
from quizgen.model.folding import MARKS, WORD, folded
from quizgen.model.text import Text

_WORD = re.compile(WORD)
_PLAIN_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+")
"""The same where no apostrophe stands: it is found in half the time."""
_JOINED = re.compile(r"[.,][\^~`\\]*\d")
_IN_WORDS: dict[int, str | None] = {
    code: chr(code).lower() if chr(code).isalnum() or chr(code) == "_" else " " for code in range(128)
}
_IN_WORDS |= dict.fromkeys(map(ord, "^~`\\"))
"""Small letters, and blanks in the place of whatever stands in no word, but for the signs of inline markup."""
QUOTE = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")


class Folded(NamedTuple):
    """A text of the curator's, and its words as the rules compare them: small letters, no accents on Latin letters."""

    text: Text
    words: tuple[str, ...]

    @property
    def line(self) -> str:
        """The words, joined by single spaces."""
        return " ".join(self.words)


def fold(text: Text) -> Folded:
    """Take a text apart into words."""
    return Folded(text, words_of(text))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    if _is_plain(text):
        return tuple(text.translate(_IN_WORDS).split())  # most are: it takes a third of the time of what follows
    line = folded(text)
    return tuple((_WORD if "'" in line else _PLAIN_WORD).findall(line))


def _is_plain(text: str) -> bool:
    """Whether nothing but letters and digits stands in the words of a text."""
    if "'" in text or not text.isascii():
        return False
    return ("," not in text and text.find(".", 0, -1) < 0) or _JOINED.search(text) is None


def spelling_of(text: str) -> str:
    """Return a text as it is spelt, but for blanks, the width of letters and a full stop at the end.

    Capital letters count (`CO` is not `Co`), and so do raised and lowered signs: `x²` is not `x2`.
    """
    if not text.isascii():
        text = "".join(map(_of_usual_width, unicodedata.normalize("NFC", text)))
    return " ".join(text.split()).rstrip(".")


def _of_usual_width(character: str) -> str:
    is_raised = unicodedata.decomposition(character).startswith(("<super>", "<sub>"))
    return character if is_raised else unicodedata.normalize("NFKC", character)


def without_quotes(text: Text) -> Text:
    """Leave out what is quoted: it is somebody else's, and of another time."""
    return Text(QUOTE.sub(" ", text), *text.place)


def find_words(words: tuple[str, ...], inside: tuple[str, ...]) -> int:
    """Return where some words stand in a row inside others; -1 where they do not."""
    if words and words[0] not in inside:
        return -1
    count = len(words)
    for at in range(len(inside) - count + 1):
        if inside[at : at + count] == words:
            return at
    return -1


def place_of_match(folded: Folded, match: re.Match[str]) -> Place:
    """Return the place of the words that were found in the line of a text."""
    return place_of(folded.text, folded.line[: match.start()].count(" "), len(match[0].split()))


def place_of(text: Text, at: int, count: int = 1) -> Place:
    """Return the place of some words of a text, by their index; of the whole text where that cannot be told."""
    spans = [match.span() for match in _WORD.finditer(text.translate(MARKS).casefold())]
    quotes = text.width - len(text)
    if quotes not in {0, 2} or at + count > len(spans) or "\n" in text or len(text.translate(MARKS)) != len(text):
        return text.place
    start, end = spans[at][0], spans[at + count - 1][1]
    return Place(text.document, text.line, text.column + quotes // 2 + start, end - start)
