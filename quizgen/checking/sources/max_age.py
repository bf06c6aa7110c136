"""QZ650: a source that is older than the project allows."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.source import Source


def check(content: Content, max_age: int | None, year: int | None) -> Iterator[Problem]:
    """Report each source that speaks for a time more than ``max_age`` years before ``year``; silent without either."""
    if max_age is None or year is None:
        return
    for source in content.bank.sources:
        last = _last_year(source)
        if last is not None and year - last > max_age:
            yield Problem(
                code="QZ650",
                message=f"`{source.id}` speaks for {last}, {year - last} years ago",
                place=source.id.place,
                note=f"the project allows {max_age} years (`max_age` in quizgen.yaml)",
                hint="look for a newer source, and retire what it no longer bears out",
            )


def _last_year(source: Source) -> int | None:
    date = source.as_of or source.issued
    end = None if date is None else date.end or date.start
    if end is None or (date is not None and date.is_interval and date.end is None):
        return None  # it is not known when, or it is still kept up
    return end.year + (1, 10, 100)[end.unspecified] - 1
