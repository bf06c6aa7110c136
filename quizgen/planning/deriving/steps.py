"""Numbers around a number: how many below it is drawn first, then one after the other, away from it.

Writers put the right number in the middle (64 % of the time; 50 % would be chance), and students know it. So it is
first drawn, uniformly, how many wrong numbers lie below the right one. Where the bounds leave no room for that
draw, nothing is derived at all: another draw in its place would put numbers near a bound at the edge each time.
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

    def next(self, number: int, direction: int) -> tuple[int, int]:
        """Return the nearest and the furthest neighbour above (1) or below (-1) a number."""
        if self.furthest is not None:
            return number + direction * self.fewest, number + direction * self.furthest
        if direction > 0:
            return max(number + self.fewest, -(-number * 11 // 10)), number * 8 // 5
        return min(number - self.fewest, number * 10 // 11), -(-number * 5 // 8)

    def bound(self, direction: int) -> int | None:
        """Return the last number in a direction."""
        return self.most if direction > 0 else self.least


def numbers_around(key: int, count: int, ladder: Ladder, draw: Draw) -> tuple[int, ...]:
    """Return wrong numbers, ascending; ``()`` where there is no room for as many as are drawn on one side."""
    below = draw("below") % (count + 1)
    down = list(_walk(key, -1, below, ladder, draw))
    up = list(_walk(key, 1, count - below, ladder, draw))
    return (*reversed(down), *up) if len(down) + len(up) == count else ()


def _walk(key: int, direction: int, count: int, ladder: Ladder, draw: Draw) -> Iterator[int]:
    number = key
    for left in range(count, 0, -1):
        first, last = ladder.next(number, direction)
        limit = _limit(direction, left - 1, ladder)
        if limit is not None:
            room = abs((ladder.bound(direction) or 0) - number) // left
            last = direction * min(direction * last, direction * limit, direction * (number + direction * room))
            if direction * first > direction * limit:
                return
        found = _pick(range(first, last + direction, direction) or (first,), ladder, draw(f"{direction} {left}"))
        if found is None or (limit is not None and direction * found > direction * limit):
            return
        number = found
        yield number


def _limit(direction: int, more: int, ladder: Ladder) -> int | None:
    """Return the furthest number after which so many more find room."""
    limit = ladder.bound(direction)
    if limit is None:
        return None
    for _ in range(more):
        limit = ladder.next(limit, -direction)[0]
    return limit


def _pick(numbers: Sequence[int], ladder: Ladder, rank: int) -> int | None:
    """Return one of these numbers, the ones that are not allowed left out."""
    tried = (numbers[(rank + at) % len(numbers)] for at in range(min(len(numbers), _MOST_TRIED)))
    return next((number for number in tried if ladder.allows(number)), None)
