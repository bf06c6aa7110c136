"""QZ671: two questions in one."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report a question that asks twice: `who …, and when …`. Languages: those with word lists."""
    question, vocabulary = view.question, view.vocabulary
    if question is None or vocabulary is None or vocabulary.joins.isdisjoint(question.words):
        return ()
    if vocabulary.double_questions.search(question.line):
        return [
            Problem(
                code="QZ671",
                message="the question asks two things",
                place=question.text.place,
                hint=f"make two facts of it; the second one with `same_claim: {view.fact.id}`",
            )
        ]
    return ()
