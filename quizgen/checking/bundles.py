"""QZ203: a bundle that names a deck spec which does not exist, or which has no deck of its own."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report each name in a ``bundle`` that gives it no deck."""
    specs = {spec.id: spec for spec in content.specs}
    for spec in content.specs:
        for name in spec.bundle:
            if name not in content.spec_ids:
                known = sorted(content.spec_ids - {spec.id})
                hint = did_you_mean(name, known) or "use the name of a file in decks/, without its ending"
                yield _problem(name, f"there is no deck spec `{name}`", hint)
            elif name in specs and specs[name].anki is None:
                reason = "is a bundle itself" if specs[name].bundle else "has no `anki` deck"
                yield _problem(name, f"the deck spec `{name}` {reason}", "name deck specs that have an `anki` deck")


def _problem(name: Text, message: str, hint: str) -> Problem:
    return Problem(code="QZ203", message=message, place=name.place, hint=hint)
