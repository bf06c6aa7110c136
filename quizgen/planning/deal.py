"""Dealing: which section asks about which fact.

Each fact has one home among the sections that it can fill, found from its own rank alone, so that facts do not
push one another from section to section. Facts are taken by rank; one that finds its home full, or its claim
already asked about, is left and leaves no trace: adding or removing such a fact changes nothing.

**Home** is a race in which each section draws a time for the fact, the sooner the more it weighs; the first wins.
A section's weight is its count times the rarity of its type, taken from the spec alone: so changing one
section's weight moves facts only to it or from it, and true/false items get the few facts that can be one.

**Small banks** may leave a section short though facts for it are left, or sit in sections that could do
without them. Then, and only then, the facts that are left are tried again, and may send others to another section that
they can fill (an augmenting path, as in bipartite matching). So sections are filled wherever the facts suffice,
siblings aside. They are tried from the far end of the ranks: the ones at the near end are the next that their own
section takes when it loses a fact, and should be free then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from quizgen.planning.hashing import RANK_BITS, Ranks


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A section as dealing sees it."""

    name: str
    """Its permanent name in the quiz."""
    count: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A fact as dealing sees it."""

    id: str
    claim: str
    """Shared by siblings, of which one quiz asks one at most."""
    seats: tuple[int, ...]
    """The sections that it can fill, by index."""


def deal(candidates: Iterable[Candidate], seats: Sequence[Seat], ranks: Ranks) -> tuple[tuple[str, ...], ...]:
    """Return the ids that each section asks about, by rank: ``count`` of them wherever the facts suffice."""
    by_rank = sorted(candidates, key=lambda one: ranks.of("fact", one.id))
    wishes = {one.id: _by_preference(one, seats, ranks) for one in by_rank}
    table = _Table(seats)
    for one in by_rank:
        if not table.has(one):
            table.sit(one, wishes[one.id][:1])
    for one in reversed(by_rank):
        if table.is_short and not table.has(one):
            table.sit_anyhow(one, wishes)
    return tuple(tuple(one.id for one in by_rank if table.seat_of.get(one.id) == at) for at in range(len(seats)))


def _by_preference(one: Candidate, seats: Sequence[Seat], ranks: Ranks) -> tuple[int, ...]:
    if len(one.seats) == 1:
        return one.seats
    return tuple(sorted(one.seats, key=lambda at: _time(one, seats[at], ranks)))


def _time(one: Candidate, seat: Seat, ranks: Ranks) -> float:
    # exponential times: the chance of being first is in proportion to the weight
    uniform = (ranks.of("home", one.id, seat.name) + 0.5) / 2**RANK_BITS
    return -log(uniform) / seat.weight


class _Table:
    """Who sits where."""

    def __init__(self, seats: Sequence[Seat]) -> None:
        self.seats = seats
        self.seat_of: dict[str, int] = {}
        self.claims: set[str] = set()
        self.left = [seat.count for seat in seats]

    @property
    def is_short(self) -> bool:
        return any(self.left)

    def has(self, one: Candidate) -> bool:
        """Whether it, or a sibling, is asked already."""
        return one.claim in self.claims

    def sit(self, one: Candidate, wishes: Iterable[int]) -> None:
        """Take the first of these sections that has room, if one has."""
        at = next((at for at in wishes if self.left[at]), None)
        if at is not None:
            self._take(one, at)

    def sit_anyhow(self, one: Candidate, wishes: Mapping[str, tuple[int, ...]]) -> None:
        """Take a section with room, or one whose occupant can go to another."""
        for mover, at in reversed(self._path(one.id, wishes, set())):
            if mover == one.id:
                self._take(one, at)
            else:
                self.left[self.seat_of[mover]] += 1
                self.left[at] -= 1
                self.seat_of[mover] = at

    def _take(self, one: Candidate, at: int) -> None:
        self.seat_of[one.id] = at
        self.left[at] -= 1
        self.claims.add(one.claim)

    def _path(self, mover: str, wishes: Mapping[str, tuple[int, ...]], seen: set[int]) -> list[tuple[str, int]]:
        """Return who moves to which section, the last to a section with room; empty if nobody can."""
        room = next((at for at in wishes[mover] if self.left[at]), None)
        if room is not None:
            return [(mover, room)]
        for at in wishes[mover]:
            if at not in seen:
                seen.add(at)
                for occupant in [one for one, its in self.seat_of.items() if its == at]:
                    path = self._path(occupant, wishes, seen)
                    if path:
                        return [(mover, at), *path]
        return []
