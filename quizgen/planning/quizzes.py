"""Quizzes: which facts are asked, as what, and in which order on each form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, QuizSpec, SectionSpec
from quizgen.model.quiz import Item, Quiz, QuizOrder
from quizgen.planning.avoiding import in_order
from quizgen.planning.choosing import check_choices
from quizgen.planning.cues import check_cues
from quizgen.planning.deal import Dealt
from quizgen.planning.forms import plan_forms
from quizgen.planning.hashing import Ranks
from quizgen.planning.items import KINDS
from quizgen.planning.items.matching import spare_name
from quizgen.planning.means import Index, Means, claim_of
from quizgen.planning.seating import Seating, WhyNot
from quizgen.planning.shortages import check_fillings

_NOTHING_AVOIDED: Mapping[str, str] = {}


def plan_quizzes(orders: Sequence[QuizOrder], bank: Bank) -> tuple[dict[str, Quiz], tuple[Problem, ...]]:
    """Plan all quizzes of a project, by id; one that cannot be planned is missing, and so are those that avoid it."""
    by_spec = {str(order.spec.id): order for order in reversed(orders)}
    specs, found = in_order([order.spec for order in orders])
    quizzes: dict[str, Quiz] = {}
    problems = list(found)
    for spec in specs:
        order = by_spec[str(spec.id)]
        if all(str(name) in quizzes for name in spec.avoid) and str(spec.id) not in quizzes:
            avoided = _claims_of({str(name): quizzes[str(name)] for name in spec.avoid}, bank)
            quiz, found = plan_quiz(spec, order.facts, bank, order.lang, avoided)
            problems += found
            quizzes |= {str(spec.id): quiz} if quiz else {}
    ids = dict.fromkeys(str(order.spec.id) for order in orders)
    return {id_: quizzes[id_] for id_ in ids if id_ in quizzes}, tuple(problems)


def plan_quiz(
    spec: QuizSpec,
    facts: Sequence[Fact],
    bank: Bank,
    lang: str,
    avoided: Mapping[str, str] = _NOTHING_AVOIDED,
) -> tuple[Quiz | None, tuple[Problem, ...]]:
    """Plan a quiz about the facts of its deck; ``None`` where a section cannot be filled.

    ``lang`` is the language of the fixed words. The bank tells siblings and sources. No fact is asked twice, no
    two facts of one claim, no retired one, none of a claim that is ``avoided``, for each the quiz that asks about it.
    """
    means = Means(ranks=Ranks(spec.seed, spec.id), index=Index(bank, tuple(facts)), lang=lang)
    seating = Seating(spec=spec, means=means, avoided=avoided)
    problems = tuple(check_choices(seating))
    if problems:
        return None, problems
    dealt = seating.deal()
    hands = _hands(dealt, seating)
    means = replace(means, asked=frozenset(id_ for hand in dealt.hands for id_ in hand))
    problems = (*check_fillings(seating, dealt), *_check_spares(spec, hands, means))
    if problems:
        return None, problems
    items = [_plan_items(section, hand, means) for section, hand in zip(spec.sections, hands, strict=True)]
    forms = plan_forms(spec, tuple(zip(spec.sections, items, strict=True)), bank, lang)
    quiz = Quiz(spec=spec, lang=lang, forms=forms, passed_over=_passed_over(dealt, seating))
    return quiz, tuple(_check_cues(dealt, seating))


def _claims_of(quizzes: Mapping[str, Quiz], bank: Bank) -> dict[str, str]:
    return {claim_of(fact, bank): id_ for id_, quiz in quizzes.items() for fact in quiz.forms[0].facts}


def _hands(dealt: Dealt, seating: Seating) -> list[list[Fact]]:
    """Return the facts of each section, over all its seats."""
    hands: list[list[Fact]] = [[] for _ in seating.spec.sections]
    for share, hand in zip(seating.shares, dealt.hands, strict=True):
        hands[share.section] += [seating.fact_by_id[id_] for id_ in hand]
    return hands


def _plan_items(section: SectionSpec, hand: Sequence[Fact], means: Means) -> tuple[Item, ...]:
    return KINDS[section.type].plan(hand, section, means)


def _check_spares(spec: QuizSpec, hands: Sequence[Sequence[Fact]], means: Means) -> Iterator[Problem]:
    """Report matchings for which no name is left over."""
    for section, hand in zip(spec.sections, hands, strict=True):
        is_full = len(hand) == section.count
        if section.type is ItemType.MATCHING and is_full and spare_name(hand, section, means) is None:
            yield Problem(
                code="QZ408",
                message="no name is left over for the matching",
                place=section.place.place,
                note="with as many names as pairs, the last pair follows from the others",
                hint="write a further fact that lends a name, or ask for one pair fewer",
            )


def _check_cues(dealt: Dealt, seating: Seating) -> Iterator[Problem]:
    seated = [(id_, at) for at, hand in enumerate(dealt.hands) for id_ in hand]
    prints = [seating.footprint(id_, at) for id_, at in seated]
    for one, other in combinations(prints, 2):
        yield from check_cues(one, other)
        yield from check_cues(other, one)


def _passed_over(dealt: Dealt, seating: Seating) -> WhyNot:
    cues = {
        (id_, seating.shares[at].section): f"a cue for `{other}`, or `{other}` for it"
        for (id_, at), other in dealt.passed_over.items()
    }
    return WhyNot(seating=seating, cues=cues)
