"""QZ655: a fact that was changed after somebody re-read it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.reviews import is_stale
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content


def check(content: Content) -> Iterator[Problem]:
    """Report each fact that no longer says what was reviewed; never one that names no review, or is retired."""
    for fact in content.bank.facts:
        if fact.reviewed is not None and fact.retired is None and is_stale(fact, content.bank):
            review = fact.reviewed
            yield Problem(
                code="QZ655",
                message=f"`{fact.id}` was changed after {review.by} re-read it on {review.on.text}",
                place=(review.text or review.by).place,
                hint=f"read it against its source once more, then run: quizgen review {fact.id}",
            )
