"""QZ651: a source that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content


def check(content: Content) -> Iterator[Problem]:
    """Report each source that no fact cites and no other source is read in; silent where facts could not be read."""
    bank = content.bank
    if not content.whole or len(bank.facts) < len(content.fact_ids):
        return
    used = {citation.source for fact in bank.facts for citation in fact.citations}
    used |= {source.quoted_in for source in bank.sources if source.quoted_in is not None}
    for source in bank.sources:
        if source.id not in used:
            yield Problem(
                code="QZ651",
                message=f"no fact cites `{source.id}`",
                place=source.id.place,
                hint="delete it, or keep it for facts to come",
            )
