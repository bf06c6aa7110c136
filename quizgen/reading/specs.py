"""Nodes to deck specs."""

from __future__ import annotations

from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Certainty
from quizgen.model.project import AnkiSpec, CardKind, DeckSpec
from quizgen.model.selection import Selection
from quizgen.model.text import Text
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping
from quizgen.reading.quizzes import read_quizzes


def read_deck_spec(id_: Text, node: Mapping, problems: list[Problem]) -> DeckSpec | None:
    """Make a deck spec of its file's root node; ``None`` where it cannot be one."""
    before = len(problems)
    fields = Fields(node, "a deck spec", problems)
    spec = DeckSpec(
        id=id_,
        title=fields.text("title", required=True) or Text(""),
        facts=_selection(fields),
        bundle=fields.texts("bundle", filled=True) or (),
        anki=_anki(fields),
        quizzes=read_quizzes(fields),
    )
    if fields.has("bundle"):
        _bundle_alone(fields)
    elif not fields.has("facts"):
        hint = "add `facts: {topics: […]}`, or `bundle: […]` for a package of several decks"
        fields.missing("facts", hint, "bundle")
    fields.close()
    return spec if len(problems) == before and node.complete else None


def _bundle_alone(fields: Fields) -> None:
    for name in ("facts", "anki"):
        if fields.has(name):
            hint = "a bundle takes its facts and decks from the deck specs that it names: delete one of the two"
            fields.complain("QZ030", f"`{name}` and `bundle` exclude each other", fields.place_of(name), hint)


def _selection(fields: Fields) -> Selection | None:
    node = fields.mapping("facts", hint="write `facts: {topics: […]}`")
    if node is None:
        return None
    parts = Fields(node, "`facts`", fields.problems)
    certainty = [parts.chosen("certainty", text, Certainty) for text in parts.texts("certainty", filled=True) or ()]
    selection = Selection(
        topics=parts.texts("topics", filled=True) or (),
        ids=parts.texts("ids", filled=True) or (),
        exclude=parts.texts("exclude") or (),
        certainty=tuple(one for one in certainty if one is not None),
        sources=parts.texts("sources", filled=True) or (),
    )
    parts.close()
    return selection


def _anki(fields: Fields) -> AnkiSpec | None:
    node = fields.mapping("anki", hint="write `anki: {deck: …}`")
    if node is None:
        return None
    parts = Fields(node, "`anki`", fields.problems)
    deck, kinds = parts.text("deck", required=True), parts.texts("cards", filled=True)
    if kinds is None:
        cards = tuple(CardKind)
    else:
        chosen = (parts.chosen("cards", kind, CardKind) for kind in kinds)
        cards = tuple(dict.fromkeys(kind for kind in chosen if kind is not None))
    parts.close()
    if deck is not None and any(not level.strip() for level in deck.split("::")):
        hint = "use a name such as `Subject::Topic`"
        fields.complain("QZ028", f"`{deck}` cannot be used as `deck`", deck.place, hint)
    return None if deck is None else AnkiSpec(deck=deck, cards=cards)
