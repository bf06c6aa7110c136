"""QZ731: an answer that shares a part with every distractor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_FEWEST_OPTIONS = 4
_SIZES = {2, 3, 4}
"""How many parts an option may have; all have the same."""


def check(asked: Asked) -> Iterable[Problem]:
    """Report a key of two or more parts, two of which come back in distractors that have less in common.

    `copper and tin` among `copper and lead`, `iron and tin`, `copper and silver`: who takes the commonest parts is
    right. Mere numbers have no parts. Languages: those with word lists.
    """
    if (
        asked.key is None
        or asked.vocabulary is None
        or len(asked.options) < _FEWEST_OPTIONS
        or _is_figure(asked.key.text)
    ):
        return ()
    parts = [_parts(option.words, asked) for option in asked.options]
    counts = Counter(part for option in parts for part in option)
    sizes = {len(option) for option in parts}
    if len(sizes) > 1 or not sizes <= _SIZES or max(counts.values()) == len(parts):
        return ()  # sentences, or a part that all of them have
    scores = [sum(counts[part] - 1 for part in option) for option in parts]
    shared = [part for part in parts[0] if counts[part] > 1]
    if len(shared) > 1 and scores[0] >= len(parts) - 1 and scores[0] > max(scores[1:]):
        return [
            Problem(
                code="QZ731",
                message=f"`{asked.key.text}` has the parts that most options share",
                place=asked.key.text.place,
                note="who counts which part comes most often finds it without knowing anything",
                hint="let the parts of a distractor come as often",
            )
        ]
    return ()


def _parts(words: Sequence[str], asked: Asked) -> frozenset[str]:
    stop_words = asked.vocabulary.stop_words - asked.vocabulary.months if asked.vocabulary is not None else frozenset()
    return frozenset(word for word in words if len(word) > 1) - stop_words


def _is_figure(text: str) -> bool:
    return not any(map(str.isalpha, text))
