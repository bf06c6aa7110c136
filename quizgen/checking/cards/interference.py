"""QZ675: two cards with the same front and different backs."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text


def check(bank: BankView) -> Iterator[Problem]:
    """Report each front that reads like an earlier one, has the same attribution, and wants another answer."""
    first: dict[Hashable, tuple[tuple[str, ...], Text, str]] = {}
    for view in bank.views:
        attribution = _attribution(view)
        for front, back, text in _cards(view):
            key = (front, attribution, view.fact.lang)
            other_back, other, id_ = first.setdefault(key, (back, text, view.fact.id))
            if other is not text and other_back != back and id_ != view.fact.id:
                yield _problem(view, text, other, id_)


def _cards(view: FactView) -> Iterator[tuple[str, tuple[str, ...], Text]]:
    """Yield front, back and place of each card."""
    if view.question is not None:
        back = tuple([word for answer in view.answers for word in answer.words])
        yield _plain(view.question.words, view), back, view.question.text
    if view.cloze is not None and view.fact.cloze is not None:
        for number, front, _ in view.sides:
            back = tuple([one.text.casefold() for one in view.cloze.deletions if one.number == number])
            yield _plain(front, view), back, view.fact.cloze


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
