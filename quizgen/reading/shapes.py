"""The shapes of nodes in words, and what was meant where YAML reads another shape than the curator wrote."""

from __future__ import annotations

import re
from itertools import pairwise, starmap

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence
from quizgen.reading.syntax import quoted

_SHAPES = {Text: "text", Sequence: "a list", Mapping: "a mapping of fields", Empty: "nothing"}
_SKELETONS = {"citations": "[{source: …, locator: …}]", "topics": "[…]"}


def skeleton(name: str) -> str:
    """Return what a field's value looks like, with `…` where the curator's words go."""
    return _SKELETONS.get(name, "…")


def shape_of(node: Node) -> str:
    """Name the shape of a node, as in "a list"."""
    return _SHAPES[type(node)]


def nameless(node: Node) -> Problem:
    """Say that a field's name is none."""
    hint = 'if it is no field but text, put the whole text in quotes: `"…"`'
    return Problem(code="QZ015", message="a field's name must be plain text", place=node.place, hint=hint)


def doubled(name: Text, first: Text) -> Problem:
    """Say that a field stands twice; of ids that is two entries in one."""
    return Problem(
        code="QZ014",
        message=f"the field `{name}` stands twice",
        place=name.place,
        labels=(Label(first.place, "first here"),),
        hint="if a new one begins here, write `- id: …`; else delete one of the two"
        if name == "id"
        else "delete one of the two, or join them",
    )


def only_texts(node: Mapping, required: str, *others: str) -> dict[str, Text] | None:
    """Return the fields of a mapping that has nothing but texts in them, and the required one: nearly all have."""
    texts = {}
    for name, value in node.items():
        if type(value) is not Text or not value or value.isspace() or (name != required and name not in others):
            return None
        texts[name] = value
    return texts if required in texts else None


def as_text_hint(node: Node) -> str:
    """Say how to write a list or a mapping that was meant as text: ``[On rivers]``, or ``The law: a summary``."""
    if isinstance(node, Sequence) and node.is_flow and all(isinstance(item, Text) for item in node):
        bare = f"write `{node[0]}` without the brackets, or " if len(node) == 1 else ""
        return f"{bare}put it in quotes: `{quoted('[' + ', '.join(str(item) for item in node) + ']')}`"
    if isinstance(node, Mapping) and len(node) == 1:
        ((name, value),) = node.items()
        text = f"{name}: {value}" if isinstance(value, Text) else str(name)
        return f"put it in quotes: `{quoted('{' + text + '}' if node.is_flow else text)}`"
    return "write one text, in quotes if it holds brackets or a colon"


def split_numbers(items: Sequence) -> list[str] | None:
    """Put the numbers of ``[2,000, 5,000]`` or ``[1,5, 2,5]`` together again; ``None`` where a list has none such."""
    if not items.is_flow or not any(isinstance(item, Text) and item[:1].isdigit() for item in items):
        return None
    pairs = list(pairwise(items))
    glued = list(starmap(_are_glued, pairs))
    is_spaced = not all(glued)
    if not any(glued) or not any(_are_one_number(left, right, is_spaced=is_spaced) for left, right in pairs):
        return None
    parts: list[str] = []
    for left, item in zip([None, *items], items, strict=False):
        text = str(item) if isinstance(item, Text) else "…"
        if left is not None and _are_one_number(left, item, is_spaced=is_spaced):
            parts[-1] += f",{text}"
        else:
            parts.append(text)
    return parts


def split_numbers_problem(items: Sequence, parts: list[str]) -> Problem:
    """Say that a list was read as more items than were meant, ``parts``, and how to write it."""
    listed = ", ".join(f'"{part}"' if "," in part else part for part in parts)
    return Problem(
        code="QZ024",
        message=f"a comma parts items, so this list has {len(items)} of them, not {len(parts)}",
        place=items.place,
        note="if they are numbers of their own, write a space after each comma",
        hint=f"write `[{listed}]`",
    )


def _are_one_number(left: Node, right: Node, *, is_spaced: bool) -> bool:
    """Whether two items of a flow list were one number, with a comma for thousands or for decimals.

    Decimals are only seen where other commas of the list have a space: ``[1,3,12]`` are three numbers.
    """
    rest = r"\d{1,3}(\D.*)?" if is_spaced else r"\d{3}(\D.*)?"
    return (
        isinstance(left, Text)
        and isinstance(right, Text)
        and _are_glued(left, right)
        and re.fullmatch(r"(.*\D)?\d{1,3}", left, re.ASCII | re.DOTALL) is not None
        and re.fullmatch(rest, right, re.ASCII | re.DOTALL) is not None
    )


def _are_glued(left: Node, right: Node) -> bool:
    """Whether there is a comma between two plain items, and no space."""
    return (
        isinstance(left, Text)
        and isinstance(right, Text)
        and left.column + left.width + 1 == right.column
        and left.line == right.line
        and left.width == len(left)  # plain, not quoted
    )
