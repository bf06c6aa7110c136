"""Numbers in answers: read, and written back in the same hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.model.fact import Quantity
from quizgen.model.text import Text
from quizgen.planning.numbers import agreement, read_decimal, read_figure, tolerance_of


@pytest.mark.parametrize(
    ("text", "value", "quantum", "other"),
    [
        ("16 percent", "16", "1", "12346 percent"),
        ("16%", "16", "1", "12346%"),
        ("$150 million", "150", "10", "$12346 million"),
        ("2,000", "2000", "1000", "12,346"),
        ("about 2 500 км", "2500", "100", "about 12 346 км"),
        ("0.5 °C", "0.5", "0.1", "12345.6 °C"),
        ("0,25", "0.25", "0.01", "12345,60"),
        ("1,234.50 tenge", "1234.5", "0.01", "12,345.60 tenge"),
        ("article 174", "174", "1", "article 12346"),
        ("−4 °C", "-4", "1", "12346 °C"),
        ("300.", "300", "100", "12346."),
    ],
)
def test_a_number_is_read_and_another_is_written_in_its_place(text: str, value: str, quantum: str, other: str) -> None:
    """Signs for thousands and decimals, unit and words around it stay as the curator writes them."""
    figure = read_figure(text)
    assert figure is not None
    assert (figure.value, figure.quantum) == (Decimal(value), Decimal(quantum))
    assert figure.spell(Decimal("12345.6")) == other


@pytest.mark.parametrize(
    "text", ["sixteen", "the 1990s", "12:30", "7-8", "1990/1991", "640km", "7(b)", "3 of 4", "Boeing747", "1949-08-29"]
)
def test_what_is_not_one_plain_number_is_not_read(text: str) -> None:
    """Number words, ranges, and digits that hang on letters are texts."""
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("tolerance", "precision", "expected"),
    [
        (None, None, "0"),
        ("2", None, "2"),
        ("5%", None, "10"),
        ("2.5 %", None, "5"),
        (None, "10", "5"),
        ("1", "10", "1"),
    ],
)
def test_how_far_a_number_may_be_off(tolerance: str | None, precision: str | None, expected: str) -> None:
    """The tolerance, in the unit or in percent; half of the precision where there is none."""
    quantity = Quantity(
        tolerance=Text(tolerance) if tolerance else None, precision=Text(precision) if precision else None
    )
    assert tolerance_of(quantity, Decimal(200)) == Decimal(expected)


@pytest.mark.parametrize(
    ("lang", "same", "other"),
    [
        ("en", "2 5 100 2.5", "1"),
        ("ru-RU", "2 23 104", "1 5 12 11 2.5"),
        ("ru", "5 11 112 20", "1 2"),
        ("kk", "2 5", "1"),
    ],
)
def test_words_that_agree_with_a_number(lang: str, same: str, other: str) -> None:
    """“2 часа” and “23 часа”, but “5 часов”; English knows one and many."""
    first, *others = map(Decimal, same.split())
    assert all(agreement(value, lang) == agreement(first, lang) for value in others)
    assert all(agreement(value, lang) != agreement(first, lang) for value in map(Decimal, other.split()))


@pytest.mark.parametrize(("text", "value"), [("2.5", "2.5"), ("-1,5", "-1.5"), ("about 3", None), (None, None)])
def test_a_value_stands_alone(text: str | None, value: str | None) -> None:
    """``value`` and ``precision`` hold a number and nothing else."""
    assert read_decimal(text) == (None if value is None else Decimal(value))
