"""QZ600: a claim that is not a full sentence."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem

_CLOSING = "\"'”’»)]*_ "
_ENDS = ".!…。"


def check(view: FactView) -> Iterable[Problem]:
    """Report a claim that asks, that is a single word, or that has no full stop at its end."""
    text = view.claim.text
    end = text.rstrip().rstrip(_CLOSING)[-1:]
    if not view.owns_claim or (end in _ENDS and end and len(view.claim.words) > 1):
        return ()
    return [
        Problem(
            code="QZ600",
            message="the claim is a question" if end == "?" else "the claim is not a full sentence",
            place=text.place,
            hint="say what is so, in a full sentence with a full stop at its end",
        )
    ]
