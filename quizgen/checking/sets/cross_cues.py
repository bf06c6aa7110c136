"""QZ801: an answer that another question of the quiz gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checking.folding import Folded, find_words, fold
from quizgen.checking.items.clang import root_of
from quizgen.checking.views import BankView, core_of
from quizgen.checking.words import vocabulary_of
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.project import ItemType
from quizgen.model.quiz import Item, Quiz

_UNANSWERED = {ItemType.TRUE_FALSE, ItemType.MATCHING, ItemType.ORDERING}
"""What is not answered in words of its own."""
_PHRASE = 4
"""Words of an answer that is recognized wherever it stands."""
_SHORTEST = 4


def check(quiz: Quiz, bank: BankView) -> Iterator[Problem]:
    """Report each answer that stands in another stem, if the two stems also share a rare word.

    Without such a word a reader has no reason to look there, unless the answer is a whole phrase. False statements
    say nothing that is so. Languages: those with word lists.
    """
    items = [placed.item for placed in quiz.forms[0].items]
    stems = {id(item): fold(item.stem) for item in items}
    for item in items:
        vocabulary = vocabulary_of(item.fact.lang or quiz.lang)
        if vocabulary is None or item.type in _UNANSWERED:
            continue
        for other in items:
            if other is not item and other.is_true is not False:
                word = _cue(item, stems[id(item)], stems[id(other)], vocabulary, bank)
                if word:
                    yield _problem(item, other, word)


def _cue(item: Item, stem: Folded, other: Folded, vocabulary: Vocabulary, bank: BankView) -> str:
    """Return the answer that stands in another stem; empty where that stem does not point to this one."""
    shared = _rare_roots(stem, vocabulary, bank) & _rare_roots(other, vocabulary, bank)
    for answer in item.answers or item.fact.answers:
        core = core_of(fold(answer.text).words, vocabulary)
        points_here = shared - {root_of(word, vocabulary) for word in core} or _is_phrase(answer.text, core)
        if (
            points_here
            and _tells(core, vocabulary)
            and find_words(core, other.words) >= 0 > find_words(core, stem.words)
        ):
            return str(answer.text)
    return ""


def _tells(core: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(len(word) >= _SHORTEST and word not in vocabulary.number_words for word in core)


def _is_phrase(text: str, core: Sequence[str]) -> bool:
    """Whether an answer is so long that it is recognized anywhere; a name may stand there for other reasons."""
    return len(core) >= _PHRASE and text == text.lower()


def _rare_roots(folded: Folded, vocabulary: Vocabulary, bank: BankView) -> set[str]:
    words = (word for word in set(folded.words) - vocabulary.stop_words if len(word) >= _SHORTEST)
    return {root_of(word, vocabulary) for word in words if bank.is_rare(word)}


def _problem(item: Item, other: Item, answer: str) -> Problem:
    return Problem(
        code="QZ801",
        message=f"`{answer}`, the answer of `{item.fact.id}`, stands in the question of `{other.fact.id}`",
        place=other.stem.place,
        labels=(Label(item.stem.place, "the question that it answers"),),
        note="both are asked in one quiz",
        hint="say it in other words in the second, or keep the two apart",
    )
