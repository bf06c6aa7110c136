"""Nodes to answers, and to the wrong texts that stand beside them."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple, TypeVar

from quizgen.diagnostics.guess import did_you_mean
from quizgen.model.fact import Answer, Distractor, FalseClaim
from quizgen.model.text import Text
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping, Node, Sequence
from quizgen.reading.shapes import as_text_hint, only_texts

_MOST_ANSWERS = 100

Wrong = TypeVar("Wrong", Distractor, FalseClaim)


class Answers(NamedTuple):
    """The answer of a fact: one member, or those of a set."""

    members: tuple[Answer, ...]
    is_set: bool
    enough: int | None


def read_answers(fields: Fields) -> Answers:
    """Take ``answer``, ``accept`` and ``enough``."""
    node = fields.take("answer", required=fields.has("question"))
    enough = fields.number("enough", least=1, most=_MOST_ANSWERS)
    if isinstance(node, Sequence):
        return _set_answer(fields, node, enough)
    if not isinstance(node, Text):
        if node is not None:
            fields.wrong_shape("`answer`", node, "text or a list", as_text_hint(node))
        elif not fields.has("answer"):
            fields.goes_with(("enough", "accept"), "answer", "an `answer`", "add `answer: …`, or delete it")
        fields.take("accept")
        return Answers((), is_set=False, enough=None)
    if enough is not None:
        hint = f"write `answer: [{node}, …]`, or delete `enough`"
        fields.complain("QZ030", "`enough` goes with a list of answers", fields.place_of("enough"), hint)
    accept = fields.texts("accept", hint="write `accept: [spelling, …]`") or ()
    return Answers((Answer(text=node, accept=accept),), is_set=False, enough=None)


def read_wrong_texts(fields: Fields, name: str, make: type[Wrong]) -> tuple[Wrong, ...] | None:
    """Take ``distractors`` or ``false_claims``: texts, or mappings of ``text`` and ``why``."""
    items = fields.sequence(name)
    if items is None:
        return None
    return tuple(fields.items(name, items, partial(_wrong_text, fields, name, make)))


def _set_answer(fields: Fields, node: Sequence, enough: int | None) -> Answers:
    items = fields.texts("answer", filled=True)
    accept = _accept_by_member(fields, items)
    if items is None:
        return Answers((), is_set=True, enough=None)
    if len(items) == 1 and len(node) == 1:
        hint = f"write `answer: {items[0]}`"
        fields.complain("QZ022", "`answer` is a list of one", node.place, hint)
    if enough is not None and enough > len(node) > 0:
        hint = f"write a whole number from 1 to {len(node)}"
        message = f"`enough` asks for {enough} of {len(node)} answers"
        fields.complain("QZ026", message, fields.place_of("enough"), hint)
    members = tuple(Answer(text=item, accept=accept.get(item, ())) for item in items)
    return Answers(members, is_set=True, enough=enough)


def _accept_by_member(fields: Fields, members: tuple[Text, ...] | None) -> dict[str, tuple[Text, ...]]:
    """Take the ``accept`` of a set answer, which maps a member to its other spellings."""
    node = fields.take("accept")
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        hint = "write `accept: {member: [spelling, …]}`"
        fields.wrong_shape("`accept`", node, "a mapping from a member of `answer` to its spellings", hint)
        return {}
    parts = Fields(node, "accept", fields.problems)
    accept = {str(name): parts.texts(name) or () for name in node if name}
    for name in node.names():
        if members and name and name not in members:
            hint = did_you_mean(name, members) or "use a member of `answer`, letter for letter"
            fields.complain("QZ031", f"`accept` names `{name}`, which is not among the answers", name.place, hint)
    return accept


def _wrong_text(fields: Fields, name: str, make: type[Wrong], item: Node) -> Wrong | None:
    if isinstance(item, Text):
        return make(text=item)
    if not isinstance(item, Mapping):
        fields.wrong_shape(f"an item of `{name}`", item, "text, or a mapping of `text` and `why`", as_text_hint(item))
        return None
    if texts := only_texts(item, "text", "why"):
        return make(**texts)
    parts = Fields(item, f"an item of `{name}`", fields.problems)
    text, why = parts.text("text", required=True), parts.text("why")
    parts.close()
    return None if text is None else make(text=text, why=why)
