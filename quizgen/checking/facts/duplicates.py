"""QZ601: two facts that say the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from quizgen.checking.views import FactView, line_without_articles
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text


def keys(view: FactView) -> tuple[str, ...]:
    """Return the words of claim and question: two facts that say the same have one of them in common."""
    if not view.owns_claim:
        return ()  # it is a second question about one claim, and says so
    claim = line_without_articles(view.claim.words, view.vocabulary)
    return (claim,) if view.question is None else (claim, view.asks)


def check(views: Iterable[FactView]) -> Iterator[Problem]:
    """Report each fact whose claim, or whose question and answer, another fact has already."""
    first: dict[Hashable, tuple[str, Text]] = {}
    for view in views:
        for key, text, what in _contents(view):
            id_, other = first.setdefault(key, (view.fact.id, text))
            if other is not text:
                yield _problem(view, text, what, id_, other)
                break


def _contents(view: FactView) -> Iterator[tuple[Hashable, Text, str]]:
    yield ("claim", line_without_articles(view.claim.words, view.vocabulary)), view.claim.text, "claim"
    if view.question is not None:
        answers = tuple([answer.words for answer in view.answers])
        source = view.fact.citations[0].source if view.fact.citations else ""
        yield ("question", source, view.asks, answers), view.question.text, "question and answer"


def _problem(view: FactView, text: Text, what: str, other_id: str, other: Text) -> Problem:
    return Problem(
        code="QZ601",
        message=f"`{view.fact.id}` has the {what} of `{other_id}`",
        place=text.place,
        labels=(Label(other.place, "first here"),),
        hint=f"delete one of the two, or make this a second question with `same_claim: {other_id}`",
    )
