"""Numerical: a number to write, with its unit printed; the key says which numbers are right."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from quizgen.model.fact import AnswerType, Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item, NumberLine
from quizgen.model.text import Text
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means
from quizgen.planning.numbers import Figure, figure_of, read_decimal, tolerance_of

_TYPES = frozenset({AnswerType.NUMBER, AnswerType.PERCENTAGE})


class Numerical(SingleKind):
    """Asks for a number: the fact's ``value``, or the digits of its answer."""

    rarity = 4

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        if fact.question is None:
            return "without a `question`"
        return "" if _figure(fact) else "without a number in digits as `answer`, or a `value`"

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:  # noqa: ARG002 - as every kind
        """Ask the question, with a line for the number."""
        figure = _figure(fact)
        assert fact.question is not None, "asked without a question"  # noqa: S101 - `lack_of` holds it
        assert figure is not None, "asked without a number"  # noqa: S101 - `lack_of` holds it
        return Item(
            type=ItemType.NUMERICAL,
            fact=fact,
            stem=fact.question,
            answers=fact.answers,
            number=_line(fact, figure),
        )


def _figure(fact: Fact) -> Figure | None:
    """Return the number that is asked for, with what is printed around it."""
    value, written = read_decimal(fact.quantity.value), figure_of(fact)
    unit = f" {fact.quantity.unit}" if fact.quantity.unit else None
    if value is not None and not fact.answer_is_set:
        return Figure(before="", value=value, after=unit or "", decimals=_decimals(value))
    if written is None or fact.answer_type not in _TYPES:
        return None
    return written if unit is None else replace(written, before="", after=unit)


def _line(fact: Fact, figure: Figure) -> NumberLine:
    tolerance = tolerance_of(fact.quantity, figure.value)
    least, most = figure.value - tolerance, figure.value + tolerance
    if figure.value >= 0:
        least = max(least, Decimal(0))
    return NumberLine(
        before=Text(figure.before), after=Text(figure.after), least=_spelt(least, figure), most=_spelt(most, figure)
    )


def _spelt(value: Decimal, figure: Figure) -> str:
    return replace(figure, decimals=max(figure.decimals, _decimals(value))).digits_of(value)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
