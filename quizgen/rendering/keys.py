"""How a key is told, on the marker's sheet and on the student's."""

from __future__ import annotations

from quizgen.model.quiz import Item, PlacedItem
from quizgen.rendering.setting import Setting


def key_letter(placed: PlacedItem, setting: Setting) -> str:
    """Return the letter of the ring to cross; empty where there are no rings."""
    if placed.item.is_true is None:
        return placed.key_letter
    return setting.words.true_letter if placed.item.is_true else setting.words.false_letter


def enough_words(item: Item, setting: Setting) -> str:
    """Say how many members of a set are enough; empty where all of them are asked for, or none."""
    is_open = not item.options and item.is_true is None
    is_part = is_open and item.asked < len(item.fact.answers)
    return setting.fact_words.any_of.format(item.asked) if is_part else ""
