"""Forms: the same items printed in another order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizgen.model.bank import Bank
from quizgen.model.project import ItemType, QuizSpec, SectionSpec
from quizgen.model.quiz import Form, Item, Option, Part, PlacedItem, letter_at
from quizgen.planning.codes import form_code
from quizgen.planning.folding import line_of
from quizgen.planning.hashing import Ranks
from quizgen.planning.values import ascending_places

Hand = tuple[SectionSpec, Sequence[Item]]
"""A section and its items, in no order that is printed."""


def plan_forms(spec: QuizSpec, hands: Sequence[Hand], bank: Bank, lang: str) -> tuple[Form, ...]:
    """Lay out every form: sections as the spec orders them, items and options by rank."""
    letters = map(letter_at, range(spec.forms))
    return tuple(_plan_form(spec, letter, hands, bank, lang) for letter in letters)


def _plan_form(spec: QuizSpec, letter: str, hands: Sequence[Hand], bank: Bank, lang: str) -> Form:
    ranks = Ranks(spec.seed, spec.id)
    parts: list[Part] = []
    first = 1
    for number, (section, items) in enumerate(hands, start=1):
        placed = _place(items, letter, first, ranks)
        parts.append(Part(number=number, spec=section, items=placed))
        first += len(placed)
    return Form(letter=letter, code=form_code(spec, lang, letter, parts, bank), parts=tuple(parts))


def _place(items: Sequence[Item], letter: str, first: int, ranks: Ranks) -> tuple[PlacedItem, ...]:
    in_order = sorted(items, key=lambda item: ranks.of("order", letter, item.fact.id))
    return tuple(
        PlacedItem(number=number, item=item, options=_arrange(item, letter, ranks))
        for number, item in enumerate(in_order, start=first)
    )


def _arrange(item: Item, letter: str, ranks: Ranks) -> tuple[Option, ...]:
    if item.is_alphabetical:
        return tuple(sorted(item.options, key=lambda option: (line_of(option.text), option.text)))
    by_rank = sorted(item.options, key=_option_rank(item, letter, ranks))
    places = ascending_places([option.text for option in by_rank]) if item.is_ascending else None
    if places is None:
        return tuple(by_rank)
    by_value = sorted(zip(places, range(len(by_rank)), strict=True))
    return tuple(by_rank[at] for _, at in by_value)


def _option_rank(item: Item, letter: str, ranks: Ranks) -> Callable[[Option], int]:
    if item.type is ItemType.ORDERING:
        return lambda event: ranks.of("event", letter, event.slot)
    return lambda option: ranks.of("option", letter, item.fact.id, option.slot)
