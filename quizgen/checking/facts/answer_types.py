"""QZ604: an answer that is not of its ``answer_type``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import AnswerType

_WANTED = {
    AnswerType.NUMBER: "a number",
    AnswerType.PERCENTAGE: "a percentage",
    AnswerType.DATE: "a date",
}
_PERCENT = re.compile(r"%|per ?cent|procent|процент|пайыз", re.IGNORECASE)


def check(view: FactView) -> Iterable[Problem]:
    """Report a number without a number in it, a percentage without its sign, a date without a day, month or year."""
    type_, vocabulary = view.fact.answer_type, view.vocabulary
    if type_ not in _WANTED or vocabulary is None or view.fact.quantity.value is not None:
        return ()
    return [_problem(answer, type_) for answer in view.answers if not _is_of_type(answer, type_, vocabulary)]


def _problem(answer: Folded, type_: AnswerType) -> Problem:
    return Problem(
        code="QZ604",
        message=f"the answer `{answer.text}` is not {_WANTED[type_]}",
        place=answer.text.place,
        hint="take `answer_type` away, or write the answer as one, with digits or number words",
    )


def _is_of_type(answer: Folded, type_: AnswerType, vocabulary: Vocabulary) -> bool:
    has_digits = answer.text[:1].isdigit() or any(map(str.isdigit, answer.text))
    if type_ is AnswerType.DATE:
        return has_digits or not vocabulary.months.isdisjoint(answer.words)
    if type_ is AnswerType.PERCENTAGE:
        return _PERCENT.search(answer.text) is not None or not vocabulary.quantities.isdisjoint(answer.words)
    return has_digits or not vocabulary.counting.isdisjoint(answer.words)
