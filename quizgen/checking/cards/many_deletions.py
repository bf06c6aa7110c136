"""QZ673: a cloze with more than three deletions."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem

MOST_DELETIONS = 3


def check(view: FactView) -> Iterable[Problem]:
    """Report a cloze text that is more gaps than text."""
    assert view.cloze is not None, "run without a cloze"  # noqa: S101 - `CLOZE_RULES` says so
    assert view.fact.cloze is not None, "run without a cloze"  # noqa: S101 - likewise
    if len(view.cloze.parts) <= MOST_DELETIONS or len(view.cloze.deletions) <= MOST_DELETIONS:
        return ()
    return [
        Problem(
            code="QZ673",
            message=f"the cloze has {len(view.cloze.deletions)} deletions, {MOST_DELETIONS} are the most",
            place=view.fact.cloze.place,
            hint="hide what is worth knowing, and make another fact of the rest",
        )
    ]
