"""QZ675: two cards with the same front and different backs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from quizgen.checking.views import FactView, line_without_articles
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text


def keys(view: FactView) -> list[str]:
    """Return the front of each card: cards that are confused have it in common."""
    sides = [line_without_articles(side.front, view.vocabulary) for side in view.sides]
    lines = sides if view.question is None else [view.asks, *sides]
    return lines if view.vocabulary is None else [*map(view.vocabulary.same_questions, lines)]


def check(views: Iterable[FactView]) -> Iterator[Problem]:
    """Report each front that reads like an earlier one, has the same attribution, and wants another answer."""
    first: dict[Hashable, tuple[tuple[str, ...], Text, str]] = {}
    for view in views:
        numbers = [] if view.question is None else [0]
        for front, number in zip(keys(view), [*numbers, *[side.number for side in view.sides]], strict=True):
            back, text = _back(view, number)
            other_back, other, id_ = first.setdefault(
                (front, _attribution(view), view.fact.lang), (back, text, view.fact.id)
            )
            if other is not text and other_back != back and id_ != view.fact.id:
                yield _problem(view, text, other, id_)


def _back(view: FactView, number: int) -> tuple[tuple[str, ...], Text]:
    """Return what is to be said to a card, and the text that asks for it."""
    if number and view.cloze is not None and view.fact.cloze is not None:
        hidden = [one.text.casefold() for one in view.cloze.deletions if one.number == number]
        return tuple(hidden), view.fact.cloze
    assert view.question is not None, "a card without a question"  # noqa: S101 - there is a number where there is no cloze
    return tuple([word for answer in view.answers for word in answer.words]), view.question.text


def _attribution(view: FactView) -> Hashable:
    """Return what is printed with the card: who says so, and for when."""
    return tuple([citation.source for citation in view.fact.citations]), view.fact.as_of and view.fact.as_of.text


def _problem(view: FactView, text: Text, other: Text, other_id: str) -> Problem:
    return Problem(
        code="QZ675",
        message=f"`{view.fact.id}` asks what `{other_id}` asks, and wants another answer",
        place=text.place,
        labels=(Label(other.place, "the other card"),),
        note="cards that look alike and differ on the back are confused for ever",
        hint="say in each of the two what tells them apart",
    )
