"""QZ621: a claim that will not stay true, with nothing that says when it was."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import place_of
from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.edtf import Edtf
from quizgen.model.fact import Fact


def check(bank: BankView) -> Iterator[Problem]:
    """Report a state or a tense that ages (`has been`, `is the mayor`) without ``as_of``.

    Languages: those with word lists.
    """
    for view in bank.views:
        if ages(view, bank.content.bank):
            assert view.vocabulary is not None  # noqa: S101 - holds by `ages`
            match = view.vocabulary.ageing.search(view.claim.line)
            assert match is not None  # noqa: S101 - likewise
            at, count = view.claim.line[: match.start()].count(" "), len(match[0].split())
            yield Problem(
                code="QZ621",
                message=f"`{match[0]}` will not stay true, and nothing says when it was",
                place=place_of(view.claim.text, at, count),
                hint="add `as_of: …` to the source, or to this fact, and write the claim in the past tense",
            )


def ages(view: FactView, bank: Bank) -> bool:
    """Whether a fact's claim ages and has no date that it stands for."""
    if view.vocabulary is None or not view.owns_claim or as_of(view.fact, bank) is not None:
        return False
    return view.vocabulary.ageing.search(view.claim.line) is not None


def as_of(fact: Fact, bank: Bank) -> Edtf | None:
    """Return the date that a fact stands for, as far as its sources are known."""
    if fact.as_of is not None:
        return fact.as_of
    sources = (bank.source_by_id.get(citation.source) for citation in fact.citations)
    return next((source.as_of for source in sources if source is not None and source.as_of is not None), None)
