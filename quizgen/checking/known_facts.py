"""QZ101: ``contrast`` or ``replaced_by`` names a fact that stands in no data file."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report every name of a fact that names none, or the fact itself."""
    for fact in content.written:
        for field, name in _names(fact):
            if name == fact.id:
                message = f"`{field}` of `{fact.id}` names the fact itself"
                yield Problem(code="QZ101", message=message, place=name.place, hint="name another fact")
            elif content.whole and name not in content.fact_ids:
                hint = did_you_mean(name, content.fact_ids) or "use the id of a fact that stands in the data files"
                yield Problem(code="QZ101", message=f"no fact has the id `{name}`", place=name.place, hint=hint)


def _names(fact: Fact) -> Iterator[tuple[str, Text]]:
    if fact.same_claim is None:  # else it is inherited, and reported at the fact that wrote it
        yield from (("contrast", name) for name in fact.contrast)
    if fact.retired is not None and fact.retired.replaced_by is not None:
        yield "replaced_by", fact.retired.replaced_by
