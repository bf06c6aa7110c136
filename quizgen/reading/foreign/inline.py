"""Foreign texts to our inline markup: one line, marks escaped where they would mean something.

The rules of the marks are those of the renderer (docs/fact-file.md names them). A formatting that they cannot
express is dropped: the text itself always comes through letter by letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeVar

from quizgen.reading.foreign.gathering import Gathering


class Kind(StrEnum):
    """What a run of characters is, by its mark."""

    PLAIN = ""
    SUPERSCRIPT = "^"
    SUBSCRIPT = "~"
    CODE = "`"


class Style(NamedTuple):
    """How a run of characters looks."""

    kind: Kind = Kind.PLAIN
    emphasis: bool = False


class Run(NamedTuple):
    r"""Characters of one style. ``\n`` breaks the line."""

    text: str
    style: Style = Style()


_MARKS = "*^~`"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE_OR_WORD = re.compile(r"\s+|\S+")
_SPACE = re.compile(r"\s")
_ENDS_A_PART = ".!?:;,…/–—-([{"
_BACKSLASH_THAT_ESCAPES = re.compile(r"\\(?=[\\*^~`]|\Z)")
_CODE = re.compile(r"[^\s`{}]([^`{}]*[^\s`{}])?")
_BESIDE_CODE = re.compile(r"[`\w]")
_DELETION = re.compile(r"\{\{c\d+::(?:(?!\{\{|\}\}).)*\}\}")
_HARMLESS = re.compile(r"[^\W_](?:[\w.,;:!?()/%+=–—“”„«»’'\"-]| (?=\S))*")
"""Most texts: nothing to escape, to fold or to drop."""
_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_PLAIN = Style()


def inline_text(runs: Iterable[Run], gathering: Gathering) -> str:
    """Write runs as one line of inline markup.

    Control characters are dropped, blanks are single spaces, and a line break is `` / `` unless punctuation stands
    before it.
    """
    letters = _one_line([(letter, run.style) for run in runs for letter in _cleaned(run.text, gathering)])
    return _Writer(letters, gathering).text()


def plain_inline_text(text: str, gathering: Gathering) -> str:
    """Write a text without any formatting as one line of inline markup."""
    return text if _HARMLESS.fullmatch(text) else inline_text([Run(text)], gathering)


_Letters = list[tuple[str, Style]]


def _cleaned(text: str, gathering: Gathering) -> str:
    controls = _CONTROL.findall(text)
    if not controls:
        return text
    gathering.drop_controls(controls)
    return _CONTROL.sub("", text)


def _one_line(letters: _Letters) -> _Letters:
    text = "".join(letter for letter, _ in letters)
    line: _Letters = []
    for match in _SPACE_OR_WORD.finditer(text):
        start, end = match.span()
        if not match[0].isspace():
            line += letters[start:end]
        elif line and end < len(text):
            after = letters[end][1]
            style = after if line[-1][1] == after else _PLAIN
            line += [(letter, style) for letter in _joint(match[0], line[-1][0])]
    return line


def _joint(blanks: str, before: str) -> str:
    return " / " if _BREAK.search(blanks) and before not in _ENDS_A_PART else " "


class _Writer:
    """Writes letters with their marks; a mark that would not pair is left out."""

    def __init__(self, letters: _Letters, gathering: Gathering) -> None:
        if all(style.emphasis for _, style in letters):  # what stresses everything stresses nothing
            letters = [(letter, Style(style.kind)) for letter, style in letters]
        self.letters = letters
        self.gathering = gathering
        marks = Counter(letter for letter, _ in letters if letter in _MARKS)
        formatted = {mark for _, style in letters for mark in (str(style.kind), "*" if style.emphasis else "")}
        self.escaped = {mark for mark in _MARKS if marks[mark] > 1 or mark in formatted}
        """Marks that are escaped where they are characters: one that stands alone pairs with nothing."""

    def text(self) -> str:
        written = ""
        for emphasis, letters, after in _groups(self.letters, _emphasis_of):
            raw = "".join(letter for letter, _ in letters)
            if emphasis and _can_mark("*", written[-1:], raw, after):
                written += f"*{self._kinds('*', letters, '*')}*"
            else:
                self._drop(dropped=emphasis)
                written += self._kinds(written[-1:], letters, after)
        return written

    def _kinds(self, before: str, letters: _Letters, after_all: str) -> str:
        """Write letters between two characters, without their emphasis."""
        written = ""
        for kind, run, after in _groups(letters, _kind_of):
            text = "".join(letter for letter, _ in run)
            inner = text if kind is Kind.CODE else self._escaped(text)
            if kind is not Kind.PLAIN and _can_mark(kind, written[-1:] or before, inner, after or after_all):
                written += f"{kind}{inner}{kind}"
            else:
                self._drop(dropped=kind is not Kind.PLAIN)
                written += self._escaped(text)
        return written

    def _drop(self, *, dropped: bool) -> None:
        if dropped:
            self.gathering.leave("formatted piece of text", "formatted pieces of text")

    def _escaped(self, text: str) -> str:
        text = _BACKSLASH_THAT_ESCAPES.sub(r"\\\\", text)
        return "".join(f"\\{letter}" if letter in self.escaped else letter for letter in text)


_Key = TypeVar("_Key")


def _groups(letters: _Letters, key: Callable[[tuple[str, Style]], _Key]) -> Iterator[tuple[_Key, _Letters, str]]:
    """Yield runs of letters with the same key, each with the letter after it."""
    end = 0
    for value, group in groupby(letters, key=key):
        run = list(group)
        end += len(run)
        yield value, run, letters[end][0] if end < len(letters) else ""


def _emphasis_of(pair: tuple[str, Style]) -> bool:
    return pair[1].emphasis


def _kind_of(pair: tuple[str, Style]) -> Kind:
    return pair[1].kind


def _can_mark(mark: str, before: str, inner: str, after: str) -> bool:
    """Whether the marks around a text would pair, by its neighbours and by what stands in it."""
    if before == mark:
        return False
    if mark == "*":
        return not before.isalnum() and not after.isalnum() and _is_closed(inner)
    if mark == "`":
        return _CODE.fullmatch(inner) is not None and not _BESIDE_CODE.search(before + after)
    hangs = mark == "^" or before.isalnum() or before in {")", "]"}
    return hangs and not _SPACE.search(inner) and _is_closed(inner)


def _is_closed(inner: str) -> bool:
    """Whether a text holds whole cloze deletions, or none."""
    rest = _DELETION.sub("", inner)
    return not any(border in rest for border in ("{{", "}}", "::"))
