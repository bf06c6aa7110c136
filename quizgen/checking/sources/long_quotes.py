"""QZ654: a quote of more than twenty-five words."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem

_MOST_WORDS = 25


def check(view: FactView) -> Iterator[Problem]:
    """Report each quote that is longer than it takes to show where a claim comes from."""
    for citation in view.fact.citations if view.owns_claim else ():
        words = len(citation.quote.split()) if citation.quote is not None else 0
        if citation.quote is not None and words > _MOST_WORDS:
            yield Problem(
                code="QZ654",
                message=f"the quote has {words} words, {_MOST_WORDS} are the most",
                place=citation.quote.place,
                hint="quote the words that carry the claim, with … for what is left out",
            )
