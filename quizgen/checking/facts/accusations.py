"""QZ644: an accusation that is not marked as sensitive."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Certainty


def check(view: FactView) -> Iterable[Problem]:
    """Report an alleged claim about which anything may still be invented."""
    if view.owns_claim and view.fact.certainty is Certainty.ALLEGED and not view.fact.sensitive:
        return [
            Problem(
                code="QZ644",
                message=f"`{view.fact.id}` is an accusation, and not marked as sensitive",
                place=view.claim.text.place,
                hint="add `sensitive: true`, so that nothing is derived from it",
            )
        ]
    return ()
