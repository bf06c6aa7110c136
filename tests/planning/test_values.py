"""Options that are printed from low to high."""

from __future__ import annotations

import pytest

from quizgen.planning.values import ascending_places

ASCENDING = [
    ["6 hours", "24 hours", "48 hours", "72 hours"],
    ["1 hour", "2 hours"],
    ["6 percent", "16 percent", "20 percent", "46 percent"],
    ["2,000", "5,000", "20,000"],
    ["2 000 км", "20 000 км"],
    ["-4 °C", "0 °C", "3 °C"],
    ["0,5", "1,25", "12"],
    ["0,500 g", "1,5 g", "12 g"],
    ["1991", "1995", "2014"],
    ["about 40", "about 300"],
    ["article 9", "article 20", "article 174"],
    ["1995-08", "1995-09-02", "1996"],
    ["29 August 1949", "12 August 1953", "15 January 1965", "19 October 1989"],
    ["December 2006", "January 2014"],
    ["29 августа 1949 года", "12 августа 1953 года"],
    ["1949 жылғы 29 тамыз", "1953 жылғы 12 қаңтар"],
]
NOT_ALIKE = [
    ["two", "four", "five"],
    ["6 hours", "2 days"],
    ["$150 million", "$2 billion"],
    ["16 percent", "about 16 percent"],
    ["1991", "never"],
    ["1990 to 1995", "1991 to 1994"],
    ["May 1990 or June 1991", "May 1992"],
    ["before 1990", "after 1991"],
    ["the Survey", "the Atlas"],
]


@pytest.mark.parametrize("texts", ASCENDING, ids=" | ".join)
def test_numbers_and_dates_are_put_in_their_order(texts: list[str]) -> None:
    """Each list is written from low to high, and is sorted so from its reverse."""
    places = ascending_places(texts[::-1])
    assert places is not None
    assert [text for _, text in sorted(zip(places, texts[::-1], strict=True))] == texts


@pytest.mark.parametrize("texts", NOT_ALIKE, ids=" | ".join)
def test_what_is_not_alike_is_not_compared(texts: list[str]) -> None:
    """Number words, mixed units and ranges keep their hashed order."""
    assert ascending_places(texts) is None
