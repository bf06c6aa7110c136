"""QZ701: a question in which its answer can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.asked import Asked, stands_in_stem
from quizgen.checking.folding import find_words, place_of
from quizgen.diagnostics.problem import Label, Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report an answer, or a member of a set, whose telling words stand in the question in a row."""
    return () if asked.words.isdisjoint(asked.stem.words) else _check(asked)


def _check(asked: Asked) -> Iterator[Problem]:
    for answer in asked.answers:
        if stands_in_stem(answer, asked):
            core = asked.core(answer)
            yield Problem(
                code="QZ701",
                message=f"the answer `{answer.text}` stands in the question",
                place=place_of(asked.stem.text, find_words(core, asked.stem.words), len(core)),
                labels=(Label(answer.text.place, "the answer"),),
                hint="put it in other words in the question, or ask for something else",
            )
            return
