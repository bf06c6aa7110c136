"""QZ712: a rare word that the question shares with the right answer alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.asked import Asked, is_choice, stands_in_stem
from quizgen.checking.folding import Folded
from quizgen.checking.views import BankView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem

_SHORTEST = 4
_MOST_WORDS = 6
"""A longer key is a sentence, and shares words with any question."""
_COMMON_START = 5
_LONGEST_REST = 2


def check(asked: Asked, bank: BankView) -> Iterable[Problem]:
    """Report a word of the question that sounds in the key and in no distractor (a clang association).

    Rare is what stands in few facts. Languages: those with word lists.
    """
    vocabulary = asked.vocabulary
    if vocabulary is None or asked.key is None or len(asked.distractors) < 2:  # noqa: PLR2004 - one is no choice
        return ()
    if len(asked.key.words) > _MOST_WORDS:
        return ()
    line = asked.stem.line  # words that sound alike begin alike
    heard = [word for word in _telling(asked.key, vocabulary) if word[:_SHORTEST] in line and bank.is_rare(word)]
    return _check(heard, asked, asked.key, bank, vocabulary) if heard else ()


def _check(
    heard: Iterable[str], asked: Asked, key: Folded, bank: BankView, vocabulary: Vocabulary
) -> Iterator[Problem]:
    for word in filter(bank.is_rare, heard):
        echo = next(
            (other for other in _telling(asked.stem, vocabulary) if _sounds_like(word, other, vocabulary)), None
        )
        if echo is None or not bank.is_rare(echo):
            continue
        others = (other for option in asked.distractors for other in option.words)
        if any(_sounds_like(word, other, vocabulary) for other in others) or _is_told(asked):
            continue
        yield Problem(
            code="QZ712",
            message=f"`{echo}` in the question sounds like `{word}` in the right answer alone",
            place=key.text.place,
            hint=f"say it without `{echo}` in the question, or let a distractor have the word too",
        )
        return


def _is_told(asked: Asked) -> bool:
    """Whether the key stands in the question, to be chosen there, or by a slip of which another rule speaks."""
    return asked.key is not None and (is_choice(asked, asked.key) or stands_in_stem(asked.key, asked))


def _sounds_like(word: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether two words have one root: `ellipse` and `elliptical`."""
    root, other_root = root_of(word, vocabulary), root_of(other, vocabulary)
    if root == other_root:
        return len(root) >= _SHORTEST
    start = _common_start(root, other_root)
    return start >= _COMMON_START and max(len(root), len(other_root)) - start <= _LONGEST_REST


def root_of(word: str, vocabulary: Vocabulary) -> str:
    """Return a word without its ending."""
    return vocabulary.suffixes.sub("", word) if len(word) > _SHORTEST else word


def _telling(folded: Folded, vocabulary: Vocabulary) -> list[str]:
    stop_words = vocabulary.stop_words
    return [word for word in folded.words if len(word) >= _SHORTEST and word not in stop_words]


def _common_start(left: str, right: str) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other),
        min(len(left), len(right)),
    )
