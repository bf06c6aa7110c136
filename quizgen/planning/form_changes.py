"""What an edit did to the forms of a quiz."""

from __future__ import annotations

from quizgen.model.changes import FormChanges
from quizgen.model.quiz import Form, PlacedItem


def plan_form_changes(quiz: str, before: Form | None, after: Form) -> FormChanges | None:
    """Compare a form with the one of the last build; ``None`` where it is the same, or there was none."""
    if before is None or before.code == after.code:
        return None
    old = {placed.item.fact.id: placed for placed in before.items}
    now = {placed.item.fact.id for placed in after.items}
    return FormChanges(
        quiz=quiz,
        letter=after.letter,
        code=after.code,
        edited=tuple(
            placed.number
            for placed in after.items
            if placed.item.fact.id in old and _printed(placed) != _printed(old[placed.item.fact.id])
        ),
        new=tuple(placed.number for placed in after.items if placed.item.fact.id not in old),
        left=tuple(str(id_) for id_ in old if id_ not in now),
    )


def _printed(placed: PlacedItem) -> tuple[object, ...]:
    """Return what a student reads of an item and a marker marks it by, but for its number."""
    item = placed.item
    right = tuple((answer.text, answer.accept) for answer in item.fact.answers)
    options = tuple((option.text, option.is_key) for option in placed.options)
    return (item.stem, options, item.is_true, right, item.fact.certainty, item.fact.citations)
