"""QZ640: a wrong answer or statement that makes a harm larger than its source does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quizgen.checking.folding import Folded
from quizgen.checking.spans import Span, is_year, read_number, read_span
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import AnswerType
from quizgen.model.text import Text


def check(view: FactView) -> Iterator[Problem]:
    """Report a number in a distractor or false claim of a sensitive fact that lies above the right one."""
    yield from _check_distractors(view)
    yield from _check_false_claims(view)


def _check_distractors(view: FactView) -> Iterator[Problem]:
    if len(view.answers) != 1 or view.fact.answer_type is AnswerType.DATE:
        return
    key = read_span(view.answers[0], view.vocabulary)
    if key is None or key.is_year:
        return
    for distractor in view.distractors:
        span = read_span(distractor, view.vocabulary)
        if span is not None and span.unit == key.unit and _exceeds(span, key):
            yield _problem(distractor.text, "distractor", str(view.answers[0].text))


def _exceeds(span: Span, key: Span) -> bool:
    return span.high > key.high and not span.is_year


def _check_false_claims(view: FactView) -> Iterator[Problem]:
    told = _numbers(view.claim, view)
    for claim in view.false_claims:
        found = _numbers(claim, view)
        new, gone = found - told, told - found
        if new and gone and max(new) > max(gone):
            yield _problem(claim.text, "false claim", f"{max(gone):,f}")


def _numbers(folded: Folded, view: FactView) -> set[Decimal]:
    """Return the numbers of a sentence, years and dates left out."""
    values = set()
    for word in folded.words:
        value = read_number(word) if word[0].isdigit() else None
        if value is None and view.vocabulary is not None:
            value = view.vocabulary.numbers.get(word)
        if value is not None and not is_year(word):
            values.add(value)
    return values


def _problem(text: Text, what: str, right: str) -> Problem:
    return Problem(
        code="QZ640",
        message=f"the {what} makes more of a harm than the source does",
        place=text.place,
        note="nothing is invented about a sensitive fact, and what is read in a quiz is remembered",
        hint=f"use numbers below {right}, or none: `{'distractors' if what == 'distractor' else 'false_claims'}: []`",
    )
