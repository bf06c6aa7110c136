"""A document's text to its nodes.

Built straight from libyaml's event stream: no tags are resolved, so scalars stay as they are spelt, and what we
refuse (anchors, aliases, tags, doubled fields, deep nesting) is seen where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from sys import intern
from typing import Any, TypeAlias

import yaml
from yaml import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.text import Text
from quizgen.reading.documents import Document, control_character, control_character_problem
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence, is_reported
from quizgen.reading.syntax import syntax_problem

MAX_DEPTH = 24
"""Deeper nesting is refused: a fact needs six, and libyaml's time is quadratic in flow nesting."""

MOST_PROBLEMS = 1000
"""A document with more of them is not read on."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_Event: TypeAlias = Any
"""An event of PyYAML, whose types let each one lack its marks: no parser leaves them out."""
_Mark: TypeAlias = tuple[int, int, int]
"""The line, the column and the width of a name."""
_NO_MARK: _Mark = (1, 1, 1)


def read_nodes(document: Document) -> tuple[Node | None, tuple[Problem, ...], bool]:
    """Parse a document's text.

    Returns the root node (``None`` where there is none), the problems, and whether the whole document was read: a
    syntax error hides the rest of it. What was being read when the document broke off is marked as incomplete.
    """
    builder = _Builder(document)
    try:
        builder.read(_LOADER(document.text).get_event)
    except yaml.YAMLError as error:
        problem = syntax_problem(document, error, builder.quoted_lately())
        builder.break_off(problem.place.line)
        builder.problems.append(problem)
        return builder.root, tuple(builder.problems), False
    except _Enough:
        builder.break_off(_span(builder.last)[0])
        return builder.root, tuple(builder.problems), False
    return builder.root, tuple(builder.problems), True


class _Enough(Exception):  # noqa: N818 - no error: it leaves the loops, however deep they are
    """The document is not read on after the last event."""


class _Builder:
    """Builds the tree of one document while its events come in.

    Ten thousand facts have half a million events, nearly all of them scalars and half of these the names of fields:
    ``fill_mapping`` and ``fill_sequence`` do themselves what is usual.
    """

    def __init__(self, document: Document) -> None:
        self.path = document.path
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[tuple[Sequence | Mapping, str | None, _Mark]] = []
        """The containers that are being filled, outermost first, each with its name in the mapping round it."""
        self.last: _Event = None
        """The last event that was taken."""
        self.last_name: _Event = None
        """The last one of them that was the name of a field."""
        self.closed: Sequence | Mapping | None = None
        """The container that ended last."""

    def read(self, next_event: Callable[[], _Event]) -> None:
        """Take all events of a document."""
        self.next_event = next_event
        while not isinstance(self.last, StreamEndEvent):
            self.last = event = next_event()
            if isinstance(event, NodeEvent):
                self.root = self.node(event)
            elif isinstance(event, DocumentStartEvent) and self.root is not None:
                self.complain("QZ013", "a second document begins here", event, "delete the line `---`")
                raise _Enough

    def node(self, event: _Event, name: str | None = None, mark: _Mark = _NO_MARK) -> Node:
        """Take all events of a node; in a mapping, with the name that it will have there."""
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        if isinstance(event, AliasEvent):
            self.complain("QZ011", f"the alias `*{event.anchor}` is not supported", event, "write the value out again")
            return Empty(self.place(event), reported=True)
        if event.anchor or event.tag:
            self.refuse_marks(event)
        line, column, _ = _span(event)
        node_class = Mapping if isinstance(event, MappingStartEvent) else Sequence
        node = node_class(self.path, line, column, is_flow=event.flow_style is True)
        self.open.append((node, name, mark))
        self.fill(node)
        self.open.pop()
        self.closed = node
        # `{{c1::…}}` without quotes is a mapping with a mapping for a name: nothing of it was meant
        misread = node.is_flow and isinstance(node, Mapping) and "" in node
        return Empty(node.place, reported=True) if misread else node

    def fill(self, node: Sequence | Mapping) -> None:
        if len(self.open) > MAX_DEPTH:
            hint = "a fact needs six levels: look for brackets or indentation that went wrong"
            self.complain("QZ012", f"nested more than {MAX_DEPTH} levels deep", self.last, hint)
            raise _Enough
        if isinstance(node, Mapping):
            self.fill_mapping(node)
        else:
            self.fill_sequence(node)

    def fill_sequence(self, items: Sequence) -> None:
        while True:
            self.last = event = self.next_event()
            if type(event) is SequenceEndEvent:
                return
            items.append(self.scalar(event) if type(event) is ScalarEvent else self.node(event))

    def fill_mapping(self, fields: Mapping) -> None:
        next_event = self.next_event
        while True:
            self.last = event = next_event()
            if type(event) is ScalarEvent and event.value and not (event.style == '"' or event.anchor or event.tag):
                name = intern(event.value)
                start, end = event.start_mark, event.end_mark
                mark = start.line + 1, start.column + 1, end.column - start.column if end.line == start.line else 1
            elif type(event) is MappingEndEvent:
                return
            else:
                name, mark = self.rare_name(fields, self.node(event))
            self.last_name = self.last
            if is_second := name in fields:
                self.doubled(fields, name, mark)
            self.last = event = next_event()
            value = self.scalar(event) if type(event) is ScalarEvent else self.node(event, name, mark)
            if is_second or name == "<<":
                self.rare_value(fields, name, mark, value)
            else:
                fields[name] = value
                fields.marks += mark

    def rare_name(self, fields: Mapping, node: Node) -> tuple[str, _Mark]:
        """Make a name of a node; an empty one where it cannot be one."""
        if isinstance(node, Text) and node:
            return intern(str(node)), (node.line, node.column, node.width)
        fields.complete = False
        if not is_reported(node):
            self.report(_nameless(node))
        return "", _NO_MARK

    def scalar(self, event: _Event) -> Text | Empty:
        value: str = event.value
        if event.style == '"' or not value or event.anchor or event.tag:
            return self.rare_scalar(event)
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Text(value, self.path, start.line + 1, start.column + 1, width)

    def rare_scalar(self, event: _Event) -> Text | Empty:
        """Take a scalar that may be refused, or be no text."""
        value, place = event.value, self.place(event)
        is_marked = self.refuse_marks(event)
        if not value and (event.implicit[0] or is_marked):
            return Empty(place, reported=is_marked)
        if event.style == '"' and (character := control_character(value)):
            self.report(control_character_problem(character, place))
            return Empty(place, reported=True)
        return Text(value, *place)

    def doubled(self, fields: Mapping, name: str, mark: _Mark) -> None:
        if name:
            self.report(_doubled(Text(name, self.path, *mark), fields.name_of(name)))

    def rare_value(self, fields: Mapping, name: str, mark: _Mark, value: Node) -> None:
        """Give a field its value: of doubled ones the first counts, but two lists of facts are read as one."""
        first = fields.setdefault(name, value)
        if first is value:
            fields.marks += mark
        elif len(self.open) == 1 and isinstance(first, Sequence) and isinstance(value, Sequence):
            first.extend(value)
        if name == "<<" and is_reported(value):
            fields.complete = False

    def place(self, event: _Event) -> Place:
        return Place(self.path, *_span(event))

    def complain(self, code: str, message: str, event: _Event, hint: str = "") -> None:
        self.report(Problem(code=code, message=message, place=self.place(event), hint=hint))

    def report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Enough

    def refuse_marks(self, event: _Event) -> bool:
        if event.anchor is not None:
            self.complain("QZ011", f"the anchor `&{event.anchor}` is not supported", event, "delete it")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.complain("QZ011", f"the tag `{tag}` is not supported", event, "delete it")
        return event.anchor is not None or event.tag is not None

    def quoted_lately(self) -> Place | None:
        """Return where the last value begins if it is a quoted one of several lines: its quotes may be misplaced."""
        last = self.last
        if not isinstance(last, ScalarEvent) or last.style not in {'"', "'"}:
            return None
        return self.place(last) if _last_line(last) > _span(last)[0] else None

    def break_off(self, line: int) -> None:
        """Keep what was complete when the document broke off at a line, and mark what was not.

        What ended on that line is not trusted: the mistake may be in it, and so may be what was found wrong with a
        field's name there. Neither is a flow list or mapping that is still open, for what follows the mistake was
        read as a part of it.
        """
        ended_here = self.last is not None and _last_line(self.last) >= line
        self.problems = [one for one in self.problems if one.code != "QZ015" or one.place.line < line]
        if ended_here:
            self.drop_last()
        for node in (*(node for node, _, _ in self.open), self.root, *(self.closed_lately() if ended_here else ())):
            if isinstance(node, (Mapping, Sequence)):
                node.complete = False
        while self.open:
            node, name, mark = self.open.pop()
            if not node.is_flow:
                self.put(node, name, mark)

    def drop_last(self) -> None:
        """Take the last value away again, unless it is a block."""
        container = self.open[-1][0] if self.open else None
        if isinstance(container, Sequence) and container and _is_inline(container[-1]):
            container.pop()
        elif isinstance(container, Mapping) and container and self.last is not self.last_name:
            name, node = container.popitem()
            if _is_inline(node):
                del container.marks[-3:]
            else:
                container[name] = node

    def closed_lately(self) -> Iterator[Node]:
        """Yield the containers that the last events ended, with nothing after them."""
        node: Node | None = self.closed if isinstance(self.last, CollectionEndEvent) else None
        while isinstance(node, (Sequence, Mapping)):
            yield node
            node = next(reversed(node.values() if isinstance(node, Mapping) else node), None)

    def put(self, node: Sequence | Mapping, name: str | None, mark: _Mark) -> None:
        """Put a block that was still open where it belongs."""
        container = self.open[-1][0] if self.open else None
        if container is None:
            self.root = node
        elif isinstance(container, Sequence):
            container.append(node)
        elif name is not None:
            self.rare_value(container, name, mark, node)
        else:
            self.problems.append(_nameless(node))


def _nameless(node: Node) -> Problem:
    hint = 'if it is no field but text, put the whole text in quotes: `"…"`'
    return Problem(code="QZ015", message="a field's name must be plain text", place=node.place, hint=hint)


def _doubled(name: Text, first: Text) -> Problem:
    return Problem(
        code="QZ014",
        message=f"the field `{name}` stands twice",
        place=name.place,
        labels=(Label(first.place, "first here"),),
        hint="delete one of the two, or join them",
    )


def _is_inline(node: Node) -> bool:
    return isinstance(node, (Text, Empty)) or node.is_flow


def _last_line(event: _Event) -> int:
    return int(event.end_mark.line) + 1


def _span(event: _Event) -> _Mark:
    """Return the line, the column and the width of an event, from 1; the width is 1 where it spans lines."""
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return start.line + 1, start.column + 1, width or 1
