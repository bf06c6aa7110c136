"""The rules on facts, cards, items and quizzes, run."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from quizgen.checking.facts import placeholders
from quizgen.checking.listed import ALL_RULES, AMONG_RULES, BANK_RULES, COMPARISONS, SOURCE_RULES
from quizgen.checking.running import Alike, problems_of_fact, problems_of_quizzes
from quizgen.checking.sources import max_age
from quizgen.checking.views import BankView, view_bank
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.quiz import Quiz
from quizgen.model.settings import CheckSettings


def check_all(
    content: Content, quizzes: Iterable[Quiz], settings: CheckSettings, year: int | None
) -> tuple[Problem, ...]:
    """Run all rules on facts, sources, cards, the items that facts can become, and on planned quizzes.

    What is wrong with a question and all its options is found in facts and in quizzes, and told once. ``year`` is the
    one in which sources are called old; without it none is.
    """
    bank = view_bank(content)
    found: list[Problem] = [*max_age.check(content, settings.max_age, year)]
    for source_rule in SOURCE_RULES:
        found += source_rule(content)
    for bank_rule in BANK_RULES:
        found += bank_rule(bank)
    found += _problems_of_facts(bank)
    return tuple(dict.fromkeys((*found, *problems_of_quizzes(quizzes, bank, ALL_RULES))))


def _problems_of_facts(bank: BankView) -> list[Problem]:
    """Look at each fact once and let it go, but for those that are to be seen beside others."""
    found: list[Problem] = []
    waiting: list[Iterable[Problem]] = []
    alike = [Alike(comparison) for comparison in COMPARISONS]
    for at, view in enumerate(bank.views):
        bank.note(view)
        for one in alike:
            one.note(at, view)
        waiting += filter(None, [rule(view, bank) for rule in AMONG_RULES])
        unwritten = [*placeholders.check(view)]
        # the rest is said once the fact is written
        here, beside = (unwritten, ()) if unwritten else problems_of_fact(view, bank, ALL_RULES)
        found += here
        waiting += beside
    found += chain.from_iterable(waiting)
    for one in alike:
        found += one.comparison.check(map(bank.view_of, one.among(bank.facts)))
    return found
