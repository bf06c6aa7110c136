"""Where in a document the review of a fact stands, or is to stand: everything else keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from quizgen.diagnostics.excerpt import LINE_BREAK
from quizgen.model.review import Gap
from quizgen.reading.documents import Document
from quizgen.reading.nodes import Mapping, Sequence
from quizgen.reading.parse import LOADER, read_nodes

_KEPT = re.compile(r"[|>][0-9]?\+")
"""The beginning of a block of text to which the blank lines below it belong."""
_FIELD = "reviewed"


def find_review_gaps(document: Document, ids: Collection[str], names: Iterable[str]) -> dict[str, dict[str, Gap]]:
    """Return by the ids of facts: the gaps for the fields of its review, by name; or one for ``reviewed`` itself.

    The document has been read without a syntax error, and holds the facts.
    """
    named = ((str(_value(fact, "id")), fact) for fact in _facts(document.text))
    return {id_: _review_gaps(document.text, fact, names) for id_, fact in named if id_ in ids}


def says_the_same(old: Document, new: Document) -> bool:
    """Whether two texts of a document differ in nothing but the reviews of facts."""
    return _without_reviews(old) == _without_reviews(new)


def _review_gaps(text: str, fact: MappingNode, names: Iterable[str]) -> dict[str, Gap]:
    review = _field(fact, _FIELD)
    if isinstance(review, MappingNode):
        return {name: _gap(text, review, name) for name in names}
    return {_FIELD: _gap(text, fact, _FIELD)}


def _facts(text: str) -> Iterator[MappingNode]:
    root: Any = yaml.compose(text, Loader=LOADER)
    for name, value in root.value:
        if name.value == "facts" and isinstance(value, SequenceNode):
            yield from (node for node in value.value if isinstance(node, MappingNode))


def _value(node: MappingNode, name: str) -> str | None:
    field = _field(node, name)
    return field.value if isinstance(field, ScalarNode) else None


def _field(node: MappingNode, name: str) -> yaml.Node | None:
    return next((value for other, value in node.value if other.value == name), None)


def _gap(text: str, node: MappingNode, name: str) -> Gap:
    """Return the gap of a field's value, or that after the last field, where a new one goes."""
    is_json = node.value[-1][0].style == '"'
    in_flow = bool(node.flow_style) or name == _FIELD
    value = _field(node, name)
    if value is not None:
        return Gap(start=value.start_mark.index, end=_end(text, value), in_flow=in_flow, is_json=is_json)
    written = f'"{name}": ' if is_json else f"{name}: "
    at = _end(text, node.value[-1][1])
    if node.flow_style:
        return Gap(start=at, end=at, before=f", {written}", is_json=is_json)
    line_break = match[0] if (match := LINE_BREAK.search(text)) else "\n"
    indent = " " * node.start_mark.column
    if at and text[at - 1] in "\r\n":  # below a block of text that keeps its blank lines
        return Gap(start=at, end=at, before=indent + written, after=line_break, in_flow=in_flow, is_json=is_json)
    at = match.start() if (match := LINE_BREAK.search(text, at)) else len(text)
    return Gap(start=at, end=at, before=line_break + indent + written, in_flow=in_flow, is_json=is_json)


def _end(text: str, node: Any) -> int:  # noqa: ANN401 - any of PyYAML's nodes, whose types are loose
    """Return where the text of a node ends; libyaml lets blocks end where the next thing begins."""
    end: int = node.end_mark.index
    if isinstance(node, ScalarNode):
        is_block = node.style in {"|", ">"} and not _KEPT.match(text, node.start_mark.index)
        return len(text[:end].rstrip()) if is_block else end
    if node.flow_style or not node.value:
        return end
    last = node.value[-1]
    return _end(text, last[1] if isinstance(node, MappingNode) else last)


def _without_reviews(document: Document) -> object:
    root, _, _ = read_nodes(document)
    plain = _plain(root)
    for fact in plain.get("facts", ()) if isinstance(plain, dict) else ():
        if isinstance(fact, dict):
            fact.pop(_FIELD, None)
    return plain


def _plain(node: object) -> Any:  # noqa: ANN401 - whatever stands in the document
    if isinstance(node, Mapping):
        return {name: _plain(value) for name, value in node.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node]
    return node.rstrip("\n") if isinstance(node, str) else None
