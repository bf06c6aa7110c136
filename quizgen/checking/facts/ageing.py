"""QZ621: a claim that will not stay true, with nothing that says when it was."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.folding import place_of_match
from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView, bank: BankView) -> Iterable[Problem]:
    """Report a state or a tense that ages (`has been`, `is the mayor`) without ``as_of``.

    Languages: those with word lists.
    """
    if not view.owns_claim or view.vocabulary is None or bank.has_as_of(view.fact):
        return ()
    match = view.vocabulary.ageing.search(view.claim.line)
    if match is None:
        return ()
    return [
        Problem(
            code="QZ621",
            message=f"`{match[0]}` will not stay true, and nothing says when it was",
            place=place_of_match(view.claim, match),
            hint="add `as_of: …` to the source, or to this fact, and write the claim in the past tense",
        )
    ]
