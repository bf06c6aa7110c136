"""Numbers around a number."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.planning.deriving.steps import Draw, Ladder, numbers_around
from quizgen.planning.hashing import Ranks


def drawing(seed: int) -> Draw:
    """Return the draws of one fact."""
    return lambda name: Ranks("autumn", "quiz").of(name, str(seed))


def ladder(most: int | None = None, *, fewest: int = 1, furthest: int | None = None, barred: int = -1) -> Ladder:
    """Make a ladder from 1 upwards."""
    return Ladder(least=1, most=most, fewest=fewest, furthest=furthest, allows=lambda number: number != barred)


@given(st.integers(1, 10**6), st.integers(1, 5), st.integers(0, 10**6), st.integers(1, 4))
def test_numbers_are_distinct_apart_and_within_their_bounds(key: int, count: int, seed: int, fewest: int) -> None:
    """Neighbours, the right number among them, are a tenth apart or more; all or none are found."""
    most = key * 2
    found = numbers_around(key, count, ladder(most, fewest=fewest), drawing(seed))
    assert len(found) in {0, count}
    if found:
        numbers = sorted((*found, key))
        assert found == tuple(sorted(found))
        assert all(1 <= number <= most for number in numbers)
        pairs = pairwise(numbers)
        assert all(high - low >= fewest and high * 10 >= low * 11 - 10 for low, high in pairs)


@pytest.mark.parametrize("key", [16, 60, 640])
def test_the_right_number_has_any_rank_as_often_as_any_other(key: int) -> None:
    """Chance, not a habit of writers, decides how many lie below."""
    below = Counter(
        sum(number < key for number in numbers_around(key, 3, ladder(999), drawing(seed))) for seed in range(2000)
    )
    assert set(below) == {0, 1, 2, 3}
    assert all(430 < count < 570 for count in below.values())


def test_a_draw_that_does_not_fit_gives_nothing() -> None:
    """A right number at the edge is not always the last: three of four draws find no room, and are not repeated."""
    found = [numbers_around(97, 3, ladder(99), drawing(seed)) for seed in range(400)]
    assert {sum(number < 97 for number in numbers) for numbers in found if numbers} == {3}
    assert 60 < sum(bool(numbers) for numbers in found) < 140


def test_years_have_gaps_of_their_own() -> None:
    """From 2 to 15 years apart, whatever the year."""
    for seed in range(300):
        years = sorted((*numbers_around(1991, 3, ladder(2014, fewest=2, furthest=15), drawing(seed)), 1991))
        assert all(2 <= later - year <= 15 for year, later in pairwise(years))


def test_what_is_not_allowed_is_stepped_over() -> None:
    """A neighbour takes its place; if there is none, nothing is derived."""
    for seed in range(200):
        assert 41 not in numbers_around(40, 3, ladder(barred=41), drawing(seed))
        assert 2 not in numbers_around(3, 1, ladder(3, barred=2), drawing(seed))
