"""Key sheets: one for the marker, with the keys of all forms in a matrix and every item with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quizgen.model.fact import Answer
from quizgen.model.quiz import Form, Item, Part, PlacedItem
from quizgen.model.text import Text
from quizgen.rendering.keys import enough_words, key_letter
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
class KeyEntry:
    """An item with its answer, once for all forms."""

    number: int
    """On the first form."""
    points: int
    others: str
    """Its numbers on the other forms: “B 4 · C 2”."""
    lang: str
    stem: Text
    answers: tuple[tuple[Text, str], ...]
    """Right answers, each with its other spellings."""
    enough: str
    """“any 3 of these” over a set of which some are enough."""
    why: Text | None
    attribution: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPart:
    """The entries of a part."""

    heading: str
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
    sources = SourceList(setting, (placed.item.fact for placed in first.items))
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
            points=parts[0].spec.points,
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
    letter = key_letter(placed, setting)
    if letter:
        return Cell(text=letter, is_letter=True)
    answers = placed.item.fact.answers
    short = plain_text(answers[0].text)
    fits = len(answers) == 1 and len(short) <= _LONGEST_CELL
    return Cell(text=short if fits else setting.words.see.format(entry), is_letter=False)


def _part(part: Part, setting: Setting, sources: SourceList) -> KeyPart:
    title = setting.words.type_words(part.spec.type).title
    return KeyPart(
        heading=setting.words.part.format(part.number, title),
        entries=tuple(_entry(placed, part.spec.points, setting, sources) for placed in part.items),
    )


def _entry(placed: PlacedItem, points: int, setting: Setting, sources: SourceList) -> KeyEntry:
    item = placed.item
    return KeyEntry(
        number=placed.number,
        points=points,
        others=_others(item, setting.quiz.forms[1:]),
        lang=setting.lang_of(item.fact),
        stem=item.stem,
        answers=tuple(_answers(item, setting)),
        enough=enough_words(item, setting),
        why=item.why,
        attribution=setting.attribution(item.fact),
        marks=sources.marks(item.fact),
    )


def _others(item: Item, forms: Sequence[Form]) -> str:
    places = ((form.letter, placed) for form in forms for placed in form.items if placed.item.fact.id == item.fact.id)
    return " · ".join(f"{letter}\u00a0{placed.number}" for letter, placed in places)


def _answers(item: Item, setting: Setting) -> Iterator[tuple[Text, str]]:
    if item.is_true is not None:
        yield Text(setting.words.true if item.is_true else setting.words.false), ""
        return
    accepts = not item.options
    for answer in item.fact.answers:
        yield answer.text, _also(answer, setting) if accepts else ""


def _also(answer: Answer, setting: Setting) -> str:
    spellings = "; ".join(plain_text(text) for text in answer.accept)
    return setting.words.also.format(spellings) if spellings else ""


def _chunks(things: Sequence[_Thing], most: int) -> Iterator[Sequence[_Thing]]:
    """Cut into as few pieces as can be, all about as long."""
    pieces = -(-len(things) // most)
    for piece in range(pieces):
        yield things[len(things) * piece // pieces : len(things) * (piece + 1) // pieces]
