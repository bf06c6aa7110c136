"""Distractors: the curator's own, or else derived ones where they are safe."""

from __future__ import annotations

from itertools import islice

from quizgen.model.fact import AnswerType, Fact
from quizgen.model.quiz import Option
from quizgen.model.text import Text
from quizgen.planning.deriving.figures import wrong_figures
from quizgen.planning.deriving.lending import borrowed
from quizgen.planning.means import Means

FIGURES = frozenset({AnswerType.NUMBER, AnswerType.PERCENTAGE, AnswerType.DATE})
"""Types whose wrong answers are made up."""
NAMES = frozenset({AnswerType.ORGANIZATION, AnswerType.PLACE, AnswerType.LAW})
"""Types whose wrong answers are borrowed."""


def distractors_of(fact: Fact, count: int, means: Means) -> tuple[Option, ...]:
    """Return at most ``count`` distractors, by slot: a choice of the curator's own by rank, or derived ones."""
    if fact.distractors is not None:
        return _chosen(_written(fact), count, fact, means)
    return derived_distractors(fact, count, means)


def derived_distractors(fact: Fact, count: int, means: Means) -> tuple[Option, ...]:
    """Return derived distractors; ``()`` where none are safe, or where the numbers have no room."""
    if fact.sensitive or fact.answer_is_set or len(fact.answers) != 1:
        return ()
    place = fact.answers[0].text
    if fact.answer_type in FIGURES:
        texts = wrong_figures(fact, count, means)
        return tuple(_made_up(f"n{at}", text, place) for at, text in enumerate(texts, start=1))
    if fact.answer_type in NAMES:
        lent = islice(borrowed(fact, means), count)
        return tuple(Option(slot=str(lender.id), text=text, is_derived=True) for lender, text in lent)
    return ()


def _made_up(slot: str, text: str, key: Text) -> Option:
    # it stands where the answer stands that it was derived from
    return Option(slot=slot, text=Text(text, *key.place), is_derived=True, is_made_up=True)


def _written(fact: Fact) -> tuple[Option, ...]:
    written = enumerate(fact.distractors or (), start=1)
    return tuple(Option(slot=f"d{number}", text=one.text, why=one.why) for number, one in written)


def _chosen(options: tuple[Option, ...], count: int, fact: Fact, means: Means) -> tuple[Option, ...]:
    by_rank = sorted(options, key=lambda option: means.ranks.of("distractor", fact.id, option.slot))
    return tuple(sorted(by_rank[:count], key=options.index))
