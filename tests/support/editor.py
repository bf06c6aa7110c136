"""A document as an editor sees it: YAML 1.2's core schema, then a JSON Schema."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import yaml
from jsonschema import Draft202012Validator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = re.compile(r"|~|null|Null|NULL")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def schema(name: str) -> dict[str, Any]:
    """Return a schema: `fact`, `deck` or `project`."""
    loaded: dict[str, Any] = json.loads((files("quizgen") / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def schema_of(path: str) -> dict[str, Any] | None:
    """Return the schema of a file of a project, by its path."""
    name = {"data": "fact", "decks": "deck", "quizgen.yaml": "project"}.get(path.partition("/")[0])
    return schema(name) if name and path.endswith((".yaml", ".yml")) else None


def complaints(path: str, text: str) -> list[tuple[tuple[str | int, ...], str]]:
    """Return what an editor underlines in a document: where, as a path of names and positions, and why."""
    shape = schema_of(path)
    assert shape is not None
    errors = Draft202012Validator(shape).iter_errors(as_json(text))
    return [(tuple(error.absolute_path), error.message) for error in errors]


def as_json(text: str) -> Any:  # noqa: ANN401 - whatever stands in the document
    """Read a document as YAML 1.2 does: numbers, `true`, `false` and `null` are no texts."""
    node = yaml.compose(text, Loader=_LOADER)
    return None if node is None else _value(node)


def _value(node: yaml.Node) -> Any:  # noqa: ANN401 - as above
    if isinstance(node, yaml.MappingNode):
        return {str(name.value): _value(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    is_plain = isinstance(node, yaml.ScalarNode) and not node.style
    return _scalar(node.value) if is_plain else node.value


def _scalar(text: str) -> Any:  # noqa: ANN401 - as above
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
