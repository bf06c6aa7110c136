"""Sections that cannot be filled: what facts lack, in the curator's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.selection import lies_in
from quizgen.planning.deal import Dealt
from quizgen.planning.items.matching import spare_name
from quizgen.planning.seating import Seating, Share

_COUNTS = {ItemType.MATCHING: "pairs", ItemType.ORDERING: "events"}
_FEWEST = {ItemType.MATCHING: 2, ItemType.ORDERING: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How far a seat was filled."""

    share: Share
    section: SectionSpec
    hand: tuple[str, ...]
    """Ids of the facts that it got."""
    able: int
    """Claims that it could ask about if it were the only one."""
    is_wanted: bool
    """Whether a seat that is short could use facts which this one got."""

    @property
    def count(self) -> int:
        """How many facts it needs."""
        return self.share.seat.count

    @property
    def found(self) -> int:
        """How many facts it got."""
        return len(self.hand)

    @property
    def missing(self) -> int:
        """How many facts it is short of."""
        return self.count - self.found

    @property
    def is_hopeless(self) -> bool:
        """Whether it would be short even if it were the only one."""
        return self.able < self.count

    @property
    def where(self) -> Place:
        """Where it was asked for."""
        return self.share.quota.topic.place if self.share.quota else self.section.place.place

    @property
    def name(self) -> str:
        """What it is called in a message."""
        return f"`{self.section.type}`"

    def hint(self, count: int) -> str:
        """Return the text to write for a count that works; empty where none does."""
        if not count:
            return ""
        if self.share.quota is not None:
            return f"{self.share.quota.topic}: {count}"
        rest = self.section.count - self.count + count
        if rest < _FEWEST.get(self.section.type, 1):
            return ""
        return f"{_COUNTS.get(self.section.type, 'count')}: {rest}"


def check_fillings(seating: Seating, dealt: Dealt) -> Iterator[Problem]:
    """Tell seats for which the deck's facts are too few from seats that are in each other's way."""
    fillings = _fillings(seating, dealt)
    for filling in fillings:
        if filling.missing and filling.is_hopeless:
            yield _too_few(filling, seating)
    short = [filling for filling in fillings if filling.missing and not filling.is_hopeless]
    if short:
        others = [one for one in fillings if one is not short[0] and (one in short or one.is_wanted)]
        yield _shared(short, others)


def _fillings(seating: Seating, dealt: Dealt) -> tuple[Filling, ...]:
    shares = list(zip(seating.shares, dealt.hands, strict=True))
    short = {at for at, (share, hand) in enumerate(shares) if len(hand) < share.seat.count}
    if not short:
        return ()
    wanted = {one.id for one in seating.candidates if short & set(one.seats)}
    return tuple(
        Filling(
            share=share,
            section=seating.spec.sections[share.section],
            hand=tuple(hand),
            able=seating.able(at) if at in short else len(hand),
            is_wanted=not wanted.isdisjoint(hand),
        )
        for at, (share, hand) in enumerate(shares)
    )


def _too_few(filling: Filling, seating: Seating) -> Problem:
    able = f"only {filling.able}" if filling.able else "none"
    of_topic = f" of `{filling.share.quota.topic}`" if filling.share.quota else ""
    needed = f"{_facts(filling.count)}{of_topic}"
    return Problem(
        code="QZ400",
        message=f"{filling.name} needs {needed}, but {able} of {len(_on_topic(filling, seating))} can be asked so",
        place=filling.where,
        note=_lacks(filling, seating),
        hint=filling.hint(filling.able - _lent(filling, seating)),
    )


def _lent(filling: Filling, seating: Seating) -> int:
    """Return 1 where a matching that got all it could has no name left over, so that one of its facts must lend it."""
    hand = [seating.fact_by_id[id_] for id_ in filling.hand]
    is_whole = filling.section.type is ItemType.MATCHING and filling.found == filling.able
    return int(is_whole and bool(hand) and spare_name(hand, filling.section, seating.means) is None)


def _on_topic(filling: Filling, seating: Seating) -> list[str]:
    quota = filling.share.quota
    facts = seating.means.facts
    return [str(fact.id) for fact in facts if quota is None or lies_in(fact.topics[0], quota.topic)]


def _lacks(filling: Filling, seating: Seating) -> str:
    lacks = [seating.lack_of(id_, filling.share.section) for id_ in _on_topic(filling, seating)]
    counts = Counter(filter(None, lacks))
    counts[_EXCLUDED.get(filling.section.type, _SIBLING)] += lacks.count("") - filling.able
    told = [f"{count} {lack}" for lack, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if count]
    return f"of the others: {', '.join(told)}" if told else ""


_SIBLING = "with the `same_claim` as another"
_EXCLUDED = {
    ItemType.MATCHING: "with the same right side as another",
    ItemType.ORDERING: "with a `when` that cannot be told from another's",
}
"""What keeps facts out that lack nothing."""


def _shared(short: Sequence[Filling], others: Sequence[Filling]) -> Problem:
    first = short[0]
    return Problem(
        code="QZ401",
        message=f"{first.name} gets only {first.found} of {_facts(first.count)}",
        place=first.where,
        labels=tuple(Label(one.where, f"gets {one.found} of {one.count}") for one in others),
        note=f"{_facts(first.able)} can be asked so, but other sections of the quiz need the same ones",
        hint=first.hint(first.found) if len(short) == 1 else "",
    )


def _facts(count: int) -> str:
    return f"{count} fact" if count == 1 else f"{count} facts"
