"""QZ601: two facts that say the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text


def check(bank: BankView) -> Iterator[Problem]:
    """Report each fact whose claim, or whose question and answer, another fact has already."""
    first: dict[Hashable, tuple[str, Text]] = {}
    for view in bank.views:
        if not view.owns_claim:
            continue  # it is a second question about one claim, and says so
        for key, text, what in _contents(view):
            id_, other = first.setdefault(key, (view.fact.id, text))
            if other is not text:
                yield _problem(view, text, what, id_, other)
                break


def _contents(view: FactView) -> Iterator[tuple[Hashable, Text, str]]:
    yield ("claim", _plain(view.claim.words, view)), view.claim.text, "claim"
    if view.question is not None:
        answers = tuple([answer.words for answer in view.answers])
        source = view.fact.citations[0].source if view.fact.citations else ""
        yield (
            ("question", source, _plain(view.question.words, view), answers),
            view.question.text,
            "question and answer",
        )


def _plain(words: tuple[str, ...], view: FactView) -> tuple[str, ...]:
    if view.vocabulary is None:
        return words
    articles = view.vocabulary.articles
    return words if articles.isdisjoint(words) else tuple([word for word in words if word not in articles])


def _problem(view: FactView, text: Text, what: str, other_id: str, other: Text) -> Problem:
    return Problem(
        code="QZ601",
        message=f"`{view.fact.id}` has the {what} of `{other_id}`",
        place=text.place,
        labels=(Label(other.place, "first here"),),
        hint=f"delete one of the two, or make this a second question with `same_claim: {other_id}`",
    )
