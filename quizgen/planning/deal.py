"""Dealing: which section asks about which fact.

Each fact has one home among the sections that it can fill, found from its own rank alone, so that facts do not
push one another from section to section. Facts are taken by rank; one that finds its home full, or its claim
already asked about, is left and leaves no trace: adding or removing such a fact changes nothing. So is one that would
give away an answer, or whose own answer would be given away.

**Home** is a race in which each section draws a time for the fact, the sooner the more it weighs; the first wins.
A section's weight is its count times the rarity of its type, taken from the spec alone: so changing one
section's weight moves facts only to it or from it, and true/false items get the few facts that can be one.

**Small banks** may leave a section short though facts for it are left, or sit in sections that could do
without them. Then, and only then, the facts that are left are tried again, and may send others to another section that
they can fill (an augmenting path, as in bipartite matching). So sections are filled wherever the facts suffice,
siblings aside. They are tried from the far end of the ranks: the ones at the near end are the next that their own
section takes when it loses a fact, and should be free then. Where that does not help either, cues are put up with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizgen.planning.hashing import Ranks
from quizgen.planning.seats import Guest, NoObjections, Objections, Seat
from quizgen.planning.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealt:
    """Who sits where, and why others do not."""

    hands: tuple[tuple[str, ...], ...]
    """The ids that each seat asks about, by rank: ``count`` of them wherever the facts suffice."""
    passed_over: Mapping[tuple[str, int], str]
    """By fact and seat: the fact that it would have given away, or been given away by."""


def deal(
    candidates: Iterable[Guest],
    seats: Sequence[Seat],
    ranks: Ranks,
    objections: Objections | None = None,
    chosen: Mapping[str, int] | None = None,
) -> Dealt:
    """Deal facts to seats; those that are ``chosen`` by hand sit first, whatever speaks against it."""
    by_rank = sorted(candidates, key=lambda one: ranks.of("fact", one.id))
    table = Table(by_rank, seats, ranks, objections or NoObjections())
    for one in by_rank:
        if chosen and one.id in chosen:
            table.place(one, chosen[one.id])
    _seat_all(by_rank, table)
    if table.is_short:
        table.minds_cues = False
        _seat_all(by_rank, table)
    hands = (tuple(one.id for one in by_rank if table.seat_of.get(one.id) == at) for at in range(len(seats)))
    return Dealt(hands=tuple(hands), passed_over=table.passed_over)


def _seat_all(by_rank: Sequence[Guest], table: Table) -> None:
    for one in by_rank:
        if table.is_short:
            table.sit_at_home(one)
    for one in reversed(by_rank):
        if table.is_short:
            table.sit_anyhow(one)
