"""QZ202: a fact whose notes would be shipped by two decks."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.content import Content
from quizgen.model.project import DeckSpec
from quizgen.model.text import Text

_MOST_NAMED = 3
_MOST_LISTED = 20


def check(content: Content) -> Iterator[Problem]:
    """Report each pair of decks that share facts, once, at the second deck."""
    homes: dict[str, DeckSpec] = {}
    shipping = [spec for spec in content.specs if spec.anki is not None]
    for spec in shipping if len(shipping) > 1 else ():
        shared: dict[str, list[Text]] = {}
        if spec.facts is None:
            continue
        for fact in spec.facts.select(content.bank.facts):
            home = homes.setdefault(fact.id, spec)
            if home is not spec:
                shared.setdefault(home.id, []).append(fact.id)
        for home_id, facts in shared.items():
            home = next(other for other in content.specs if other.id == home_id)
            yield _problem(spec, home, facts)


def _problem(spec: DeckSpec, home: DeckSpec, facts: list[Text]) -> Problem:
    named = ", ".join(f"`{fact}`" for fact in facts[:_MOST_NAMED])
    more = f" and {len(facts) - _MOST_NAMED} more" if len(facts) > _MOST_NAMED else ""
    names = ", ".join(facts) if len(facts) <= _MOST_LISTED else "…"
    verb = "has its home" if len(facts) == 1 else "have their home"
    return Problem(
        code="QZ202",
        message=f"{named}{more} {verb} in the deck spec `{home.id}` already",
        place=spec.title.place,
        labels=(Label(home.title.place, "the first deck"),),
        hint=f"add `exclude: [{names}]` to one of the two, or make a `bundle`",
    )
