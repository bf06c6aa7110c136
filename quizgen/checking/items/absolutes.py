"""QZ730: distractors that say `always` or `only`, beside an answer that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.views import core_of
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem

_FREQUENT = {"always", "never", "every"}
"""Quantities that are absolutes all the same."""


def check(asked: Asked) -> Iterable[Problem]:
    """Report the first such distractor, unless the options are quantities. Languages: those with word lists.

    `All` is too common for that, and a title may have any of these words: they are looked for in small letters.
    """
    vocabulary = asked.vocabulary
    if vocabulary is None or asked.key is None or vocabulary.absolutes.isdisjoint(asked.words):
        return ()
    return _check(asked, asked.key, vocabulary)


def _check(asked: Asked, key: Folded, vocabulary: Vocabulary) -> Iterator[Problem]:
    if not vocabulary.absolutes.isdisjoint(key.words):
        return
    if any(_is_quantity(option, asked) for option in asked.options):
        return
    telling = vocabulary.absolutes - {"all"}
    for distractor in asked.distractors:
        absolutes = [word for word in distractor.text.split() if word in telling]
        if absolutes and len(distractor.words) > 1 and vocabulary.absolutes.isdisjoint(asked.stem.words):
            yield Problem(
                code="QZ730",
                message=f"`{absolutes[0]}` stands in a distractor, and no such word in the right answer",
                place=distractor.text.place,
                note="what is said to be always or only so is seldom so, and who knows that needs to know no more",
                hint="say it without the word, or let the right answer have one too",
            )
            return


def _is_quantity(option: Folded, asked: Asked) -> bool:
    first = core_of(option.words, asked.vocabulary)[:1]
    quantities = asked.vocabulary.quantities if asked.vocabulary is not None else frozenset()
    return bool(first) and first[0] in quantities and first[0] not in _FREQUENT
