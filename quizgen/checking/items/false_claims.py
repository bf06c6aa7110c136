"""QZ707: a false claim that is the claim, or that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Label, Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report each false claim with the words of the claim or of an earlier one, numbers in whatever spelling."""
    if len({len(claim.words) for claim in (view.claim, *view.false_claims)}) > len(view.false_claims):
        return  # none is as long as another
    first = {_content(view.claim, view): (view.claim, "the claim")}
    for claim in view.false_claims:
        other, what = first.setdefault(_content(claim, view), (claim, "another false claim"))
        if other is not claim:
            yield Problem(
                code="QZ707",
                message=f"this false claim says the same as {what}",
                place=claim.text.place,
                labels=(Label(other.text.place, what),),
                hint="change what makes it false",
            )


def _content(folded: Folded, view: FactView) -> tuple[str, ...]:
    numbers = view.vocabulary.numbers if view.vocabulary is not None else {}
    if numbers.keys().isdisjoint(folded.words) and "," not in folded.line:
        return folded.words
    return tuple(str(numbers.get(word, word)).replace(",", "") for word in folded.words)
