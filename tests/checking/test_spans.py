"""Numbers and ranges in answers: read where they are plain, and left alone where they are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.checking.folding import fold
from quizgen.checking.spans import read_span
from quizgen.checking.words.english import ENGLISH
from quizgen.model.text import Text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("16 percent", "16", "16", "%"),
        ("16%", "16", "16", "%"),
        ("about 20,000", "20000", "20000", ""),
        ("20 000 km", "20000", "20000", "km"),
        ("twenty-five boats", "25", "25", "boat"),
        ("two hundred thousand", "200000", "200000", ""),
        ("a hundred", "100", "100", ""),
        ("2.5 million light-years", "2500000", "2500000", "light year"),
        (".5", "0.5", "0.5", ""),
        ("0,5 km", "0.5", "0.5", "km"),
        ("0,500", "0.5", "0.5", ""),
        ("0,125 to 0,250", "0.125", "0.25", ""),
        ("1,500", "1500", "1500", ""),
        ("10,500", "10500", "10500", ""),
        ("-273", "-273", "-273", ""),
        ("$5", "5", "5", "$"),
        ("10 to 20 metres", "10", "20", "metre"),
        ("10–20", "10", "20", ""),
        ("between 10 and 20", "10", "20", ""),
        ("more than 50", "50", "Infinity", ""),
        ("fewer than ten boats", "-Infinity", "10", "boat"),
    ],
)
def test_a_number_or_range_is_read(text: str, low: str, high: str, unit: str) -> None:
    """Digits, number words, units and what may stand before a number."""
    span = read_span(fold(Text(text)), ENGLISH)
    assert span is not None
    assert (span.low, span.high, span.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(("text", "digits"), [("1,200", 2), ("0,500", 3), ("0.500", 3), ("12,50", 4), ("12.50", 4)])
def test_the_digits_that_say_something(text: str, digits: int) -> None:
    """Zeros at the end round a whole number; behind a decimal comma or point they are measured."""
    span = read_span(fold(Text(text)), ENGLISH)
    assert span is not None
    assert span.digits == digits


@pytest.mark.parametrize(
    "text",
    [
        "0,500,000",
        "Apollo 11",
        "158 or 180",
        "2 and 3",
        "several thousand",
        "July 1969",
        "2/3",
        "vitamin C",
        "",
    ],
)
def test_other_texts_are_no_numbers(text: str) -> None:
    """Names, lists of two, vague amounts and fractions are left alone."""
    assert read_span(fold(Text(text)), ENGLISH) is None


def test_overlap_minds_the_open_end() -> None:
    """`more than 50` does not hold 50, `10 to 20` holds 20."""
    spans = {text: read_span(fold(Text(text)), ENGLISH) for text in ("10 to 20", "20 to 30", "more than 20", "20")}
    closed, next_, open_, exact = spans.values()
    assert closed is not None
    assert next_ is not None
    assert open_ is not None
    assert exact is not None
    assert closed.overlaps(next_)
    assert closed.overlaps(exact)
    assert not open_.overlaps(exact)
    assert not open_.overlaps(closed)
