"""QZ602: a word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from operator import eq

from quizgen.checking.folding import Folded, fold, place_of
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report the first `the the` in each sentence of a fact. Languages: those with word lists."""
    if view.vocabulary is None:
        return
    texts = view.sentences
    if view.fact.explanation is not None:
        texts.append(fold(view.fact.explanation))
    everything = [*chain.from_iterable([folded.words for folded in texts])]  # a quick look at all of them
    if not any(map(eq, everything, everything[1:])):
        return
    for folded in texts:
        words = folded.words
        slips = (at for at, (left, right) in enumerate(pairwise(words)) if left == right)
        at = next((at for at in slips if _is_slip(folded, words[at], view.vocabulary)), None)
        if at is not None:
            yield Problem(
                code="QZ602",
                message=f"`{words[at]}` stands twice in a row",
                place=place_of(folded.text, at, 2),
                hint=f"write `{words[at]}` once",
            )


def _is_slip(folded: Folded, word: str, vocabulary: Vocabulary) -> bool:
    """Whether nothing but spaces lies between the two, and they are no name: `Baden Baden`, `Gorilla gorilla`."""
    match = re.search(rf"\b({re.escape(word)})\s+({re.escape(word)})\b", str(folded.text), re.IGNORECASE)
    if match is None or not match[2].islower() or word in vocabulary.doubled_on_purpose:
        return False
    return match[1].islower() or word in vocabulary.stop_words
