"""QZ733: a false claim that does not say why it is false."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report each false claim without a ``why``."""
    for claim in view.fact.false_claims or ():
        if claim.why is None:
            yield Problem(
                code="QZ733",
                message="this false claim does not say why it is false",
                place=claim.text.place,
                hint="write `{text: …, why: …}`; the feedback sheet prints it",
            )
