"""Two columns: which items of a part stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.project import ItemType
from quizgen.model.quiz import Part
from quizgen.rendering.form_items import FormItem

_WIDE = {ItemType.MATCHING, ItemType.ORDERING, ItemType.SHORT_ANSWER, ItemType.ESSAY}
"""What is written or drawn there needs the whole width."""
_LONGEST_STEM = 160
_LONGEST_OPTION = 60
"""Characters of six lines, and of three, in half of a page: in the whole of it they are half as many."""
_BLANK = 20
"""Characters that a blank has room for."""


def in_rows(part: Part, items: Sequence[FormItem]) -> tuple[tuple[FormItem, ...], ...]:
    """Put neighbours side by side where both are short; the order stays, so that numbers run from left to right."""
    pictured = {placed.number for placed in part.items if placed.item.fact.image is not None}
    is_wide = part.spec.type in _WIDE
    return tuple(_rows(items, {item.number for item in items if is_wide or item.number in pictured or _is_long(item)}))


def _rows(items: Sequence[FormItem], wide: set[int]) -> Iterator[tuple[FormItem, ...]]:
    waiting: tuple[FormItem, ...] = ()
    for item in items:
        if waiting and item.number not in wide:
            yield (*waiting, item)
            waiting = ()
            continue
        if waiting:
            yield waiting
        waiting = (item,) if item.number not in wide else ()
        if not waiting:
            yield (item,)
    if waiting:
        yield waiting


def _is_long(item: FormItem) -> bool:
    stem = len(item.stem) + sum(map(len, item.pieces)) + _BLANK * len(item.stops)
    return stem > _LONGEST_STEM or any(len(text) > _LONGEST_OPTION for _, text in item.choices)
