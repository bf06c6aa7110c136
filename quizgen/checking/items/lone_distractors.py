"""QZ718: a single distractor, with which no item is made."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report a fact with one distractor: multiple choice takes two at least."""
    if asked.fact.distractors is not None and len(asked.fact.distractors) == 1:
        return [
            Problem(
                code="QZ718",
                message="one distractor is too few for multiple choice",
                place=asked.fact.distractors[0].text.place,
                hint="write two or three, or none: `distractors: []`",
            )
        ]
    return ()
