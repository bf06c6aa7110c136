"""Nodes to deck specs."""

from __future__ import annotations

from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Certainty
from quizgen.model.project import (
    AnkiSpec,
    CardKind,
    DeckSpec,
    ItemType,
    Paper,
    QuizSpec,
    SectionSpec,
)
from quizgen.model.selection import Selection
from quizgen.model.text import Text
from quizgen.reading.facts import LANGUAGE, LANGUAGE_MEANS
from quizgen.reading.fields import ID, ID_MEANS, Fields
from quizgen.reading.nodes import Mapping, Node

_MOST_ITEMS = 500
_MOST_POINTS = 100
_MOST_LINES = 60


def read_deck_spec(id_: Text, node: Mapping, problems: list[Problem]) -> DeckSpec | None:
    """Make a deck spec of its file's root node; ``None`` where it cannot be one."""
    before = len(problems)
    fields = Fields(node, "a deck spec", problems)
    spec = DeckSpec(
        id=id_,
        title=fields.text("title", required=True) or Text(""),
        facts=_selection(fields),
        bundle=fields.texts("bundle") or (),
        anki=_anki(fields),
        quizzes=_quizzes(fields),
    )
    fields.close()
    if fields.has("bundle"):
        for name in ("facts", "anki"):
            if fields.has(name):
                hint = "a bundle takes its facts and decks from the deck specs that it names: delete one of the two"
                fields.complain("QZ030", f"`{name}` and `bundle` exclude each other", node.name_of(name).place, hint)
    elif not fields.has("facts"):
        fields.missing("facts", "add `facts: {topics: […]}`, or `bundle: […]` for a package of several decks")
    return spec if len(problems) == before else None


def _selection(fields: Fields) -> Selection | None:
    node = fields.mapping("facts")
    if node is None:
        return None
    parts = Fields(node, "`facts`", fields.problems)
    certainty = parts.texts("certainty") or ()
    selection = Selection(
        topics=parts.texts("topics") or (),
        ids=parts.texts("ids") or (),
        exclude=parts.texts("exclude") or (),
        certainty=tuple(
            chosen for text in certainty if (chosen := parts.chosen("certainty", text, Certainty)) is not None
        ),
        sources=parts.texts("sources") or (),
    )
    parts.close()
    return selection


def _anki(fields: Fields) -> AnkiSpec | None:
    node = fields.mapping("anki")
    if node is None:
        return None
    parts = Fields(node, "`anki`", fields.problems)
    deck, kinds = parts.text("deck", required=True), parts.texts("cards")
    if kinds is None:
        cards = tuple(CardKind)
    else:
        chosen = (parts.chosen("cards", kind, CardKind) for kind in kinds)
        cards = tuple(dict.fromkeys(kind for kind in chosen if kind is not None))
    parts.close()
    if deck is not None and any(not level.strip() for level in deck.split("::")):
        fields.complain(
            "QZ028", f"`{deck}` cannot be used as `deck`", deck.place, "use a name such as `Subject::Topic`"
        )
    return None if deck is None else AnkiSpec(deck=deck, cards=cards)


def _quizzes(fields: Fields) -> tuple[QuizSpec, ...]:
    items = fields.sequence("quizzes") or ()
    return tuple(fields.items("quizzes", items, lambda item: _quiz(fields, item)))


def _quiz(fields: Fields, item: Node) -> QuizSpec | None:
    if not isinstance(item, Mapping):
        fields.wrong_shape("a quiz", item, "a mapping of fields")
        return None
    parts = Fields(item, "a quiz", fields.problems, item["id"].place if "id" in item else None)
    id_ = parts.pattern("id", ID, ID_MEANS, required=True)
    title = parts.text("title", required=True)
    sections = parts.sequence("sections", required=True) or ()
    quiz = QuizSpec(
        id=id_ or Text(""),
        title=title or Text(""),
        subtitle=parts.text("subtitle"),
        seed=parts.text("seed") or id_ or Text(""),
        forms=parts.number("forms", least=1, most=26) or 1,
        paper=parts.choice("paper", Paper) or Paper.A4,
        minutes=parts.number("minutes", least=1, most=600),
        lang=parts.pattern("lang", LANGUAGE, LANGUAGE_MEANS),
        sections=tuple(parts.items("sections", sections, lambda section: _section(parts, section))),
    )
    if parts.has("sections") and not sections and "sections" in item:
        hint = "add `{type: multiple_choice, count: 8}`"
        parts.complain("QZ023", "the list `sections` is empty", item.name_of("sections").place, hint)
    parts.close()
    return None if id_ is None or title is None else quiz


def _section(fields: Fields, item: Node) -> SectionSpec | None:
    if not isinstance(item, Mapping):
        fields.wrong_shape("a section", item, "a mapping of fields", "write `{type: multiple_choice, count: 8}`")
        return None
    parts = Fields(item, "a section", fields.problems)
    type_text, type_ = item.get("type"), parts.choice("type", ItemType, required=True)
    count = parts.number("count", least=1, most=_MOST_ITEMS, required=True)
    options = parts.number("options", least=3, most=6)
    points = parts.number("points", least=1, most=_MOST_POINTS)
    lines = parts.number("lines", least=1, most=_MOST_LINES)
    parts.close()
    if type_ is None or count is None:
        return None
    for name, only in (("options", ItemType.MULTIPLE_CHOICE), ("lines", ItemType.SHORT_ANSWER)):
        if parts.has(name) and type_ is not only:
            hint = f"delete it, or use `type: {only}`"
            parts.complain("QZ030", f"`{name}` goes with `type: {only}`", item.name_of(name).place, hint)
    place = type_text if isinstance(type_text, Text) else Text("")
    return SectionSpec(type=type_, count=count, place=place, options=options or 4, points=points or 1, lines=lines)
