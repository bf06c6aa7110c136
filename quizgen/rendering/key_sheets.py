"""Key sheets: one for the marker, with the keys of all forms in a matrix and every item with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quizgen.model.project import ItemType
from quizgen.model.quiz import Form, Item, Part, PlacedItem
from quizgen.model.text import Text
from quizgen.rendering.key_entries import KeyEntry, key_entry
from quizgen.rendering.keys import key_letter, key_numbers, part_heading
from quizgen.rendering.markup import plain_text
from quizgen.rendering.setting import Setting, SourceList, SourceNote

_Thing = TypeVar("_Thing")

_MOST_COLUMNS = 6
_MOST_ROWS = 30
_LONGEST_CELL = 14
"""Characters of an answer that fit into a cell of the matrix; longer ones stand below."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPart:
    """The entries of a part."""

    heading: str
    rule: str
    """How its items are counted, where that needs to be said."""
    entries: tuple[KeyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A key as its template sees it."""

    points: int
    matrices: tuple[Matrix, ...]
    parts: tuple[KeyPart, ...]
    first_letter: str
    sources: tuple[SourceNote, ...]


def key_view(setting: Setting) -> KeyView:
    """Make what the template of a key sees."""
    forms = setting.quiz.forms
    first = forms[0]
    sources = SourceList(setting, first.facts)
    return KeyView(
        points=first.points,
        matrices=tuple(_matrices(forms, setting)),
        parts=tuple(_part(part, setting, sources) for part in first.parts),
        first_letter=first.letter,
        sources=sources.notes(),
    )


def _matrices(forms: Sequence[Form], setting: Setting) -> Iterator[Matrix]:
    numbers = {placed.item.fact.id: placed.number for placed in forms[0].items}
    for group in _chunks(forms, _MOST_COLUMNS):
        heads = tuple((form.letter, form.code) for form in group)
        for rows in _pages(
            [_rows(parts, numbers, setting) for parts in zip(*[form.parts for form in group], strict=True)]
        ):
            yield Matrix(heads=heads, rows=tuple(rows))


def _rows(parts: Sequence[Part], numbers: dict[Text, int], setting: Setting) -> list[Row]:
    across = zip(*[part.items for part in parts], strict=True)
    return [
        Row(
            number=items[0].number,
            points=parts[0].points_of(items[0].item),
            is_new=at == 0,
            cells=tuple(_cell(placed, numbers[placed.item.fact.id], setting) for placed in items),
        )
        for at, items in enumerate(across)
    ]


def _pages(parts: Sequence[list[Row]]) -> Iterator[Sequence[Row]]:
    """All rows together, or a table a part where they are many."""
    rows = [row for part in parts for row in part]
    if len(rows) <= _MOST_ROWS:
        yield rows
    else:
        for part in parts:
            yield from _chunks(part, _MOST_ROWS)


def _cell(placed: PlacedItem, entry: int, setting: Setting) -> Cell:
    signs = key_letter(placed, setting) or key_numbers(placed)
    if signs:
        return Cell(text=signs, is_letter=True)
    short = _short_answer(placed.item)
    fits = short and len(short) <= _LONGEST_CELL
    return Cell(text=short if fits else setting.words.see.format(entry), is_letter=False)


def _short_answer(item: Item) -> str:
    """Return what is to be written, where that is one answer; of a number, from where to where it is right."""
    if item.number is not None and item.number.least != item.number.most:
        return f"{item.number.before}{item.number.least}–{item.number.most}{item.number.after}"
    is_one = len(item.answers) == 1 and not item.marking
    return plain_text(item.answers[0].text) if is_one else ""


def _part(part: Part, setting: Setting, sources: SourceList) -> KeyPart:
    words = setting.words
    rules = {
        ItemType.MULTIPLE_RESPONSE: words.exactly_these,
        ItemType.ORDERING: words.each_number,
        ItemType.ESSAY: words.essay_note,
    }
    return KeyPart(
        heading=part_heading(part, setting),
        rule=rules.get(part.spec.type, ""),
        entries=tuple(key_entry(placed, part, setting, sources) for placed in part.items),
    )


def _chunks(things: Sequence[_Thing], most: int) -> Iterator[Sequence[_Thing]]:
    """Cut into as few pieces as can be, all about as long."""
    pieces = -(-len(things) // most)
    for piece in range(pieces):
        yield things[len(things) * piece // pieces : len(things) * (piece + 1) // pieces]
