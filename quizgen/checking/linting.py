"""The rules on facts, cards, items and quizzes, run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.asked import Asked, asked_by_fact, asked_by_item
from quizgen.checking.facts import placeholders
from quizgen.checking.listed import ALL_RULES, BANK_RULES, ERROR_RULES, SOURCE_RULES, FactRule, RuleSet
from quizgen.checking.sources import max_age
from quizgen.checking.views import BankView, FactView, view_bank, view_questions
from quizgen.checking.words import vocabulary_of
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
    return tuple(dict.fromkeys((*found, *_problems_of_quizzes(quizzes, bank, ALL_RULES))))


def check_errors(content: Content, quizzes: Iterable[Quiz]) -> tuple[Problem, ...]:
    """Run the rules whose findings stop a build, and no others: on the facts, and on planned quizzes."""
    bank = view_bank(content)
    found = [problem for view in view_questions(content) for problem in _problems_of_fact(view, bank, ERROR_RULES)]
    return tuple(dict.fromkeys((*found, *_problems_of_quizzes(quizzes, bank, ERROR_RULES))))


def _problems_of_facts(bank: BankView, settings: CheckSettings, year: int | None) -> list[Problem]:
    found: list[Problem] = [*max_age.check(bank.content, settings.max_age, year)]
    for source_rule in SOURCE_RULES:
        found += source_rule(bank.content)
    for bank_rule in BANK_RULES:
        found += bank_rule(bank)
    for view in bank.views:
        unwritten = [*placeholders.check(view)]
        found += unwritten or _problems_of_fact(view, bank, ALL_RULES)  # the rest is said once the fact is written
    return found


def _problems_of_fact(view: FactView, bank: BankView, rules: RuleSet) -> list[Problem]:
    found: list[Problem] = []
    for fact_rules in _rules_for(view, rules):
        for fact_rule in fact_rules:
            found += fact_rule(view)
    asked = asked_by_fact(view)
    if asked is not None:
        found += _problems_of(asked, bank, rules)
    return found


def _problems_of_quizzes(quizzes: Iterable[Quiz], bank: BankView, rules: RuleSet) -> list[Problem]:
    found: list[Problem] = []
    for quiz in quizzes:
        for placed in quiz.forms[0].items:
            asked = asked_by_item(placed.item, vocabulary_of(placed.item.fact.lang or quiz.lang))
            found += [] if asked is None else _problems_of(asked, bank, rules)
        for rule in rules.set:
            found += rule(quiz, bank)
    return found


def _rules_for(view: FactView, rules: RuleSet) -> Iterator[tuple[FactRule, ...]]:
    yield rules.fact
    if view.cloze is not None:
        yield rules.cloze
    if view.fact.sensitive:
        yield rules.sensitive


def _problems_of(asked: Asked, bank: BankView, rules: RuleSet) -> list[Problem]:
    found: list[Problem] = []
    for rule in rules.stem:
        found += rule(asked)
    if asked.key is not None:
        for rule in rules.option:
            found += rule(asked)
        for beside_rule in rules.beside:
            found += beside_rule(asked, bank)
    return found
