"""What an edit did to the forms of a quiz, and why it did it to items whose own fact was not edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from quizgen.model.changes import FormChanges
from quizgen.model.project import ItemType
from quizgen.model.quiz import Form, Item, Option, PassedOver, PlacedItem
from quizgen.planning.asked_as import as_asked

_NOTHING: PassedOver = {}


def plan_form_changes(
    quiz: str, before: Form | None, after: Form, passed_over: PassedOver = _NOTHING
) -> FormChanges | None:
    """Compare a form with the one of the last build; ``None`` where it is the same, or there was none.

    ``passed_over`` is that of the quiz as it is now.
    """
    if before is None or before.code == after.code:
        return None
    old, now = _by_fact(before), _by_fact(after)
    pairs = [(placed, _then(placed, old)) for placed in after.items]
    changed = [(then, placed) for placed, then in pairs if then is not None and _printed(placed) != _printed(then)]
    return FormChanges(
        quiz=quiz,
        letter=after.letter,
        code=after.code,
        edited=tuple(placed.number for _, placed in changed),
        new=tuple(placed.number for placed, then in pairs if then is None),
        left=tuple(id_ for id_ in old if id_ not in now),
        reasons=(
            *_reasons_of_leaving(before, after, passed_over),
            *chain.from_iterable(_reasons_of_options(then.item, placed.item) for then, placed in changed),
        ),
    )


def _by_fact(form: Form) -> dict[str, PlacedItem]:
    return {str(fact.id): placed for placed in form.items for fact in placed.item.facts}


def _then(placed: PlacedItem, old: Mapping[str, PlacedItem]) -> PlacedItem | None:
    """Return the item as it was, by one of the facts that it is about."""
    return next((old[str(fact.id)] for fact in placed.item.facts if str(fact.id) in old), None)


def _printed(placed: PlacedItem) -> tuple[object, ...]:
    """Return what a student reads of an item and a marker marks it by, but for its number."""
    item = placed.item
    options = tuple((option.text, option.is_key) for option in placed.options)
    right = (item.is_true, placed.ranks, item.answers, item.number, item.marking)
    told = tuple((fact.certainty, fact.citations, fact.image) for fact in item.facts)
    return (item.type, item.stem, item.pieces, options, right, told)


def _reasons_of_leaving(before: Form, after: Form, passed_over: PassedOver) -> Iterator[str]:
    """Say why facts are asked about no more, or elsewhere, and which ones came in their places."""
    old, now = _sections(before), _sections(after)
    names = _section_names(after)
    for id_, section in old.items():
        why = _why_not(id_, names.index(section), passed_over) if section in names else "the section is gone"
        if id_ not in now:
            yield f"`{id_}` is left out of {section}: {why}"
        elif now[id_] != section:
            yield f"`{id_}` moves from {section} to {now[id_]}: {why}"
    for section in names:
        came = [f"`{id_}`" for id_, its in now.items() if its == section and id_ not in old]
        if came:
            yield f"{', '.join(came)} {'comes' if len(came) == 1 else 'come'} into {section}"


def _why_not(id_: str, section: int, passed_over: PassedOver) -> str:
    return passed_over.get((id_, section), "not among the facts of the deck")


def _section_names(form: Form) -> list[str]:
    """Name sections by their type, and by their number among those of that type, as dealing does."""
    types = [str(part.spec.type) for part in form.parts]
    return [f"{type_} {types[: at + 1].count(type_)}" for at, type_ in enumerate(types)]


def _sections(form: Form) -> dict[str, str]:
    named = zip(_section_names(form), form.parts, strict=True)
    return {str(fact.id): name for name, part in named for placed in part.items for fact in placed.item.facts}


def _reasons_of_options(then: Item, now: Item) -> Iterator[str]:
    """Say what others did to the options of an item whose own fact was not edited."""
    if then.type is not now.type or any(_is_edited(then, now, at) for at in range(len(now.facts))):
        return
    id_, old, new = now.fact.id, _lent(then), _lent(now)
    if then.is_derived and now.stem != then.stem:
        yield f"the derived statement of `{id_}` reads otherwise: what it was derived from was edited"
    if _made_up(then) != _made_up(now):
        yield f"`{id_}` has other derived numbers: a date or a right answer that bounds them was edited"
    for slot, text in new.items():
        if slot in old and old[slot] != text:
            yield f"`{id_}` has another option: the answer that `{slot}` lends it was edited"
    gone, came = [f"`{slot}`" for slot in old if slot not in new], [f"`{slot}`" for slot in new if slot not in old]
    if gone:
        yield f"`{id_}` has other options: {', '.join(gone)} no longer lends to it"
    if came:
        yield f"`{id_}` has other options: {', '.join(came)} lends to it"


def _is_edited(then: Item, now: Item, at: int) -> bool:
    """Whether the fact itself was edited; of an ordering, whether its events are others."""
    facts = {fact.id: fact for fact in then.facts}
    fact = now.facts[at]
    return fact.id not in facts or as_asked(then, facts[fact.id]) != as_asked(then, fact)


def _lent(item: Item) -> dict[str, str]:
    return {option.slot: str(option.text) for option in item.options if _is_lent(option, item)}


def _is_lent(option: Option, item: Item) -> bool:
    if item.type is ItemType.MATCHING:
        return not option.is_key
    return option.is_derived and not option.is_made_up


def _made_up(item: Item) -> list[str]:
    return [str(option.text) for option in item.options if option.is_made_up]
