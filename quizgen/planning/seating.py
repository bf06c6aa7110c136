"""Seating: the sections of a quiz as dealing sees them, with topics, facts named by hand, and objections to pairs.

A section with topic quotas is several seats: one for each topic, and one for the rest, which facts of any topic fill.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from quizgen.model.fact import Fact
from quizgen.model.project import QuizSpec, Quota, SectionSpec
from quizgen.model.selection import lies_in
from quizgen.planning.cues import Footprint, footprint_of
from quizgen.planning.deal import Dealt, deal
from quizgen.planning.items import KINDS
from quizgen.planning.items.matching import Matching
from quizgen.planning.means import Means, claim_of
from quizgen.planning.seats import Candidate, Seat

_OTHER_KIND = "with another type of answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A seat with the section that it belongs to."""

    section: int
    """By its index in the quiz."""
    quota: Quota | None
    seat: Seat


@dataclass(frozen=True, kw_only=True)
class Seating:
    """Everything that dealing needs to know of a quiz."""

    spec: QuizSpec
    means: Means
    avoided: Mapping[str, str]
    """Claims that must not be asked about, each with the quiz that does."""

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Return the seats of all sections, those without any count left out."""
        return tuple(share for at in range(len(self.spec.sections)) for share in self._shares_of(at))

    def lack_of(self, id_: str, at: int) -> str:
        """Say what keeps a section, by its index, from asking about a fact; empty where nothing does."""
        known = self._lacks.get((id_, at))
        if known is None:
            fact, section = self.fact_by_id[id_], self.spec.sections[at]
            known = self._lack_of(fact, section) or ("" if self._is_of_one_kind(fact, at) else _OTHER_KIND)
            self._lacks[id_, at] = known
        return known

    @cached_property
    def candidates(self) -> tuple[LazyCandidate, ...]:
        """Return all facts of the deck as dealing sees them."""
        return tuple(LazyCandidate(fact=fact, seating=self) for fact in self.means.facts)

    @cached_property
    def chosen(self) -> Mapping[str, int]:
        """Return where the facts sit that are named by hand: with their topic, as long as there is room."""
        left = [share.seat.count for share in self.shares]
        chosen: dict[str, int] = {}
        for at, section in enumerate(self.spec.sections):
            for id_ in section.ids:
                wanted = self.able_at(str(id_), at)
                free = next((share for share in wanted if left[share]), None)
                if free is not None and id_ not in chosen:
                    chosen[str(id_)] = free
                    left[free] -= 1
        return chosen

    def seats_of(self, fact: Fact) -> Iterator[int]:
        """Yield the seats that a fact can fill, by index."""
        for at, share in enumerate(self.shares):
            is_on_topic = share.quota is None or lies_in(fact.topics[0], share.quota.topic)
            if is_on_topic and not self.lack_of(str(fact.id), share.section):
                yield at

    def able_at(self, id_: str, section: int) -> tuple[int, ...]:
        """Return the seats of a section that a fact can fill, those of its topic first."""
        candidate = self._candidate_by_id.get(id_)
        seats = () if candidate is None else candidate.seats
        return tuple(at for at in seats if self.shares[at].section == section)

    def deal(self) -> Dealt:
        """Deal the facts."""
        seats = [share.seat for share in self.shares]
        return deal(self.candidates, seats, self.means.ranks, self, self.chosen)

    def able(self, at: int) -> int:
        """Count the facts that a seat could get if it were the only one, and as large as can be."""
        alone = [Candidate(id=one.id, claim=one.claim, seats=(0,)) for one in self.candidates if at in one.seats]
        seat = replace(self.shares[at].seat, count=len(alone))
        return len(deal(alone, [seat], self.means.ranks, _Moved(self, at)).hands[0])

    def bars(self, one: str, at: int, other: str, its: int) -> bool:
        """Whether two facts cannot stand in one section together."""
        if self.shares[at].section != self.shares[its].section:
            return False
        section = self._section(at)
        return KINDS[section.type].clash(self.fact_by_id[one], self.fact_by_id[other], section, self.means)

    def cues(self, one: str, at: int, other: str, its: int) -> bool:
        """Whether one of two facts gives away the answer of the other."""
        first, second = self.footprint(one, at), self.footprint(other, its)
        return first.reveals(second) or second.reveals(first)

    def footprint(self, id_: str, at: int) -> Footprint:
        """Return what a fact prints in a seat, and its answers."""
        known = self._footprints.get((id_, at))
        if known is None:
            section = self._section(at)
            items = KINDS[section.type].plan([self.fact_by_id[id_]], section, self.means)
            known = self._footprints[id_, at] = footprint_of(items, section)
        return known

    @cached_property
    def fact_by_id(self) -> Mapping[str, Fact]:
        """Return the deck's facts by id."""
        return {str(fact.id): fact for fact in self.means.facts}

    @cached_property
    def _lacks(self) -> dict[tuple[str, int], str]:
        return {}

    @cached_property
    def _kinds(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def _candidate_by_id(self) -> Mapping[str, LazyCandidate]:
        return {candidate.id: candidate for candidate in self.candidates}

    @cached_property
    def _footprints(self) -> dict[tuple[str, int], Footprint]:
        return {}

    def _section(self, at: int) -> SectionSpec:
        return self.spec.sections[self.shares[at].section]

    def _is_of_one_kind(self, fact: Fact, at: int) -> bool:
        section = self.spec.sections[at]
        kind = KINDS[section.type]
        if not isinstance(kind, Matching):
            return True
        if at not in self._kinds:
            able = [one for one in self.means.facts if not self._lack_of(one, section)]
            self._kinds[at] = frozenset(one.id for one in kind.of_one_kind(able, section, self.means))
        return fact.id in self._kinds[at]

    def _lack_of(self, fact: Fact, section: SectionSpec) -> str:
        if fact.retired:
            return "retired"
        asker = self.avoided.get(claim_of(fact, self.means.bank))
        return f"asked in `{asker}`" if asker else KINDS[section.type].lack_of(fact, section, self.means)

    def _shares_of(self, at: int) -> Iterator[Share]:
        section = self.spec.sections[at]
        # named by type and number within the type: a section that is put before it does not rename it
        types = [one.type for one in self.spec.sections[: at + 1]]
        name = f"{section.type} {types.count(section.type)}"
        for quota in section.topics:
            yield Share(section=at, quota=quota, seat=_seat(f"{name} {quota.topic}", quota.count, section))
        rest = section.count - sum(quota.count for quota in section.topics)
        if rest > 0:
            yield Share(section=at, quota=None, seat=_seat(name, rest, section))


@dataclass(frozen=True)
class LazyCandidate:
    """A fact as dealing sees it; what it can be asked as is found out when dealing comes to it."""

    fact: Fact
    seating: Seating

    @property
    def id(self) -> str:
        """The fact's id."""
        return str(self.fact.id)

    @cached_property
    def claim(self) -> str:
        """The claim, which siblings share."""
        return claim_of(self.fact, self.seating.means.bank)

    @cached_property
    def seats(self) -> tuple[int, ...]:
        """The seats that the fact can fill."""
        return tuple(self.seating.seats_of(self.fact))


@dataclass(frozen=True)
class WhyNot:
    """Why sections do not ask about facts: found out only where somebody asks why."""

    seating: Seating
    cues: Mapping[tuple[str, int], str]

    def get(self, key: tuple[str, int], default: str, /) -> str:
        """Say why, in words that stand after a colon; ``default`` for a fact that is none of the deck's."""
        id_, at = key
        if id_ not in self.seating.fact_by_id:
            return default
        return self.seating.lack_of(id_, at) or self.cues.get(key) or "other facts come before it"


@dataclass(frozen=True, slots=True)
class _Moved:
    """The objections of one seat, which stands alone and is called 0; cues do not count."""

    seating: Seating
    seat: int

    def bars(self, one: str, at: int, other: str, its: int) -> bool:  # noqa: ARG002 - there is but one seat
        return self.seating.bars(one, self.seat, other, self.seat)

    def cues(self, one: str, at: int, other: str, its: int) -> bool:  # noqa: ARG002 - as above
        return False


def _seat(name: str, count: int, section: SectionSpec) -> Seat:
    return Seat(name=name, count=count, weight=count * KINDS[section.type].rarity)
