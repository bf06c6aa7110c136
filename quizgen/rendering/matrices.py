"""The matrix of a key: numbers down, forms across, on one page as long as a page has room for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple, TypeVar

from quizgen.model.project import Paper
from quizgen.model.quiz import Form, Item, PlacedItem
from quizgen.model.text import Text
from quizgen.rendering.keys import key_letter, key_numbers
from quizgen.rendering.markup import plain_text
from quizgen.rendering.setting import Setting

_Thing = TypeVar("_Thing")


class _Room(NamedTuple):
    """How much a page of paper holds under the title of a key, measured in Chromium, Firefox and WeasyPrint."""

    columns: int
    rows: int
    """Of 12 points, as everything else."""
    tight_rows: int
    """Of 11 points, which still keep a whole quiz on one page."""
    width: int
    """Of all columns of forms together, in characters."""


_ROOMS = {
    Paper.A4: _Room(columns=6, rows=27, tight_rows=42, width=54),
    Paper.LETTER: _Room(columns=6, rows=24, tight_rows=40, width=56),
    Paper.A5: _Room(columns=4, rows=13, tight_rows=22, width=34),
}
_PITCH = 19
"""Points of a row."""
_TIGHTEST = 12.5
_WIDEST = 15.5
"""Points of a row where the matrix takes all that a page has left."""
_FEWEST = 8
"""Rows that are worth beginning a matrix under notices."""
_LONGEST_CELL = 24
"""Characters of an answer that stands in a cell, however wide that is; longer ones stand below the matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a form has at a number."""

    text: str
    is_letter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A number and its keys."""

    number: int
    points: int
    is_new: bool
    """Whether a part begins with it."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A table that stays on one page: some forms, some numbers."""

    heads: tuple[tuple[str, str], ...]
    """Letter and code of each form."""
    rows: tuple[Row, ...]
    pitch: float
    """Height of a row in points where it needs the whole page, else 0."""


def matrices_of(forms: Sequence[Form], setting: Setting, above: float = 0) -> Iterator[Matrix]:
    """Yield one matrix where a page has room for it, else as few as can be, all about as long.

    ``above`` are the points of height that stand between the title and the matrix.
    """
    room = _room_below(above, _ROOMS[setting.quiz.spec.paper])
    for group in _chunks(forms, room.columns):
        heads = tuple((form.letter, form.code) for form in group)
        rows = tuple(_rows(group, forms[0], room.width // len(group), setting))
        pitch = _pitch(len(rows), room)
        for some in [rows] if pitch else _chunks(rows, room.rows):
            yield Matrix(heads=heads, rows=tuple(some), pitch=pitch)


def _room_below(above: float, room: _Room) -> _Room:
    rows, tight_rows = room.rows - ceil(above / _PITCH), room.tight_rows - ceil(above / _TIGHTEST)
    is_worth_it = rows >= _FEWEST  # else the matrix comes on the next page
    return room._replace(rows=rows, tight_rows=tight_rows) if is_worth_it else room


def _pitch(rows: int, room: _Room) -> float:
    """Share the page out among the rows and the totals, in tenths of a point."""
    if not room.rows < rows <= room.tight_rows:
        return 0
    return min(_WIDEST, _TIGHTEST * 10 * (room.tight_rows + 1) // (rows + 1) / 10)


def _rows(group: Sequence[Form], first: Form, width: int, setting: Setting) -> Iterator[Row]:
    numbers = {placed.item.fact.id: placed.number for placed in first.items}
    for parts in zip(*[form.parts for form in group], strict=True):
        for at, items in enumerate(zip(*[part.items for part in parts], strict=True)):
            yield Row(
                number=items[0].number,
                points=parts[0].points_of(items[0].item),
                is_new=at == 0,
                cells=tuple(_cell(placed, numbers, width, setting) for placed in items),
            )


def _cell(placed: PlacedItem, numbers: dict[Text, int], width: int, setting: Setting) -> Cell:
    signs = key_letter(placed, setting) or key_numbers(placed)
    if signs:
        return Cell(text=signs, is_letter=True)
    short = _short_answer(placed.item)
    fits = short and len(short) <= min(width, _LONGEST_CELL)
    return Cell(text=short if fits else setting.words.see.format(numbers[placed.item.fact.id]), is_letter=False)


def _short_answer(item: Item) -> str:
    """Return what is to be written, where that is one answer; of a number, from where to where it is right."""
    if item.number is not None and item.number.least != item.number.most:
        return f"{item.number.before}{item.number.least}–{item.number.most}{item.number.after}"
    is_one = len(item.answers) == 1 and not item.marking
    return plain_text(item.answers[0].text) if is_one else ""


def _chunks(things: Sequence[_Thing], most: int) -> Iterator[Sequence[_Thing]]:
    """Cut into as few pieces as can be, all about as long."""
    pieces = -(-len(things) // most)
    for piece in range(pieces):
        yield things[len(things) * piece // pieces : len(things) * (piece + 1) // pieces]
