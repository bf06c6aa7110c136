"""How a key is told, on the marker's sheet and on the student's."""

from __future__ import annotations

from quizgen.model.project import ItemType
from quizgen.model.quiz import Item, Part, PlacedItem
from quizgen.rendering.setting import Setting


def part_heading(part: Part, setting: Setting) -> str:
    """Return the number of a part with its title: its own, or that of its type."""
    title = part.spec.title or setting.words.type_words(part.spec.type).title
    return setting.words.part.format(part.number, title)


def key_letter(placed: PlacedItem, setting: Setting) -> str:
    """Return the letter of the ring to cross, or the letters; empty where there is nothing to cross or to letter."""
    if placed.item.is_true is None:
        return placed.key_letter
    return setting.words.true_letter if placed.item.is_true else setting.words.false_letter


def key_numbers(placed: PlacedItem) -> str:
    """Return the numbers of an ordering's boxes, from top to bottom; empty for every other type."""
    return " ".join(map(str, placed.ranks))


def enough_words(item: Item, setting: Setting) -> str:
    """Say how many members of a set are enough; empty where all of them are asked for, or none."""
    is_part = item.type is ItemType.SHORT_ANSWER and item.asked < len(item.answers)
    return setting.fact_words.any_of.format(item.asked) if is_part else ""
