"""QZ100: a citation, or a ``quoted_in``, names a source that stands in no data file."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content


def check(content: Content) -> Iterator[Problem]:
    """Report every name of a source that names none; silent where a document could not be read to its end."""
    for source in content.bank.sources:
        if source.quoted_in == source.id:
            message, hint = f"`quoted_in` of `{source.id}` names the source itself", "name the work you read it in"
            yield Problem(code="QZ100", message=message, place=source.quoted_in.place, hint=hint)
    if not content.whole:
        return
    # a fact with `same_claim` has its citations from another one: the same place is reported once
    cited = {
        citation.source.place: citation.source
        for fact in content.written
        for citation in fact.citations
        if citation.source not in content.source_ids
    }
    quoted = [source.quoted_in for source in content.bank.sources if source.quoted_in is not None]
    for name in (*cited.values(), *quoted):
        if name not in content.source_ids:
            yield Problem(
                code="QZ100",
                message=f"no source has the id `{name}`",
                place=name.place,
                hint=did_you_mean(name, content.source_ids) or _added(name),
            )


def _added(name: str) -> str:
    if name.startswith(("http://", "https://")):
        return "add it under `sources:` with an `id` of its own, a `title` and this as its `URL`, and cite that id"
    return f"add it under `sources:` with `id: {name}`"
