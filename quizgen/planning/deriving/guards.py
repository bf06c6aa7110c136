"""The truth guard: what must never be offered as a wrong answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from quizgen.model.fact import Fact
from quizgen.planning.folding import core_of, line_of
from quizgen.planning.means import Means
from quizgen.planning.numbers import figure_of, read_decimal, read_figure, tolerance_of

_NUMBERS = re.compile(r"[0-9]+(?:[,\s][0-9]{3})*(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What is true, or stands in the question, of one fact."""

    stem: str
    claim: str
    texts: frozenset[str]
    """Right answers to the question, folded, by this fact and by others."""
    values: tuple[Decimal, ...]
    """The numbers among them, and those in the question."""
    tolerance: Decimal

    def bars_text(self, text: str) -> bool:
        """Whether a text is a right answer, or can be read in the question or the claim."""
        core = core_of(text)
        return not core or core in self.texts or core in self.stem or core in self.claim

    def bars_value(self, value: Decimal) -> bool:
        """Whether a number is right, within its tolerance, or stands in the question."""
        return any(abs(value - right) <= self.tolerance for right in self.values)


def guard_of(fact: Fact, means: Means) -> Guard:
    """Gather what must not be offered for a fact: its answers, those to the same question, those in contrast."""
    alike = (fact, *means.asked_alike(fact))
    texts = [text for other in alike for answer in other.answers for text in (answer.text, *answer.accept)]
    figures = [figure for text in texts if (figure := read_figure(text)) is not None]
    values = [figure.value for figure in figures]
    values += [value for other in alike if (value := read_decimal(other.quantity.value)) is not None]
    values += _values_in(fact.question or "")
    figure = figure_of(fact)
    return Guard(
        stem=line_of(fact.question or ""),
        claim=line_of(fact.claim),
        texts=frozenset(core_of(text) for text in texts),
        values=tuple(values),
        tolerance=Decimal(0) if figure is None else tolerance_of(fact.quantity, figure.value),
    )


def _values_in(text: str) -> list[Decimal]:
    figures = (read_figure(match[0]) for match in _NUMBERS.finditer(text))
    return [figure.value for figure in figures if figure is not None]
