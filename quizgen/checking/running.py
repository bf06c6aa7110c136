"""Sets of rules, and how they are run over facts, questions and quizzes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeAlias

from quizgen.checking.asked import Asked, asked_by_fact, asked_by_item
from quizgen.checking.views import BankView, FactView
from quizgen.checking.words import vocabulary_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Fact
from quizgen.model.quiz import Quiz

FactRule: TypeAlias = Callable[[FactView], Iterable[Problem]]
AmongRule: TypeAlias = Callable[[FactView, BankView], Iterable[Problem]]
ItemRule: TypeAlias = Callable[[Asked], Iterable[Problem]]
BesideRule: TypeAlias = Callable[[Asked, BankView], Iterable[Problem]]
SetRule: TypeAlias = Callable[[Quiz, BankView], Iterable[Problem]]
"""A rule returns at once where it can find nothing, and it looks no closer before what it returns is gone through."""


class Comparison(NamedTuple):
    """A rule that compares facts with each other: it is run on those of which one key is also another one's."""

    keys: Callable[[FactView], Iterable[str]]
    """What two facts have in common, one thing at least, if the rule can find anything in them."""
    check: Callable[[Iterable[FactView]], Iterable[Problem]]


@dataclass(slots=True)
class Alike:
    """The facts that a rule is to compare, of those that were noted."""

    comparison: Comparison
    _first: dict[str, int] = field(default_factory=dict)
    """Which fact has a key first."""
    _found: set[int] = field(default_factory=set)

    def note(self, at: int, view: FactView) -> None:
        """Remember the keys of a fact, and which one it is."""
        for key in self.comparison.keys(view):
            first = self._first.setdefault(key, at)
            if first != at:
                self._found |= {first, at}

    def among(self, facts: Sequence[Fact]) -> list[Fact]:
        """Return those facts of which a key is also another one's, in their order."""
        return [facts[at] for at in sorted(self._found)]


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


def problems_of_fact(
    view: FactView, bank: BankView, rules: RuleSet
) -> tuple[list[Problem], Iterable[Iterable[Problem]]]:
    """Run the rules on a fact, and on the item that it can become with all its options.

    What stands second is found beside all other facts: it is to be gone through when all of them were noted.
    """
    found: list[Problem] = []
    for rule in rules.fact:
        found += rule(view)
    for rule in rules.cloze if view.cloze is not None else ():
        found += rule(view)
    for rule in rules.sensitive if view.fact.sensitive else ():
        found += rule(view)
    asked = asked_by_fact(view)
    if asked is None:
        return found, ()
    return found + _problems_of(asked, rules), _beside_others(asked, bank, rules)


def problems_of_quizzes(quizzes: Iterable[Quiz], bank: BankView, rules: RuleSet) -> list[Problem]:
    """Run the rules on the items of planned quizzes, and on the quizzes."""
    found: list[Problem] = []
    for quiz in quizzes:
        for placed in quiz.forms[0].items:
            asked = asked_by_item(placed.item, vocabulary_of(placed.item.fact.lang or quiz.lang))
            if asked is not None:
                found += (*_problems_of(asked, rules), *chain.from_iterable(_beside_others(asked, bank, rules)))
        for rule in rules.set:
            found += rule(quiz, bank)
    return found


def _problems_of(asked: Asked, rules: RuleSet) -> list[Problem]:
    found: list[Problem] = []
    for rule in rules.stem:
        found += rule(asked)
    for rule in rules.option if asked.key is not None else ():
        found += rule(asked)
    return found


def _beside_others(asked: Asked, bank: BankView, rules: RuleSet) -> list[Iterable[Problem]]:
    return [problems for rule in (rules.beside if asked.key is not None else ()) if (problems := rule(asked, bank))]
