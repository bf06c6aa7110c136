"""QZ205: two quizzes with the same id."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.content import Content
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report each quiz id that was used before in the project."""
    first: dict[str, Text] = {}
    for quiz in (quiz for spec in content.specs for quiz in spec.quizzes):
        other = first.setdefault(quiz.id, quiz.id)
        if other is not quiz.id:
            yield Problem(
                code="QZ205",
                message=f"the quiz id `{quiz.id}` is used twice",
                place=quiz.id.place,
                labels=(Label(other.place, "first here"),),
                hint="give this quiz an id of its own",
            )
