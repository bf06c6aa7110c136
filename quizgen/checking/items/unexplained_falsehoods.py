"""QZ733: a false claim that does not say why it is false."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import FalseClaim


def check(view: FactView) -> Iterable[Problem]:
    """Report each false claim without a ``why``."""
    return [_problem(claim) for claim in view.fact.false_claims or () if claim.why is None]


def _problem(claim: FalseClaim) -> Problem:
    return Problem(
        code="QZ733",
        message="this false claim does not say why it is false",
        place=claim.text.place,
        hint="write `{text: …, why: …}`; the feedback sheet prints it",
    )
