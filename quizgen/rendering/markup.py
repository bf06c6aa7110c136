"""Inline markup: ``*emphasis*``, ```code```, ``^sup^``, ``~sub~``; a backslash makes a mark a plain character.

A mark counts only where it is tightly paired. Text stands against its inner side; ``*`` and the backtick keep
clear of letters and digits outside (``2*3*4`` is no emphasis); ``^`` and ``~`` hold no space, and ``~`` hangs
on a letter, a digit or a bracket (``~5`` is no subscript). Any other mark is a character like any other.
All text is escaped. Reading takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, NewType

from markupsafe import Markup, escape

Html = NewType("Html", str)
"""HTML for a field in Anki. To the machine it is a plain ``str``: ``Markup`` would take half of the time of a deck."""

_TAGS = {"*": "em", "^": "sup", "~": "sub"}
_MARKS = re.compile(r"[\\*`^~]")
_TOKENS = r"""(?P<escaped> \\[\\*`^~] )
            | (?P<code> (?<![`\w]) `(?![`\s]) [^`%s]* (?<!\s)`(?![`\w]) )
            | (?P<mark> (?P<one>[*^~]) (?P=one)* )
            %s
            | (?P<text> [^\\*`^~{}:]+ | . )"""
_BORDERS = r"| (?P<border> \{\{c[0-9]+:: | \}\} | :: )"
_TOKEN = re.compile(_TOKENS % ("", ""), re.VERBOSE | re.DOTALL)
_CLOZE_TOKEN = re.compile(_TOKENS % ("{}", _BORDERS), re.VERBOSE | re.DOTALL)
_SPACE = re.compile(r"\s")
_ENTITIES = str.maketrans({
    **{character: str(escape(character)) for character in "&<>\"'"},
    **{character: f"&#{ord(character)};" for character in "[]{}\\"},
})  # fmt: skip
_SPECIAL = re.compile(r"""[&<>"'\[\]{}\\]""")
"""The characters that have entities; most texts hold none."""
_MARKS_OR_SPECIAL = re.compile(rf"{_MARKS.pattern}|{_SPECIAL.pattern}")
_DELETION = re.compile(r"\{\{c([0-9]+)::(.*?)\}\}", re.DOTALL)


class Piece(NamedTuple):
    """A run of a text: its characters, or the tag that a mark stands for."""

    text: str
    tag: str = ""
    """``<em>`` or ``</em>``; ``text`` is then the mark."""
    is_border: bool = False
    """Whether ``text`` is the ``{{cN::`` or the ``}}`` of a cloze deletion."""


def markup_html(text: str) -> Markup:
    """Turn the inline markup of a text into HTML; everything else in it is escaped."""
    return Markup(_html(pieces_of(text), escape))  # noqa: S704 - tags of our own and escaped text


def anki_html(text: str) -> Html:
    r"""Do as ``markup_html``, with everything defused that Anki or MathJax takes for a command.

    ``[latex]``, ``[sound:…]``, ``[anki:…]``, ``{{…}}`` and ``\(`` become entities: the reader sees the same.
    """
    if not _MARKS_OR_SPECIAL.search(text):  # as most
        return Html(text)
    return _html(pieces_of(text), anki_text) if _MARKS.search(text) else anki_text(text)


def anki_cloze_html(text: str) -> Html:
    """Do as ``anki_html``, with the cloze deletions of the text left to Anki."""
    if _MARKS.search(text):
        return _html(pieces_of(text, with_cloze=True), anki_text)
    first, *rest = _DELETION.split(text)
    cut = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    deletions = [f"{{{{c{number}::{anki_text(hidden)}}}}}{anki_text(after)}" for number, hidden, after in cut]
    return Html("".join([anki_text(first), *deletions]))


def anki_text(text: str) -> Html:
    """Escape a text without inline markup for a field in Anki, its commands defused."""
    return Html(text.translate(_ENTITIES) if _SPECIAL.search(text) else text)


def plain_text(text: str) -> str:
    """Return what a reader sees of a text: its marks are gone, nothing is escaped."""
    return "".join(piece.text for piece in pieces_of(text) if not piece.tag)


def pieces_of(text: str, *, with_cloze: bool = False) -> list[Piece]:
    """Cut a text into runs of characters and tags; ``with_cloze`` makes a deletion's borders runs as well.

    No pair of marks crosses the border of a cloze deletion or of its hint.
    """
    if not (with_cloze or _MARKS.search(text)):
        return [Piece(text)]
    reader = _Reader(text)
    for match in (_CLOZE_TOKEN if with_cloze else _TOKEN).finditer(text):
        reader.take(match)
    return reader.pieces


class _Reader:
    """Collects pieces; knows the marks that are still open, by scope: the text, and the deletion in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.scopes: list[dict[str, int]] = [{}]

    def take(self, match: re.Match[str]) -> None:
        token = match[0]
        match match.lastgroup:
            case "text":
                self.add(token)
            case "escaped":
                self.add(token[1])
            case "code":
                self.pieces += (Piece("`", "<code>"), Piece(token[1:-1]), Piece("`", "</code>"))
            case "mark" if len(token) == 1:
                self.mark(token, match.start())
            case "border":
                self.border(token)
            case _:
                self.add(token)

    def add(self, text: str) -> None:
        if _SPACE.search(text):
            self.scopes[-1].pop("^", None)
            self.scopes[-1].pop("~", None)
        self.pieces.append(Piece(text))

    def mark(self, mark: str, at: int) -> None:
        before, after = self.text[at - 1 : at] or " ", self.text[at + 1 : at + 2] or " "
        opened = self.scopes[-1].get(mark)
        if opened is not None and _can_close(mark, before, after):
            self.pair(mark, opened)
            return
        if _can_open(mark, before, after):
            self.scopes[-1][mark] = len(self.pieces)
        self.add(mark)

    def pair(self, mark: str, opened: int) -> None:
        tag = _TAGS[mark]
        self.pieces[opened] = Piece(mark, f"<{tag}>")
        self.pieces.append(Piece(mark, f"</{tag}>"))
        self.scopes[-1] = {other: at for other, at in self.scopes[-1].items() if at < opened}

    def border(self, token: str) -> None:
        is_open, is_inside = token.startswith("{{"), len(self.scopes) > 1
        if is_open:
            self.scopes.append({})
        elif is_inside and token.startswith("}"):
            self.scopes.pop()
        elif is_inside:
            self.scopes[-1].clear()
        self.pieces.append(Piece(token, is_border=is_open or is_inside))


def _can_open(mark: str, before: str, after: str) -> bool:
    if after.isspace():
        return False
    if mark == "~":
        return before.isalnum() or before in ")]"
    return mark == "^" or not before.isalnum()


def _can_close(mark: str, before: str, after: str) -> bool:
    return not before.isspace() and not (mark == "*" and after.isalnum())


def _html(pieces: Iterable[Piece], escaped: Callable[[str], str]) -> Html:
    """Join tags of our own, borders ``{{c1::`` and ``}}``, and escaped text."""
    return Html("".join([tag or (text if is_border else escaped(text)) for text, tag, is_border in pieces]))
