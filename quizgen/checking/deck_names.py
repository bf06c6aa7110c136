"""QZ204: two deck specs that ship into the same Anki deck."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.content import Content
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report each deck name that was used before; Anki does not tell them apart by case."""
    first: dict[str, Text] = {}
    for spec in content.specs:
        if spec.anki is None:
            continue
        name = spec.anki.deck
        other = first.setdefault(name.casefold(), name)
        if other is not name:
            yield Problem(
                code="QZ204",
                message=f"the Anki deck `{name}` is filled by two deck specs",
                place=name.place,
                labels=(Label(other.place, "first here"),),
                hint="give this deck a name of its own, or put the facts of both into one deck spec",
            )
