"""The table at which facts sit: who sits where, and who may move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from quizgen.planning.hashing import RANK_BITS, Ranks
from quizgen.planning.seats import Guest, Objections, Seat

_CHOICE = 2
"""Of fewer seats none needs to be preferred."""

Path = list[tuple[str, int]]
"""Who moves to which seat, the last to one with room."""


class Table:
    """Who sits where."""

    def __init__(self, facts: Sequence[Guest], seats: Sequence[Seat], ranks: Ranks, objections: Objections) -> None:
        """Set an empty table."""
        self.facts = {one.id: one for one in facts}
        self.seats = seats
        self.ranks = ranks
        self.objections = objections
        self.minds_cues = True
        self.seat_of: dict[str, int] = {}
        self.guests: list[list[str]] = [[] for _ in seats]
        self.claims: set[str] = set()
        self.fixed: set[str] = set()
        self.left = [seat.count for seat in seats]
        self.passed_over: dict[tuple[str, int], str] = {}
        self._wishes: dict[str, tuple[int, ...]] = {}
        self._dead: set[int] | None = None

    @property
    def is_short(self) -> bool:
        """Whether a seat is free."""
        return any(self.left)

    def place(self, one: Guest, at: int) -> None:
        """Take a seat for good."""
        if self.left[at] and one.claim not in self.claims:
            self.fixed.add(one.id)
            self._take(one, at)

    def sit_at_home(self, one: Guest) -> None:
        """Take the seat that is home, if it has room and nothing speaks against it."""
        at = next(iter(self._wishes_of(one.id)), None) if one.claim not in self.claims else None
        if at is None or not self.left[at] or self._is_barred(one.id, at):
            return
        cue = self._cue(one.id, at) if self.minds_cues else None
        if cue is not None:
            self.passed_over[one.id, at] = cue
            return
        self._take(one, at)

    def sit_anyhow(self, one: Guest) -> None:
        """Take a seat with room, or one whose occupant can go to another."""
        if one.claim in self.claims or self._dead_seats.issuperset(self._wishes_of(one.id)):
            return
        path = self._path(one.id, set())
        if not path or (self.minds_cues and self._has_cue(dict(path))):
            return
        for mover, at in reversed(path[1:]):
            self.left[self.seat_of[mover]] += 1
            self._leave(mover)
            self._enter(mover, at)
        self._take(one, path[0][1])

    def _wishes_of(self, id_: str) -> tuple[int, ...]:
        """Return the seats that a fact can fill, home first."""
        if id_ not in self._wishes:
            seats = self.facts[id_].seats
            self._wishes[id_] = (
                seats if len(seats) < _CHOICE else tuple(sorted(seats, key=lambda at: self._time(id_, at)))
            )
        return self._wishes[id_]

    def _time(self, id_: str, at: int) -> float:
        # exponential times: the chance of being first is in proportion to the weight
        uniform = (self.ranks.of("home", id_, self.seats[at].name) + 0.5) / 2**RANK_BITS
        return -log(uniform) / self.seats[at].weight

    def _take(self, one: Guest, at: int) -> None:
        self.claims.add(one.claim)
        self._enter(one.id, at)

    def _enter(self, id_: str, at: int) -> None:
        self.seat_of[id_] = at
        self.guests[at].append(id_)
        self.left[at] -= 1
        self._dead = None

    def _leave(self, id_: str) -> None:
        self.guests[self.seat_of.pop(id_)].remove(id_)

    def _path(self, mover: str, seen: set[int]) -> Path:
        """Return a path from a fact to a seat with room; empty if there is none."""
        for at in self._wishes_of(mover):
            if self.left[at] and at not in seen and not self._is_barred(mover, at):
                return [(mover, at)]
        for at in self._wishes_of(mover):
            if at not in seen:
                seen.add(at)
                for guest in self._movable(at):
                    path = [] if self._is_barred(mover, at, guest) else self._path(guest, seen)
                    if path:
                        return [(mover, at), *path]
        return []

    def _movable(self, at: int) -> Iterator[str]:
        return (guest for guest in tuple(self.guests[at]) if guest not in self.fixed)

    def _is_barred(self, id_: str, at: int, *without: str) -> bool:
        return any(
            self.objections.bars(id_, at, other, its)
            for other, its in self.seat_of.items()
            if other != id_ and other not in without
        )

    def _cue(self, id_: str, at: int) -> str | None:
        return next((other for other, its in self.seat_of.items() if self.objections.cues(id_, at, other, its)), None)

    def _has_cue(self, moves: Mapping[str, int]) -> bool:
        after = {**self.seat_of, **moves}
        return any(
            self.objections.cues(id_, at, other, its)
            for id_, at in moves.items()
            for other, its in after.items()
            if other != id_
        )

    @property
    def _dead_seats(self) -> set[int]:
        """The seats from which no chain of moves leads to one with room, whatever speaks against single moves."""
        if self._dead is None:
            alive = {at for at, left in enumerate(self.left) if left}
            while more := {at for at in range(len(self.left)) if at not in alive and self._leads(at, alive)}:
                alive |= more
            self._dead = set(range(len(self.left))) - alive
        return self._dead

    def _leads(self, at: int, alive: set[int]) -> bool:
        return any(not alive.isdisjoint(self._wishes_of(guest)) for guest in self._movable(at))
