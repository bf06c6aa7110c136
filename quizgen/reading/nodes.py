"""Nodes: a document's text, lists and mappings, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from quizgen.diagnostics.problem import Place
from quizgen.model.fact import Fact
from quizgen.model.text import Text


class Sequence(list["Node"]):
    """A YAML list."""

    __slots__ = ("column", "complete", "document", "is_flow", "line")

    document: str
    line: int
    column: int
    is_flow: bool
    """``[a, b]`` is a flow list."""
    complete: bool
    """False where the document broke off inside it."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.document, self.line, self.column)


class Mapping(dict[str, "Node"]):
    """A YAML mapping. Its keys are the fields' names as written; ``names`` gives them with their places."""

    __slots__ = ("column", "complete", "document", "fact", "is_flow", "line", "marks")

    document: str
    line: int
    column: int
    is_flow: bool
    """``{a: b}`` is a flow mapping."""
    complete: bool
    """False where the document broke off inside it, or where other fields were to be merged in."""
    marks: list[int]
    """The mark of each name in turn, see ``Mark``: names as ``Text`` would take half of all memory."""
    fact: Fact | None
    """What it was made into, if it was read as soon as it was complete: its fields are gone then."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.document, self.line, self.column)

    def become(self, fact: Fact) -> None:
        """Keep the fact in place of the fields: the mappings of all facts would take as much memory again."""
        self.fact = fact
        self.clear()
        self.marks = []

    def names(self) -> Iterator[Text]:
        """Yield the fields' names with their places."""
        marks = iter(self.marks)
        named = zip(self, marks, marks, marks, strict=True)
        return (Text(name, self.document, self.line + line, column, width) for name, line, column, width in named)

    def name_of(self, field: str) -> Text:
        """Return a field's name with its place."""
        return next(name for name in self.names() if name == field)


class Empty:
    """A value that was left out: ``answer:`` and nothing after it."""

    __slots__ = ("hint", "place", "reported")

    def __init__(self, place: Place, *, reported: bool = False, hint: str = "") -> None:
        """Note where a value is missing, whether a problem says so already, and what may have been meant."""
        self.place = place
        self.reported = reported
        self.hint = hint


Node: TypeAlias = "Text | Sequence | Mapping | Empty"


def is_reported(node: Node | None) -> bool:
    """Whether a problem has been found already with what stands in this place."""
    return isinstance(node, Empty) and node.reported


def hint_of(node: Node) -> str:
    """Return what may have been meant in place of a value that was left out."""
    return node.hint if isinstance(node, Empty) else ""
