"""QZ676: facts that have no date of any kind, for want of one at their source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.checking.facts.ageing import ageing_words
from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank


def check(bank: BankView) -> Iterator[Problem]:
    """Report each source without a date on which undated facts rest: once, at the source.

    Facts whose wording ages are left to the rule that reports them one by one.
    """
    known = bank.content.bank
    undated = [view for view in bank.views if _has_no_date(view, known) and ageing_words(view, known) is None]
    counts = Counter(view.fact.citations[0].source for view in undated if view.fact.citations)
    for source in known.sources:
        if counts[source.id]:
            facts = "1 fact" if counts[source.id] == 1 else f"{counts[source.id]} facts"
            yield Problem(
                code="QZ676",
                message=f"`{source.id}` has no date, and {facts} from it have none either",
                place=source.id.place,
                hint="add `as_of: …`, the time that the source speaks for",
            )


def _has_no_date(view: FactView, bank: Bank) -> bool:
    fact = view.fact
    sources = [bank.source_by_id.get(citation.source) for citation in fact.citations]
    if fact.when is not None or fact.as_of is not None or not view.owns_claim:
        return False
    return all(source is not None and source.as_of is None and source.issued is None for source in sources)
