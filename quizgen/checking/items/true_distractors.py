"""QZ703: a distractor that is true as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.spans import read_number, read_span
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text


def check(asked: Asked, bank: BankView) -> Iterable[Problem]:
    """Report a distractor within the key's tolerance, or that answers the same question at another fact.

    The other fact must be from the same source: what another source says is a fair wrong answer.
    """
    right = bank.right_answers.get(asked.stem.line, {}) if bank.right_answers else {}
    if len(right) <= 1 and asked.fact.quantity.tolerance is None:
        return ()
    return _check(asked, right)


def _check(asked: Asked, right: Mapping[tuple[str, tuple[str, ...]], Text]) -> Iterator[Problem]:
    for distractor in asked.distractors if asked.fact.quantity.tolerance is not None else ():
        if _is_near(distractor, asked):
            tolerance = asked.fact.quantity.tolerance
            yield _problem(distractor, f"lies within the tolerance of {tolerance}", asked.answers[0].text)
    for distractor in asked.distractors if len(right) > 1 else ():
        answers = (right.get((citation.source, distractor.words)) for citation in asked.fact.citations)
        other = next((answer for answer in answers if answer is not None), None)
        if other is not None and all(other is not own.text for own in asked.answers):
            yield _problem(distractor, "is the answer of another fact to this question", other)


def _is_near(distractor: Folded, asked: Asked) -> bool:
    quantity = asked.fact.quantity
    tolerance = None if quantity.tolerance is None else read_number(quantity.tolerance)
    if tolerance is None or len(asked.answers) != 1:
        return False
    key, span = read_span(asked.answers[0], asked.vocabulary), read_span(distractor, asked.vocabulary)
    value = _value(asked, None if key is None else key.low)
    if value is None or span is None or not span.is_exact or (key is not None and key.unit != span.unit):
        return False
    return abs(span.low - value) <= tolerance


def _value(asked: Asked, read: Decimal | None) -> Decimal | None:
    written = asked.fact.quantity.value
    return read if written is None else read_number(written)


def _problem(distractor: Folded, why: str, other: Text) -> Problem:
    return Problem(
        code="QZ703",
        message=f"the distractor `{distractor.text}` {why}",
        place=distractor.text.place,
        labels=(Label(other.place, "a right answer"),),
        hint="write one that is wrong, or say in the question what rules it out",
    )
