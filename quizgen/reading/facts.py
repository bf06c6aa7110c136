"""Nodes to facts."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import (
    AnswerType,
    Certainty,
    Citation,
    Correction,
    Distractor,
    Fact,
    FalseClaim,
    Image,
    Quantity,
    Retirement,
    Review,
)
from quizgen.model.text import Text
from quizgen.reading.answers import read_answers, read_wrong_texts
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping, Node
from quizgen.reading.patterns import ID, LANGUAGE, TOPIC
from quizgen.reading.shapes import only_texts

_RETIRED_FIELDS = ("reason", "replaced_by", "retired_on")
_QUANTITY_FIELDS = ("value", "unit", "precision", "tolerance")
_RARE_FIELDS = ("contrast", "corrections", "image", "lang", "renamed_from", "reviewed", "ignore")
NOTHING = Fact(id=Text(""), topics=(), claim=Text(""), citations=())
"""What a fact inherits that stands for itself."""


class _Status(StrEnum):
    """Whether a fact is still asked."""

    ACTIVE = "active"
    RETIRED = "retired"


def read_fact(node: Mapping, problems: list[Problem], base: Fact | None = None) -> tuple[Fact, bool]:
    """Make a fact of a node, and say whether it is sound: of one with problems, what could not be read is empty.

    ``base`` is the fact that ``same_claim`` names: what this one does not say, it has from there.
    """
    before = len(problems)
    fields = Fields(node, "a fact", problems, node["id"].place if "id" in node else None, instead="same_claim")
    has_rare = not _lacks(_RARE_FIELDS, fields)
    own, base, answers = not fields.has("same_claim"), base or NOTHING, read_answers(fields)
    fact = Fact(
        id=fields.pattern("id", ID, required=True) or Text(""),
        topics=_topics(fields, required=own) or base.topics,
        claim=fields.text("claim", required=own) or base.claim,
        citations=_citations(fields, required=own) or base.citations,
        certainty=_certainty(fields) or base.certainty,
        voice=fields.text("voice") or base.voice,
        when=fields.date("when") or base.when,
        as_of=fields.date("as_of") or base.as_of,
        sensitive=fields.flag("sensitive") if fields.has("sensitive") else base.sensitive,
        question=fields.text("question", required=fields.has("answer")),
        answers=answers.members,
        answer_is_set=answers.is_set,
        enough=answers.enough,
        answer_type=fields.choice("answer_type", AnswerType) or AnswerType.TEXT,
        quantity=_quantity(fields),
        distractors=read_wrong_texts(fields, "distractors", Distractor),
        false_claims=read_wrong_texts(fields, "false_claims", FalseClaim),
        cloze=fields.text("cloze"),
        label=fields.text("label"),
        explanation=fields.text("explanation"),
        contrast=(has_rare and fields.texts("contrast")) or base.contrast,
        same_claim=fields.text("same_claim"),
        corrections=_corrections(fields) if has_rare else (),
        image=_image(fields) if has_rare else None,
        lang=(fields.pattern("lang", LANGUAGE) if has_rare else None) or base.lang,
        retired=_retirement(fields),
        renamed_from=fields.pattern("renamed_from", ID) if has_rare else None,
        reviewed=_review(fields) if has_rare else None,
        ignore=_ignore(fields) if has_rare else NOTHING.ignore,
    )
    _ask_something(fields)
    fields.taken.add("sensitive")
    fields.close()
    return fact, len(problems) == before and node.complete


def _lacks(names: tuple[str, ...], fields: Fields) -> bool:
    """Take fields that few facts have: whether none of them stands there, so that none need be looked at."""
    fields.taken.update(names)
    return fields.node.keys().isdisjoint(names)


def _ask_something(fields: Fields) -> None:
    if fields.node.keys().isdisjoint(("question", "answer", "cloze")):
        fields.missing("question", "add `question: …` and `answer: …`, or `cloze: …`", "answer", "cloze")


def _quantity(fields: Fields) -> Quantity:
    if _lacks(_QUANTITY_FIELDS, fields):
        return NOTHING.quantity
    parts = {name: fields.text(name) for name in _QUANTITY_FIELDS}
    return Quantity(**parts) if any(parts.values()) else NOTHING.quantity


def _certainty(fields: Fields) -> Certainty | None:
    """Take the certainty; a voice means that something is reported, unless the curator says more."""
    chosen = fields.choice("certainty", Certainty)
    return chosen or (Certainty.REPORTED if fields.has("voice") else None)


def _topics(fields: Fields, *, required: bool) -> tuple[Text, ...]:
    topics = fields.texts("topics", required=required) or ()
    return tuple([topic for topic in topics if fields.matches("a topic", topic, TOPIC)])


def _citations(fields: Fields, *, required: bool) -> tuple[Citation, ...]:
    hint = "write `citations: [{source: …, locator: …}]`"
    items = fields.sequence("citations", required=required, filled=True, hint=hint) or ()
    return tuple(fields.items("citations", items, partial(_citation, fields)))


def _citation(fields: Fields, item: Node) -> Citation | None:
    if not isinstance(item, Mapping):
        hint = f"write `{{source: {item}}}`" if isinstance(item, Text) else ""
        fields.wrong_shape("a citation", item, "a mapping of fields", hint)
        return None
    if texts := only_texts(item, "source", "locator", "quote"):
        return Citation(**texts)
    parts = Fields(item, "a citation", fields.problems)
    source = parts.text("source", required=True)
    locator, quote = parts.text("locator"), parts.text("quote")
    parts.close()
    return None if source is None else Citation(source=source, locator=locator, quote=quote)


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    items = fields.sequence("corrections") or ()
    return tuple(fields.items("corrections", items, partial(_correction, fields)))


def _correction(fields: Fields, item: Node) -> Correction | None:
    if not isinstance(item, Mapping):
        fields.wrong_shape("a correction", item, "a mapping of fields", "write `{on: 2026-11-24, note: …}`")
        return None
    parts = Fields(item, "a correction", fields.problems)
    on, note = parts.date("on", required=True), parts.text("note", required=True)
    parts.close()
    return None if on is None or note is None else Correction(on=on, note=note)


def _image(fields: Fields) -> Image | None:
    node = fields.mapping("image", hint="write `image: {file: …, alt: …, credit: …}`")
    if node is None:
        return None
    parts = Fields(node, "an image", fields.problems)
    file, alt, credit = (parts.text(name, required=True) for name in ("file", "alt", "credit"))
    parts.close()
    return None if file is None or alt is None or credit is None else Image(file=file, alt=alt, credit=credit)


def _review(fields: Fields) -> Review | None:
    node = fields.mapping("reviewed", hint="write `reviewed: {by: …, on: 2026-11-24}`, or let `quizgen review` do it")
    if node is None:
        return None
    parts = Fields(node, "a review", fields.problems)
    by, on, text = parts.text("by", required=True), parts.date("on", required=True), parts.text("text")
    parts.close()
    return None if by is None or on is None else Review(by=by, on=on, text=text)


def _retirement(fields: Fields) -> Retirement | None:
    if _lacks(("status", *_RETIRED_FIELDS), fields):
        return None
    status = fields.choice("status", _Status)
    if status is _Status.RETIRED:
        return Retirement(
            reason=fields.text("reason"),
            replaced_by=fields.text("replaced_by"),
            on=fields.date("retired_on"),
        )
    if status or not fields.has("status"):
        fields.goes_with(_RETIRED_FIELDS, "status", "`status: retired`", "add `status: retired`")
    return None


def _ignore(fields: Fields) -> dict[str, Text]:
    node = fields.mapping("ignore", hint="write `ignore: {CODE: the reason}`")
    if node is None:
        return {}
    parts = Fields(node, "ignore", fields.problems)
    reasons = {name: parts.text(name) for name in node.names() if name}
    return {code: reason for code, reason in reasons.items() if reason is not None}
