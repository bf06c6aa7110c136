"""QZ706: a negative in the question and in an option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.asked import Asked
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report the first negative option of a question that asks what is *not* so. Languages: those with word lists."""
    vocabulary = asked.vocabulary
    if vocabulary is None or asked.key is None or vocabulary.negations.isdisjoint(asked.stem.words):
        return ()
    return _check(asked, vocabulary)


def _check(asked: Asked, vocabulary: Vocabulary) -> Iterator[Problem]:
    is_negative = not (vocabulary.negations - {"no"}).isdisjoint(asked.stem.words)
    if not is_negative or not vocabulary.negative_stems.search(asked.stem.line):
        return
    for option in asked.options:
        if vocabulary.negated_verbs.search(option.line) and not str(option.text).istitle():
            yield Problem(
                code="QZ706",
                message=f"the question is negative, and so is the option `{option.text}`",
                place=option.text.place,
                hint="ask what is so, or write the option without its `not`",
            )
            return
