"""QZ630: a contrast that stands on one of two facts only."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Fact


def check(bank: BankView) -> Iterator[Problem]:
    """Report each ``contrast`` that is not answered; facts of one claim count as one."""
    contrasting = [fact for fact in bank.facts if fact.contrast]
    by_id = {str(fact.id): fact for fact in bank.facts} if contrasting else {}
    names = [(fact, name) for fact in contrasting for name in fact.contrast if name in by_id]
    pairs = {(_claim_of(fact), _claim_of(by_id[name])) for fact, name in names}
    for fact, name in names:
        if bank.owns_claim(fact) and (_claim_of(by_id[name]), _claim_of(fact)) not in pairs:
            yield Problem(
                code="QZ630",
                message=f"`{name}` does not name `{fact.id}` as its contrast",
                place=name.place,
                labels=(Label(by_id[name].id.place, "the other fact"),),
                hint=f"add `contrast: [{fact.id}]` to `{name}`, so that each shows the other",
            )


def _claim_of(fact: Fact) -> str:
    return fact.same_claim or fact.id
