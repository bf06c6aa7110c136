"""What items are made with, besides the fact itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from quizgen.model.bank import Bank
from quizgen.model.fact import AnswerType, Fact
from quizgen.planning.folding import line_of
from quizgen.planning.hashing import Ranks

_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Index:
    """The bank and the facts of one deck, with what is looked up in them; made once for a quiz."""

    bank: Bank
    facts: tuple[Fact, ...]

    @cached_property
    def lenders(self) -> Mapping[tuple[AnswerType, str], tuple[Fact, ...]]:
        """The deck's facts by type of answer and first topic."""
        return _grouped(((fact.answer_type, str(fact.topics[0])), fact) for fact in self.facts if fact.topics)

    @cached_property
    def by_question(self) -> Mapping[str, tuple[Fact, ...]]:
        """The bank's facts by the words of their questions."""
        return _grouped((line_of(fact.question), fact) for fact in self.bank.facts if fact.question)

    @cached_property
    def by_contrast(self) -> Mapping[str, tuple[Fact, ...]]:
        """The bank's facts by the facts that they stand against."""
        return _grouped((str(id_), fact) for fact in self.bank.facts for id_ in fact.contrast)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """A quiz's ranks, the bank, and the facts of the quiz's deck, which lend to each other."""

    ranks: Ranks
    index: Index
    lang: str
    """The language of facts that name none."""
    asked: frozenset[str] = frozenset()
    """Ids of the facts that the quiz asks about, once that is settled."""

    @property
    def bank(self) -> Bank:
        """Everything that the curator's files say."""
        return self.index.bank

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of the deck."""
        return self.index.facts

    def lang_of(self, fact: Fact) -> str:
        """Return the language of a fact's texts."""
        return str(fact.lang or self.lang)

    def lenders_to(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts with the same kind of answer in the same narrow topic, the fact itself left out."""
        lenders = self.index.lenders.get((fact.answer_type, str(fact.topics[0])), ())
        return tuple(lender for lender in lenders if lender.id != fact.id)

    def asked_alike(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the other facts of the bank that answer the same question, or stand in contrast."""
        same = self.index.by_question.get(line_of(fact.question), ()) if fact.question else ()
        contrasts = [self.bank.fact_by_id.get(id_) for id_ in fact.contrast]
        against = self.index.by_contrast.get(str(fact.id), ())
        others = {other.id: other for other in (*same, *contrasts, *against) if other is not None}
        return tuple(other for id_, other in others.items() if id_ != fact.id)


def claim_of(fact: Fact, bank: Bank) -> str:
    """Return the id of the fact whose claim it is: siblings share one."""
    seen = {fact.id}
    while fact.same_claim in bank.fact_by_id and fact.same_claim not in seen:
        fact = bank.fact_by_id[fact.same_claim]
        seen.add(fact.id)
    return str(fact.id)


def _grouped(pairs: Iterable[tuple[_Key, Fact]]) -> Mapping[_Key, tuple[Fact, ...]]:
    groups: dict[_Key, list[Fact]] = {}
    for key, fact in pairs:
        groups.setdefault(key, []).append(fact)
    return {key: tuple(facts) for key, facts in groups.items()}
