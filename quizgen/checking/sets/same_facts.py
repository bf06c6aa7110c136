"""QZ800: a quiz that asks about one thing twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from quizgen.checking.folding import words_of
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Fact
from quizgen.model.quiz import Quiz


def check(quiz: Quiz, bank: BankView) -> Iterator[Problem]:  # noqa: ARG001 - as every rule on quizzes
    """Report a fact that comes twice: by its id, its claim, or the same question with the same answer."""
    first: dict[Hashable, Fact] = {}
    for fact in quiz.forms[0].facts:
        doubled = next((first[mark] for mark in _marks(fact) if mark in first), None)
        if doubled is not None:
            yield Problem(
                code="QZ800",
                message=f"the quiz `{quiz.spec.id}` asks about `{doubled.id}` and `{fact.id}`, which are the same",
                place=quiz.spec.id.place,
                labels=(Label(doubled.id.place, "the first fact"), Label(fact.id.place, "the second fact")),
                hint="delete one of the two facts, or join them with `same_claim`",
            )
        for mark in _marks(fact):
            first.setdefault(mark, fact)


def _marks(fact: Fact) -> Iterator[Hashable]:
    yield "id", str(fact.same_claim or fact.id)
    yield "claim", words_of(fact.claim)
    if fact.question is not None:
        yield "question", words_of(fact.question), tuple(words_of(answer.text) for answer in fact.answers)
