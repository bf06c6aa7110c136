"""QZ707: a false claim that is the claim, or that stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Label, Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report each false claim with the words of the claim or of an earlier one, numbers in whatever spelling."""
    if not view.false_claims:
        return ()
    contents = [_content(claim, view) for claim in (view.claim, *view.false_claims)]
    return _check(view) if len({*contents}) < len(contents) else ()


def _check(view: FactView) -> Iterator[Problem]:
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


def _content(folded: Folded, view: FactView) -> str:
    vocabulary, words = view.vocabulary, folded.words
    if vocabulary is not None and not vocabulary.number_words.isdisjoint(words):
        words = tuple([str(vocabulary.numbers.get(word, word)) for word in words])
    return " ".join(words).replace(",", "")
