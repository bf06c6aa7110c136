"""QZ675: two cards with the same front and different backs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text


def check(bank: BankView) -> Iterator[Problem]:
    """Report each front that reads like an earlier one, has the same attribution, and wants another answer."""
    cards = [(front, view, number) for view in bank.views for front, number in _fronts(view)]
    counts = Counter([front for front, _, _ in cards])
    first: dict[Hashable, tuple[tuple[str, ...], Text, str]] = {}
    for front, view, number in cards:
        if counts[front] > 1:  # few are asked twice
            back, text = _back(view, number)
            other_back, other, id_ = first.setdefault(
                (front, _attribution(view), view.fact.lang), (back, text, view.fact.id)
            )
            if other is not text and other_back != back and id_ != view.fact.id:
                yield _problem(view, text, other, id_)


def _fronts(view: FactView) -> list[tuple[str, int]]:
    """Return the front of each card, with its cloze number: 0 for the question."""
    fronts = [] if view.question is None else [(_plain(view.question.words, view), 0)]
    return [*fronts, *[(_plain(front, view), number) for number, front, _ in view.sides]]


def _back(view: FactView, number: int) -> tuple[tuple[str, ...], Text]:
    """Return what is to be said to a card, and the text that asks for it."""
    if number and view.cloze is not None and view.fact.cloze is not None:
        hidden = [one.text.casefold() for one in view.cloze.deletions if one.number == number]
        return tuple(hidden), view.fact.cloze
    assert view.question is not None, "a card without a question"  # noqa: S101 - `_fronts` says so
    return tuple([word for answer in view.answers for word in answer.words]), view.question.text


def _plain(words: tuple[str, ...], view: FactView) -> str:
    """Leave out articles, and say `when` in one way."""
    vocabulary = view.vocabulary
    if vocabulary is None:
        return " ".join(words)
    articles = vocabulary.articles
    return vocabulary.same_questions(" ".join([word for word in words if word not in articles]))


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
