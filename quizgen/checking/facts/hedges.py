"""QZ610: a hedge that a claim, its question or its cloze has lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.checking.facts.voices import is_said
from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Certainty

_WORDS = {
    Certainty.JUDGED: "judged, rated, described as",
    Certainty.REPORTED: "reported, recorded, according to",
    Certainty.INFERRED: "assumed, estimated, probably",
    Certainty.ALLEGED: "allegedly, accused, claimed",
}


def check(view: FactView) -> Iterable[Problem]:
    """Report the sentences in which no word says how the source puts the claim. Languages: those with word lists.

    For a claim that is only reported, the voice that reports it says so too.
    """
    vocabulary = view.vocabulary
    if vocabulary is None:
        return ()
    is_plain = vocabulary.strong_hedge_words.isdisjoint(view.claim.words)
    return () if is_plain and view.fact.certainty is Certainty.STATED else _check(view, vocabulary)


def _check(view: FactView, vocabulary: Vocabulary) -> Iterator[Problem]:
    certainty = view.fact.certainty
    if certainty is Certainty.STATED:
        lost = list(_lost_though_stated(view, vocabulary))
    else:
        lost = [one for one in _sentences(view) if not _is_hedged(one[1], vocabulary.hedges[certainty], view)]
    if lost:
        (name, folded), *others = lost
        said = certainty if certainty is not Certainty.STATED else _certainty_of(view.claim, view)
        yield Problem(
            code="QZ610",
            message=f"the {name} states what is only {said}",
            place=folded.text.place,
            labels=tuple(Label(other.text.place, f"the {what} as well") for what, other in others),
            hint=f"let a word say so: {_WORDS[said]} …",
        )


def _sentences(view: FactView) -> Iterator[tuple[str, Folded]]:
    if view.owns_claim:
        yield "claim", view.claim
    if view.question is not None:
        yield "question", view.question
    if view.cloze_sentence is not None:
        yield "cloze", view.cloze_sentence


def _is_hedged(folded: Folded, pattern: re.Pattern[str], view: FactView) -> bool:
    if pattern.search(folded.line):
        return True
    return view.fact.certainty is Certainty.REPORTED and bool(view.voice) and is_said(view.voice, folded)


def _lost_though_stated(view: FactView, vocabulary: Vocabulary) -> Iterator[tuple[str, Folded]]:
    """Find what hedges nothing beside a claim that does; that it is not stated then is another rule's matter."""
    if not any(pattern.search(view.claim.line) for pattern in vocabulary.strong_hedges.values()):
        return
    for name, folded in _sentences(view):
        if name != "claim" and not any(pattern.search(folded.line) for pattern in vocabulary.hedges.values()):
            yield name, folded


def _certainty_of(claim: Folded, view: FactView) -> Certainty:
    patterns = view.vocabulary.strong_hedges if view.vocabulary is not None else {}
    return next(
        (certainty for certainty, pattern in patterns.items() if pattern.search(claim.line)), Certainty.REPORTED
    )
