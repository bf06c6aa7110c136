"""Sections that cannot be filled: what facts lack, in the curator's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Fact
from quizgen.model.project import SectionSpec
from quizgen.planning.items import KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How far a section was filled."""

    section: SectionSpec
    found: int
    """Facts that it got."""
    able: int
    """Claims that it could ask about if it were the only section."""
    is_wanted: bool
    """Whether a section that is short could use facts which this one got."""

    @property
    def missing(self) -> int:
        """How many facts it is short of."""
        return self.section.count - self.found

    @property
    def is_hopeless(self) -> bool:
        """Whether it would be short even if it were the only section."""
        return self.able < self.section.count


def lack_of(fact: Fact, section: SectionSpec) -> str:
    """Say what keeps a section from asking about a fact; empty where nothing does."""
    return "retired" if fact.retired else KINDS[section.type].lack_of(fact)


def check_fillings(fillings: Sequence[Filling], facts: Sequence[Fact]) -> Iterator[Problem]:
    """Tell sections for which the deck's facts are too few from sections that are in each other's way."""
    for filling in fillings:
        if filling.missing and filling.is_hopeless:
            yield _too_few(filling, facts)
    short = [filling for filling in fillings if filling.missing and not filling.is_hopeless]
    if short:
        others = [one for one in fillings if one is not short[0] and (one in short or one.is_wanted)]
        yield _shared(short, others)


def _too_few(filling: Filling, facts: Sequence[Fact]) -> Problem:
    section = filling.section
    able = f"only {filling.able}" if filling.able else "none"
    return Problem(
        code="QZ400",
        message=f"`{section.type}` needs {_facts(section.count)}, but {able} of {len(facts)} can be asked so",
        place=section.place.place,
        note=_lacks(filling, facts),
        hint=f"count: {filling.able}" if filling.able else "",
    )


def _lacks(filling: Filling, facts: Sequence[Fact]) -> str:
    lacks = [lack_of(fact, filling.section) for fact in facts]
    siblings = lacks.count("") - filling.able
    counts = Counter([*filter(None, lacks), *["with the `same_claim` as another"] * siblings])
    told = [f"{count} {lack}" for lack, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
    return f"of the others: {', '.join(told)}" if told else ""


def _shared(short: Sequence[Filling], others: Sequence[Filling]) -> Problem:
    first = short[0]
    return Problem(
        code="QZ401",
        message=f"`{first.section.type}` gets only {first.found} of {_facts(first.section.count)}",
        place=first.section.place.place,
        labels=tuple(Label(one.section.place.place, _share(one)) for one in others),
        note=f"{_facts(first.able)} can be asked so, but other sections of the quiz need the same ones",
        hint=f"count: {first.found}" if len(short) == 1 and first.found else "",
    )


def _share(filling: Filling) -> str:
    return f"gets {filling.found} of {filling.section.count}"


def _facts(count: int) -> str:
    return f"{count} fact" if count == 1 else f"{count} facts"
