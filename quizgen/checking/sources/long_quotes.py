"""QZ654: a quote of more than twenty-five words."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import has_more_words
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem

_MOST_WORDS = 25


def check(view: FactView) -> Iterator[Problem]:
    """Report each quote that is longer than it takes to show where a claim comes from."""
    for citation in view.fact.citations if view.owns_claim else ():
        if citation.quote is not None and has_more_words(_MOST_WORDS, citation.quote):
            words = len(citation.quote.split())
            yield Problem(
                code="QZ654",
                message=f"the quote has {words} words, {_MOST_WORDS} are the most",
                place=citation.quote.place,
                hint="quote the words that carry the claim, with … for what is left out",
            )
