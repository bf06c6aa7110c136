"""QZ670: an answer of more than eight words."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.folding import has_more_words
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.text import Text

_MOST_WORDS = 8


def check(view: FactView) -> Iterable[Problem]:
    """Report each answer, or member of a set, that is too long to be said in a breath."""
    return [_problem(answer.text) for answer in view.answers if has_more_words(_MOST_WORDS, answer.text)]


def _problem(answer: Text) -> Problem:
    return Problem(
        code="QZ670",
        message=f"the answer has {len(answer.split())} words, {_MOST_WORDS} are the most",
        place=answer.place,
        hint="ask for less: split the fact, or move a part of the answer into the question",
    )
