"""QZ678: a question that points to something which a card does not show."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.folding import place_of_match
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report `which of these`, `shown above` and the like; a picture may be pointed to where there is one.

    Languages: those with word lists.
    """
    question, vocabulary = view.question, view.vocabulary
    if question is None or vocabulary is None or vocabulary.pointing_words.isdisjoint(question.words):
        return ()
    match = vocabulary.needs_options.search(question.line)
    if match is None or view.fact.image is not None:
        return ()
    return [
        Problem(
            code="QZ678",
            message=f"`{match[0]}` points to what a card does not show",
            place=place_of_match(question, match),
            hint="ask so that the question can be answered without options",
        )
    ]
