"""What a quiz prints that no curator wrote."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.derived import DerivedItem, DerivedOption
from quizgen.model.quiz import Option, PlacedItem, Quiz


def derived_items(quiz: Quiz) -> Iterator[DerivedItem]:
    """Yield the items of a quiz with derived options or a derived statement, by their numbers on the first form."""
    for placed in quiz.forms[0].items:
        item = placed.item
        if item.is_derived or any(option.is_derived for option in item.options):
            yield _derived(str(quiz.spec.id), placed)


def _derived(quiz: str, placed: PlacedItem) -> DerivedItem:
    item = placed.item
    return DerivedItem(
        quiz=quiz,
        number=placed.number,
        type=item.type,
        fact=str(item.fact.id),
        place=item.fact.id.place,
        asked=str(item.fact.claim if item.is_derived else item.stem),
        right=next((str(option.text) for option in item.options if option.is_key), ""),
        options=tuple(_option(option) for option in placed.options if option.is_derived),
        statement=str(item.stem) if item.is_derived else "",
    )


def _option(option: Option) -> DerivedOption:
    return DerivedOption(text=str(option.text), lender="" if option.is_made_up else option.slot)
