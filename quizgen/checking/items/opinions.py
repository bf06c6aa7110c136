"""QZ719: a question that asks for an opinion."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.checking.folding import fold, place_of_match, without_quotes
from quizgen.diagnostics.problem import Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report a question for what the reader thinks or likes: it has no wrong answer.

    Languages: those with word lists.
    """
    vocabulary = asked.vocabulary
    if vocabulary is None or vocabulary.opinion_words.isdisjoint(asked.stem.words):
        return ()
    match = vocabulary.opinions.search(asked.stem.line)
    if match is not None and vocabulary.opinions.search(fold(without_quotes(asked.stem.text)).line):
        return [
            Problem(
                code="QZ719",
                message=f"`{match[0]}` asks for an opinion",
                place=place_of_match(asked.stem, match),
                hint="ask what the source says",
            )
        ]
    return ()
