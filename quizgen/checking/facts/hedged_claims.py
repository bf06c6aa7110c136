"""QZ611: a claim that hedges, though its fact says that the source states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Certainty


def check(view: FactView) -> Iterable[Problem]:
    """Report a word such as `allegedly` in the claim of a stated fact. Languages: those with word lists."""
    vocabulary = view.vocabulary
    if vocabulary is None or view.fact.certainty is not Certainty.STATED or not view.owns_claim:
        return ()
    return () if vocabulary.strong_hedge_words.isdisjoint(view.claim.words) else _check(view, vocabulary)


def _check(view: FactView, vocabulary: Vocabulary) -> Iterator[Problem]:
    for certainty, pattern in vocabulary.strong_hedges.items():
        match = pattern.search(view.claim.line)
        if match is not None:
            yield Problem(
                code="QZ611",
                message=f"the claim says `{match[0]}`, but its certainty is `stated`",
                place=view.claim.text.place,
                hint=f"add `certainty: {certainty}`",
            )
            return
