"""QZ653: an accusation that rests on one source."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Certainty


def check(view: FactView) -> Iterable[Problem]:
    """Report an alleged claim that cites no second source."""
    fact = view.fact
    if view.owns_claim and fact.certainty is Certainty.ALLEGED and len({one.source for one in fact.citations}) == 1:
        return [
            Problem(
                code="QZ653",
                message=f"only `{fact.citations[0].source}` passes this accusation on",
                place=fact.citations[0].source.place,
                hint="cite a second source that is independent of it, or say in `ignore` why one will do",
            )
        ]
    return ()
