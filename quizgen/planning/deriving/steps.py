"""Numbers around a number: how many below it is drawn first, then one after the other, away from it.

Writers put the right number in the middle (64 % of the time; 50 % would be chance), and students know it. So it is
first drawn, uniformly, how many wrong numbers lie below the right one. Where the bounds leave no room for that
draw, nothing is derived at all: another draw in its place would put numbers near a bound at the edge each time.

On the way down numbers are counted as negative ones, so that both ways lead upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Draw = Callable[[str], int]
"""Gives the rank of what a name names."""

_MOST_TRIED = 40
"""Neighbours looked at where a number is barred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """How far apart numbers stand, counted in whole steps of their last place."""

    least: int
    """The least number that is possible."""
    most: int | None
    """The greatest; ``None`` where there is no bound."""
    fewest: int
    """The fewest steps between neighbours."""
    furthest: int | None = None
    """The most steps between neighbours; ``None`` where they grow with the number."""
    allows: Callable[[int], bool]
    """Whether a number may be offered."""

    def after(self, number: int) -> tuple[int, int]:
        """Return the nearest and the furthest neighbour above a number; above -10 that is what stands below 10."""
        if self.furthest is not None:
            return number + self.fewest, number + self.furthest
        if number < 0:
            return max(number + self.fewest, -(-number * 10 // 11)), number * 5 // 8
        return max(number + self.fewest, -(-number * 11 // 10)), number * 8 // 5


def numbers_around(key: int, count: int, ladder: Ladder, draw: Draw) -> tuple[int, ...]:
    """Return wrong numbers, ascending; ``()`` where there is no room for as many as are drawn on one side."""
    below = draw("below") % (count + 1)
    down = [-number for number in _walk(-key, -ladder.least, below, ladder, lambda left: draw(f"-1 {left}"))]
    up = list(_walk(key, ladder.most, count - below, ladder, lambda left: draw(f"1 {left}")))
    return (*reversed(down), *up) if len(down) + len(up) == count else ()


def _walk(number: int, end: int | None, count: int, ladder: Ladder, draw: Callable[[int], int]) -> Iterator[int]:
    for left in range(count, 0, -1):
        found = _pick(_within_reach(number, end, left, ladder), ladder, draw(left))
        if found is None:
            return
        yield found
        number = found


def _within_reach(number: int, end: int | None, left: int, ladder: Ladder) -> Sequence[int]:
    """Return what may come after a number, so that all who are left find room up to the end, with gaps alike."""
    first, last = ladder.after(number)
    if end is not None:
        limit = _limit(end, left - 1, ladder)
        if first > limit:
            return ()
        last = min(last, limit, number + (end - number) // left)
    return range(first, last + 1) or (first,)


def _limit(end: int, more: int, ladder: Ladder) -> int:
    """Return the furthest number after which so many more find room."""
    for _ in range(more):
        end = -ladder.after(-end)[0]
    return end


def _pick(numbers: Sequence[int], ladder: Ladder, rank: int) -> int | None:
    """Return one of these numbers, the ones that are not allowed left out; ``None`` where there is none."""
    tried = (numbers[(rank + at) % len(numbers)] for at in range(min(len(numbers), _MOST_TRIED)))
    return next((number for number in tried if ladder.allows(abs(number))), None)
