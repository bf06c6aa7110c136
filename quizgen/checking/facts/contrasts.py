"""QZ630: a contrast that stands on one of two facts only."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Fact


def check(bank: BankView) -> Iterator[Problem]:
    """Report each ``contrast`` that is not answered; facts of one claim count as one."""
    claims = {str(view.fact.id): _claim_of(view.fact) for view in bank.views}
    pairs = {(_claim_of(view.fact), claims.get(name, "")) for view in bank.views for name in view.fact.contrast}
    for view in bank.views:
        for name in view.fact.contrast if view.owns_claim else ():
            if name in claims and (claims[name], _claim_of(view.fact)) not in pairs:
                yield Problem(
                    code="QZ630",
                    message=f"`{name}` does not name `{view.fact.id}` as its contrast",
                    place=name.place,
                    labels=(Label(bank.view_by_id[name].fact.id.place, "the other fact"),),
                    hint=f"add `contrast: [{view.fact.id}]` to `{name}`, so that each shows the other",
                )


def _claim_of(fact: Fact) -> str:
    return fact.same_claim or fact.id
