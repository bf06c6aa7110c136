"""QZ805: statements of which only the false ones say `all`, `never` or `only`."""

from __future__ import annotations

from collections.abc import Iterator
from math import comb

from quizgen.checking.folding import words_of
from quizgen.checking.views import BankView
from quizgen.checking.words import vocabulary_of
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.quiz import Item, Quiz

_FEWEST = 3
_TOO_UNLIKELY = 0.05


def check(quiz: Quiz, bank: BankView) -> Iterator[Problem]:  # noqa: ARG001 - as every rule on quizzes
    """Report three or more such statements that are all false, where chance would have spread them.

    Languages: those with word lists.
    """
    items = [placed.item for placed in quiz.forms[0].items if placed.item.is_true is not None]
    absolute = [item for item in items if _is_absolute(item, quiz.lang)]
    false = [item for item in items if not item.is_true]
    if len(absolute) < _FEWEST or any(item.is_true for item in absolute):
        return
    if comb(len(false), len(absolute)) / comb(len(items), len(absolute)) < _TOO_UNLIKELY:
        yield Problem(
            code="QZ805",
            message=f"all {len(absolute)} statements that say `all`, `never` or the like are false",
            place=quiz.spec.id.place,
            labels=tuple(Label(item.stem.place, "false") for item in absolute),
            hint="make some of them false in another way",
        )


def _is_absolute(item: Item, lang: str) -> bool:
    vocabulary = vocabulary_of(item.fact.lang or lang)
    return vocabulary is not None and not vocabulary.absolutes.isdisjoint(words_of(item.stem))
