"""The rules on facts, cards, items and quizzes, run."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.facts import placeholders
from quizgen.checking.listed import ALL_RULES, BANK_RULES, SOURCE_RULES, TEXT_RULES
from quizgen.checking.running import problems_of_fact, problems_of_quizzes
from quizgen.checking.sources import max_age
from quizgen.checking.views import BankView, FactView, view_bank
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
    found = _problems_of_facts(bank, settings, year)
    return tuple(dict.fromkeys((*found, *problems_of_quizzes(quizzes, bank, ALL_RULES))))


def _problems_of_facts(bank: BankView, settings: CheckSettings, year: int | None) -> list[Problem]:
    found: list[Problem] = [*max_age.check(bank.content, settings.max_age, year)]
    for source_rule in SOURCE_RULES:
        found += source_rule(bank.content)
    for bank_rule in BANK_RULES:
        found += bank_rule(bank)
    for view in bank.views:
        everything = "\n".join(view.texts)
        unwritten = [*placeholders.check(view, everything)]
        # the rest is said once the fact is written
        found += unwritten or (*_problems_of_texts(view, everything), *problems_of_fact(view, bank, ALL_RULES))
    return found


def _problems_of_texts(view: FactView, everything: str) -> list[Problem]:
    return [problem for rule in TEXT_RULES for problem in rule(view, everything)]
