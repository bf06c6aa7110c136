"""Texts as the rules look at them: each folded once, with its words, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from quizgen.diagnostics.problem import Place
from quizgen.model.folding import MARKS, WORD, folded
from quizgen.model.text import Text

_WORD = re.compile(WORD)
_PLAIN_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+")
"""The same where no apostrophe stands: it is found in half the time."""
_MARKUP = b"^~`\\"
_BETWEEN = "\x1f"
"""What parts texts that are taken apart together: no text has it."""
_KEPT = {"_", ",", ".", _BETWEEN}
_IN_WORDS = "".join(
    sign.lower() if sign.isalnum() or sign in _KEPT else " " for sign in map(chr, range(128))
).encode() + bytes(128)
"""For each ASCII sign a small letter, a digit, a comma or point, or a blank where it stands in no word."""
_IN_NO_WORD = bytes(sign for sign in range(128) if not (chr(sign).isalnum() or chr(sign) == "_"))
"""Every other ASCII sign."""
QUOTE = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")


@dataclass(slots=True, eq=False)  # not frozen: a dozen are made for each fact, and it would take three times as long
class Folded:
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


def fold_all(texts: Sequence[Text]) -> list[Folded]:
    """Take several texts apart into words."""
    return [Folded(text, words) for text, words in zip(texts, words_of_all(texts), strict=True)]


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text."""
    if _is_plain(text) and _BETWEEN not in text:  # most are: it takes a third of the time of what follows
        return _plain_words(*_plain_lines(text))
    line = folded(text)
    return tuple((_WORD if "'" in line else _PLAIN_WORD).findall(line))


def words_of_all(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of several texts: all texts of a fact at once take half the time of one after the other."""
    together = _BETWEEN.join(texts)
    if not _is_plain(together):
        return _words_of_mixed(texts)
    lines = _plain_lines(together)
    return [*map(_plain_words, lines)] if len(lines) == len(texts) else [*map(words_of, texts)]


def _words_of_mixed(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of texts of which some are not plain: those that are, at once."""
    are_plain = [_is_plain(text) and _BETWEEN not in text for text in texts]
    lines = iter(_plain_lines(_BETWEEN.join(compress(texts, are_plain))))
    return [
        _plain_words(next(lines)) if is_plain else words_of(text)
        for text, is_plain in zip(texts, are_plain, strict=True)
    ]


def _is_plain(text: str) -> bool:
    return "'" not in text and text.isascii()


def _plain_lines(text: str) -> list[str]:
    """Put small letters and blanks into plain texts; commas and points are left where they may stand in a number."""
    raw = text.encode().replace(b", ", b" ").replace(b". ", b" ").replace(b".\x1f", b"\x1f").rstrip(b".")
    return raw.translate(_IN_WORDS, _MARKUP).decode().split(_BETWEEN)


def _plain_words(line: str) -> tuple[str, ...]:
    return tuple(_PLAIN_WORD.findall(line) if "," in line or "." in line else line.split())


def outline_of(text: str) -> bytes:
    """Return the letters of a text's words: those of the same words have the same, which is a quick look at many."""
    if _is_plain(text):
        return text.encode().translate(_IN_WORDS, _IN_NO_WORD)
    return "".join(words_of(text)).encode().translate(None, b",.'")


def line_of(text: str) -> str:
    """Return the folded words of a text, joined by single spaces."""
    return " ".join(words_of(text))


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


def has_any(signs: Iterable[str], text: str) -> bool:
    """Whether one of some signs stands in a text: a quick look before a slow one."""
    for sign in signs:  # noqa: SIM110 - `any` takes twice as long
        if sign in text:
            return True
    return False


def has_more_words(most: int, text: str) -> bool:
    """Whether more than so many words stand in a text, parted by blanks."""
    return len(text) > 2 * most and len(text.split()) > most  # each word but the last has a letter and a blank


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
