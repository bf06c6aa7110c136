"""Sets of rules, and how they are run over facts, questions and quizzes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.checking.asked import Asked, asked_by_fact, asked_by_item
from quizgen.checking.views import BankView, FactView
from quizgen.checking.words import vocabulary_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.quiz import Quiz

FactRule: TypeAlias = Callable[[FactView], Iterable[Problem]]
ItemRule: TypeAlias = Callable[[Asked], Iterable[Problem]]
BesideRule: TypeAlias = Callable[[Asked, BankView], Iterable[Problem]]
SetRule: TypeAlias = Callable[[Quiz, BankView], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The rules that are run on facts, questions and quizzes."""

    fact: tuple[FactRule, ...]
    cloze: tuple[FactRule, ...] = ()
    sensitive: tuple[FactRule, ...] = ()
    stem: tuple[ItemRule, ...]
    option: tuple[ItemRule, ...]
    beside: tuple[BesideRule, ...]
    set: tuple[SetRule, ...]


def problems_of_fact(view: FactView, bank: BankView, rules: RuleSet) -> list[Problem]:
    """Run the rules on a fact, and on the item that it can become with all its options."""
    found = [problem for rule in _rules_for(view, rules) for problem in rule(view)]
    asked = asked_by_fact(view)
    if asked is not None:
        found += _problems_of(asked, bank, rules)
    return found


def problems_of_quizzes(quizzes: Iterable[Quiz], bank: BankView, rules: RuleSet) -> list[Problem]:
    """Run the rules on the items of planned quizzes, and on the quizzes."""
    found: list[Problem] = []
    for quiz in quizzes:
        for placed in quiz.forms[0].items:
            asked = asked_by_item(placed.item, vocabulary_of(placed.item.fact.lang or quiz.lang))
            found += [] if asked is None else _problems_of(asked, bank, rules)
        for rule in rules.set:
            found += rule(quiz, bank)
    return found


def _rules_for(view: FactView, rules: RuleSet) -> tuple[FactRule, ...]:
    found = rules.fact
    if view.cloze is not None:
        found += rules.cloze
    return (*found, *rules.sensitive) if view.fact.sensitive else found


def _problems_of(asked: Asked, bank: BankView, rules: RuleSet) -> list[Problem]:
    found = [problem for rule in rules.stem for problem in rule(asked)]
    if asked.key is not None:
        found += [problem for rule in rules.option for problem in rule(asked)]
        found += [problem for rule in rules.beside for problem in rule(asked, bank)]
    return found
