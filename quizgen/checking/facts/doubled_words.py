"""QZ602: a word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import eq

from quizgen.checking.folding import Folded, place_of
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report the first `the the` in each sentence of a fact. Languages: those with word lists."""
    is_doubled = any(map(eq, *_in_pairs(view)))  # a quick look at all sentences at once
    if view.vocabulary is None or not is_doubled:
        return ()
    return _slips(view.sentences if view.explanation is None else [*view.sentences, view.explanation], view.vocabulary)


def _in_pairs(view: FactView) -> tuple[list[str], list[str]]:
    """Return the words of all sentences, and the same from the second one on; a cloze that is the claim is left out."""
    words = [*view.claim.words]
    for folded in (view.question, view.explanation, view.cloze_sentence, *view.false_claims):
        if folded is not None and folded.words is not view.claim.words:
            words += folded.words
    return words, words[1:]


def _slips(texts: Iterable[Folded], vocabulary: Vocabulary) -> Iterator[Problem]:
    for folded in texts:
        words = folded.words
        slips = (at for at, (left, right) in enumerate(pairwise(words)) if left == right)
        at = next((at for at in slips if _is_slip(folded, words[at], vocabulary)), None)
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
