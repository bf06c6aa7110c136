"""Nodes to quizzes and their sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Mappings

from quizgen.model.project import ItemType, MatchBy, Paper, QuizSpec, Quota, SectionSpec
from quizgen.model.text import Text
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping, Node
from quizgen.reading.patterns import ID, LANGUAGE

_MOST_ITEMS = 500
_MOST_POINTS = 100
_MOST_LINES = 60
_FEWEST_PAIRS, _MOST_PAIRS = 2, 9
"""One name more than there are pairs is printed, and ten names are the most that a reader can hold."""
_FEWEST_EVENTS, _MOST_EVENTS = 4, 10

_GROUPS: Mappings[ItemType, tuple[str, int, int]] = {
    ItemType.MATCHING: ("pairs", _FEWEST_PAIRS, _MOST_PAIRS),
    ItemType.ORDERING: ("events", _FEWEST_EVENTS, _MOST_EVENTS),
}
"""Types that ask about all their facts at once: the field that counts them, and its bounds."""
_OPTIONS = {ItemType.MULTIPLE_CHOICE: (4, 3, 6), ItemType.MULTIPLE_RESPONSE: (5, 4, 8)}
"""Types with options: how many where nothing is said, and the bounds."""
_ONLY_WITH: tuple[tuple[str, tuple[ItemType, ...]], ...] = (
    ("count", tuple(type_ for type_ in ItemType if type_ not in _GROUPS)),
    ("pairs", (ItemType.MATCHING,)),
    ("by", (ItemType.MATCHING,)),
    ("events", (ItemType.ORDERING,)),
    ("options", tuple(_OPTIONS)),
    ("lines", (ItemType.SHORT_ANSWER, ItemType.ESSAY)),
)


def read_quizzes(fields: Fields) -> tuple[QuizSpec, ...]:
    """Take the ``quizzes`` of a deck spec."""
    items = fields.sequence("quizzes") or ()
    return tuple(fields.items("quizzes", items, lambda item: _quiz(fields, item)))


def _quiz(fields: Fields, item: Node) -> QuizSpec | None:
    if not isinstance(item, Mapping):
        fields.wrong_shape("a quiz", item, "a mapping of fields", "begin it with `- id: …`")
        return None
    parts = Fields(item, "a quiz", fields.problems, item["id"].place if "id" in item else None)
    id_ = parts.pattern("id", ID, required=True)
    title = parts.text("title", required=True)
    sections = parts.sequence("sections", required=True, filled=True) or ()
    quiz = QuizSpec(
        id=id_ or Text(""),
        title=title or Text(""),
        subtitle=parts.text("subtitle"),
        seed=parts.text("seed") or id_ or Text(""),
        forms=parts.number("forms", least=1, most=26) or 1,
        paper=parts.choice("paper", Paper) or Paper.A4,
        columns=parts.number("columns", least=1, most=2) or 1,
        large_print=parts.flag("large_print") or not parts.has("large_print"),
        minutes=parts.number("minutes", least=1, most=600),
        instructions=parts.text("instructions"),
        avoid=parts.texts("avoid", filled=True) or (),
        lang=parts.pattern("lang", LANGUAGE),
        sections=tuple(parts.items("sections", sections, lambda section: _section(parts, section))),
    )
    parts.close()
    return None if id_ is None or title is None else quiz


def _section(fields: Fields, item: Node) -> SectionSpec | None:
    if not isinstance(item, Mapping):
        fields.wrong_shape("a section", item, "a mapping of fields", "write `{type: multiple_choice, count: 8}`")
        return None
    parts = Fields(item, "a section", fields.problems)
    type_text, type_ = item.get("type"), parts.choice("type", ItemType, required=True)
    ids = parts.texts("ids", filled=True) or ()
    count = _count(parts, type_, ids)
    spec = SectionSpec(
        type=type_ or ItemType.SHORT_ANSWER,
        count=count or 1,
        place=type_text if isinstance(type_text, Text) else Text(""),
        title=parts.text("title"),
        instructions=parts.text("instructions"),
        options=_options(parts, type_),
        points=parts.number("points", least=1, most=_MOST_POINTS) or 1,
        lines=parts.number("lines", least=1, most=_MOST_LINES),
        by=_by(parts, type_),
        topics=tuple(_quotas(parts)),
        ids=ids,
    )
    _check_fit(parts, type_)
    parts.close()
    _check_counts(parts, count, spec)
    return None if type_ is None or count is None else spec


def _count(fields: Fields, type_: ItemType | None, ids: tuple[Text, ...]) -> int | None:
    """Take how many facts a section asks about; those that are named are enough."""
    name, least, most = _GROUPS.get(type_, ("count", 1, _MOST_ITEMS)) if type_ else ("count", 1, _MOST_ITEMS)
    fields.taken.update({"count", *(group for group, _, _ in _GROUPS.values())})
    if ids and not fields.has(name):
        return _named(fields, ids, least, most)
    is_known = type_ is not None or not fields.has("type")
    return fields.number(name, least=least, most=most, required=is_known and not fields.has("count"))


def _named(fields: Fields, ids: tuple[Text, ...], least: int, most: int) -> int | None:
    if least <= len(ids) <= most:
        return len(ids)
    message = f"`ids` names {len(ids)} fact{'' if len(ids) == 1 else 's'}"
    fields.complain("QZ026", message, fields.place_of("ids"), f"name {least} to {most} of them")
    return None


def _options(fields: Fields, type_: ItemType | None) -> int:
    usual, least, most = _OPTIONS.get(type_ or ItemType.MULTIPLE_CHOICE, _OPTIONS[ItemType.MULTIPLE_CHOICE])
    return fields.number("options", least=least, most=most) or usual


def _by(fields: Fields, type_: ItemType | None) -> MatchBy | None:
    if type_ is ItemType.MATCHING and not fields.has("by"):
        fields.missing("by", "add `by: answer`, `by: voice` or `by: source`")
    return fields.choice("by", MatchBy)


def _quotas(fields: Fields) -> Iterator[Quota]:
    node = fields.mapping("topics", hint="write `topics: {media/law: 3}`")
    if node is None:
        return
    parts = Fields(node, "`topics`", fields.problems)
    for name in node.names():
        count = parts.number(name, least=1, most=_MOST_ITEMS) if name else None
        if count is not None:
            yield Quota(topic=name, count=count)


def _check_fit(fields: Fields, type_: ItemType | None) -> None:
    """Report fields that go with another type."""
    for name, types in _ONLY_WITH:
        if type_ is not None and fields.has(name) and type_ not in types:
            fields.complain(
                "QZ030", f"`{name}` {_goes_with(name, types)}", fields.place_of(name), _instead(type_, types)
            )


def _goes_with(name: str, types: tuple[ItemType, ...]) -> str:
    if name == "count":
        return "does not go with `type: matching` and `type: ordering`"
    return "goes with " + " or ".join(f"`type: {type_}`" for type_ in types)


def _instead(type_: ItemType, types: tuple[ItemType, ...]) -> str:
    if type_ in _GROUPS and ItemType.SHORT_ANSWER in types:
        return f"write `{_GROUPS[type_][0]}: …`"
    return f"delete it, or use `type: {types[0]}`"


def _check_counts(fields: Fields, count: int | None, spec: SectionSpec) -> None:
    """Report facts that are named, or topics that are asked for, beyond the count."""
    named: Iterable[tuple[str, int]] = (
        ("ids", len(dict.fromkeys(spec.ids))),
        ("topics", sum(quota.count for quota in spec.topics)),
    )
    for name, number in named:
        if count is not None and number > count:
            message = f"`{name}` asks for {number} facts, and the section for {count}"
            fields.complain(
                "QZ026", message, fields.place_of(name), f"raise the count to {number}, or ask for fewer here"
            )
