"""QZ676: facts that have no date of any kind, for want of one at their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.checking.folding import line_of
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Fact


def check(bank: BankView) -> Iterator[Problem]:
    """Report each source without a date on which undated facts rest: once, at the source.

    Facts whose wording ages are left to the rule that reports them one by one.
    """
    undated = [fact for fact in bank.facts if _has_no_date(fact, bank) and not _ages(fact, bank)]
    counts = Counter(fact.citations[0].source for fact in undated if fact.citations)
    for source in bank.content.bank.sources:
        if counts[source.id]:
            facts = "1 fact" if counts[source.id] == 1 else f"{counts[source.id]} facts"
            yield Problem(
                code="QZ676",
                message=f"`{source.id}` has no date, and {facts} from it have none either",
                place=source.id.place,
                hint="add `as_of: …`, the time that the source speaks for",
            )


def _has_no_date(fact: Fact, bank: BankView) -> bool:
    if fact.when is not None or fact.as_of is not None or not bank.owns_claim(fact):
        return False
    sources = [bank.content.bank.source_by_id.get(citation.source) for citation in fact.citations]
    return all(source is not None and source.as_of is None and source.issued is None for source in sources)


def _ages(fact: Fact, bank: BankView) -> bool:
    """Whether the rule on wording that ages reports a fact without a date."""
    vocabulary = bank.vocabulary_of(fact)
    return vocabulary is not None and vocabulary.ageing.search(line_of(fact.claim)) is not None
