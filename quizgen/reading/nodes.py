"""Nodes: a document's text, lists and mappings, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from quizgen.diagnostics.problem import Place
from quizgen.model.text import Text


class Sequence(list["Node"]):
    """A YAML list. Its place is that of its beginning."""

    __slots__ = ("complete", "is_flow", "place")

    def __init__(self, place: Place, *, is_flow: bool = False) -> None:
        """Begin an empty list; ``[a, b]`` is a flow list."""
        super().__init__()
        self.place = place
        self.is_flow = is_flow
        self.complete = True
        """False where the document broke off inside it."""


class Mapping(dict[str, "Node"]):
    """A YAML mapping. Its keys are the fields' names as written; ``names`` gives them with their places."""

    __slots__ = ("complete", "is_flow", "place")

    def __init__(self, place: Place, *, is_flow: bool = False) -> None:
        """Begin an empty mapping; ``{a: b}`` is a flow mapping."""
        super().__init__()
        self.place = place
        self.is_flow = is_flow
        self.complete = True
        """False where the document broke off inside it, or where other fields were to be merged in."""

    def names(self) -> Iterator[Text]:
        """Yield the fields' names with their places."""
        return (name for name in self if isinstance(name, Text))

    def name_of(self, field: str) -> Text:
        """Return a field's name with its place."""
        return next(name for name in self.names() if name == field)


class Empty:
    """A value that was left out: ``answer:`` and nothing after it."""

    __slots__ = ("place", "reported")

    def __init__(self, place: Place, *, reported: bool = False) -> None:
        """Note where a value is missing, and whether a problem says so already."""
        self.place = place
        self.reported = reported


Node: TypeAlias = "Text | Sequence | Mapping | Empty"


def is_reported(node: Node | None) -> bool:
    """Whether a problem has been found already with what stands in this place."""
    return isinstance(node, Empty) and node.reported
