"""QZ670: an answer of more than eight words."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import has_more_words
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem

_MOST_WORDS = 8


def check(view: FactView) -> Iterator[Problem]:
    """Report each answer, or member of a set, that is too long to be said in a breath."""
    for answer in view.answers:
        if has_more_words(_MOST_WORDS, answer.text):
            words = len(answer.text.split())
            yield Problem(
                code="QZ670",
                message=f"the answer has {words} words, {_MOST_WORDS} are the most",
                place=answer.text.place,
                hint="ask for less: split the fact, or move a part of the answer into the question",
            )
