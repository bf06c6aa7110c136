"""Numbers around a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.planning.deriving.steps import Draw, Ladder, numbers_around
from quizgen.planning.hashing import Ranks


def drawing(seed: int) -> Draw:
    """Return the draws of one fact."""
    return lambda name: Ranks("autumn", "quiz").of(name, str(seed))


def drawn(below: int, rank: int) -> Draw:
    """Draw so many below the right number, and the same rank for each of them."""
    return lambda name: below if name == "below" else rank


def ladder(
    most: int | None = None, *, least: int = 1, fewest: int = 1, furthest: int | None = None, barred: int = -1
) -> Ladder:
    """Make a ladder from 1 upwards."""
    return Ladder(least=least, most=most, fewest=fewest, furthest=furthest, allows=lambda number: number != barred)


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


def test_numbers_that_just_fit_are_found_by_every_draw() -> None:
    """Each leaves room for those behind it; where there is too little for one of them, nothing is derived."""
    for rank in range(200):
        up, down = drawn(0, rank), drawn(3, rank)
        assert numbers_around(1000, 3, ladder(1331), up) == (1100, 1210, 1331)
        assert numbers_around(1000, 3, ladder(1330), up) == ()
        assert numbers_around(1331, 3, ladder(least=1000), down) == (1000, 1100, 1210)
        assert numbers_around(1331, 3, ladder(least=1001), down) == ()
        years = ladder(2006, least=1994, fewest=2, furthest=15)
        assert numbers_around(2000, 3, years, up) == (2002, 2004, 2006)
        assert numbers_around(2000, 3, years, down) == (1994, 1996, 1998)


@pytest.mark.parametrize(
    ("rungs", "below", "reach"),
    [
        (ladder(), 0, range(110, 161)),
        (ladder(), 1, range(63, 91)),
        (ladder(130), 0, range(110, 131)),
        (ladder(least=80), 1, range(80, 91)),
        (ladder(fewest=20), 0, range(120, 161)),
        (ladder(fewest=20), 1, range(63, 81)),
        (ladder(fewest=70), 0, [170]),
        (ladder(fewest=70), 1, [30]),
        (ladder(fewest=2, furthest=15), 0, range(102, 116)),
        (ladder(fewest=2, furthest=15), 1, range(85, 99)),
    ],
)
def test_how_far_away_the_next_number_is(rungs: Ladder, below: int, reach: Sequence[int]) -> None:
    """From a tenth to some six tenths, as bounds and a tolerance let it be; each of them comes up."""
    found = {numbers_around(100, 1, rungs, drawn(below, rank)) for rank in range(60)}
    assert found == {(number,) for number in reach}


@pytest.mark.parametrize(
    ("below", "at", "nearest"), [(0, 0, {*range(110, 131)}), (3, -1, {*range(67, 91)})], ids=["up", "down"]
)
def test_the_first_of_several_leaves_the_others_their_share(below: int, at: int, nearest: set[int]) -> None:
    """It takes a third of the way to the end at most, or the last ones would stand crowded at the bound."""
    found = [numbers_around(100, 3, ladder(190), drawn(below, rank)) for rank in range(60)]
    assert {numbers[at] for numbers in found} == nearest


def test_what_was_drawn_once_is_drawn_again() -> None:
    """The options of a quiz that was printed stay the same: each number has a draw of its own, by way and place."""
    found = [numbers_around(640, 4, ladder(), drawing(seed)) for seed in range(5)]
    assert found == [
        (279, 416, 520, 581),
        (565, 1000, 1556, 1829),
        (234, 306, 421, 553),
        (835, 1144, 1813, 2373),
        (897, 1246, 1936, 2466),
    ]
