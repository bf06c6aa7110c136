"""Quizzes: which facts are asked, as what, and in which order on each form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import QuizSpec, SectionSpec
from quizgen.model.quiz import Item, Quiz
from quizgen.planning.deal import Candidate, Seat, deal
from quizgen.planning.forms import plan_forms
from quizgen.planning.hashing import Ranks
from quizgen.planning.items import KINDS
from quizgen.planning.shortages import Filling, check_fillings, lack_of


def plan_quiz(spec: QuizSpec, facts: Sequence[Fact], bank: Bank, lang: str) -> tuple[Quiz | None, tuple[Problem, ...]]:
    """Plan a quiz about the facts of its deck; ``None`` where a section cannot be filled.

    ``lang`` is the language of the fixed words. The bank tells siblings and sources. No fact is asked twice, no
    two facts of one claim, no retired one.
    """
    ranks = Ranks(spec.seed, spec.id)
    candidates = [_candidate(fact, spec.sections, bank) for fact in facts]
    hands = deal(candidates, _seats(spec.sections), ranks)
    problems = tuple(check_fillings(_fillings(spec.sections, hands, candidates), facts))
    if problems:
        return None, problems
    items = [_plan_items(section, hand, bank, ranks) for section, hand in zip(spec.sections, hands, strict=True)]
    forms = plan_forms(spec, tuple(zip(spec.sections, items, strict=True)), bank, lang)
    return Quiz(spec=spec, lang=lang, forms=forms), ()


def _candidate(fact: Fact, sections: Sequence[SectionSpec], bank: Bank) -> Candidate:
    seats = (at for at, section in enumerate(sections) if not lack_of(fact, section))
    return Candidate(id=fact.id, claim=_claim_of(fact, bank), seats=tuple(seats))


def _claim_of(fact: Fact, bank: Bank) -> str:
    seen = {fact.id}
    while fact.same_claim in bank.fact_by_id and fact.same_claim not in seen:
        fact = bank.fact_by_id[fact.same_claim]
        seen.add(fact.id)
    return fact.id


def _seats(sections: Sequence[SectionSpec]) -> tuple[Seat, ...]:
    # named by type and number within the type: a section that is put before it does not rename it
    types = [section.type for section in sections]
    return tuple(
        Seat(
            name=f"{section.type} {types[: at + 1].count(section.type)}",
            count=section.count,
            weight=section.count * KINDS[section.type].rarity,
        )
        for at, section in enumerate(sections)
    )


def _fillings(
    sections: Sequence[SectionSpec], hands: Sequence[Sequence[str]], candidates: Sequence[Candidate]
) -> tuple[Filling, ...]:
    short = {at for at, section in enumerate(sections) if len(hands[at]) < section.count}
    wanted = {one.id for one in candidates if short & set(one.seats)}
    return tuple(
        Filling(
            section=section,
            found=len(hands[at]),
            able=len({one.claim for one in candidates if at in one.seats}),
            is_wanted=not wanted.isdisjoint(hands[at]),
        )
        for at, section in enumerate(sections)
    )


def _plan_items(section: SectionSpec, hand: Iterable[str], bank: Bank, ranks: Ranks) -> tuple[Item, ...]:
    return tuple(KINDS[section.type].plan(bank.fact_by_id[id_], section, ranks) for id_ in hand)
