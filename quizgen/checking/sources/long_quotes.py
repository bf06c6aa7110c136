"""QZ654: a quote of more than twenty-five words."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.folding import has_more_words
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.text import Text

_MOST_WORDS = 25


def check(view: FactView) -> Iterable[Problem]:
    """Report each quote that is longer than it takes to show where a claim comes from."""
    quotes = [citation.quote for citation in view.fact.citations if citation.quote is not None]
    return [_problem(quote) for quote in quotes if view.owns_claim and has_more_words(_MOST_WORDS, quote)]


def _problem(quote: Text) -> Problem:
    return Problem(
        code="QZ654",
        message=f"the quote has {len(quote.split())} words, {_MOST_WORDS} are the most",
        place=quote.place,
        hint="quote the words that carry the claim, with … for what is left out",
    )
