"""The events of a document to its nodes.

Built straight from libyaml's event stream: no tags are resolved, so scalars stay as they are spelt, and what we
refuse (anchors, aliases, tags, doubled fields, deep nesting) is seen where it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import TypeAlias

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.text import Text
from quizgen.reading.documents import Document, control_character, control_character_problem
from quizgen.reading.events import Event, span
from quizgen.reading.hidden import hidden_by_escapes
from quizgen.reading.limits import DEPTH_OF_LISTS, MOST_ITEMS, check_length
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence, is_reported
from quizgen.reading.shapes import doubled, nameless

MAX_DEPTH = 24
"""Deeper nesting is refused: a fact needs six, and libyaml's time is quadratic in flow nesting."""

_READ_AT_ONCE = 256
"""Items of a list of facts: reading one by one, in turns with building, takes a tenth longer."""

MOST_PROBLEMS = 1000
"""A document with more of them is not read on."""

Mark: TypeAlias = tuple[int, int, int]
"""The line of a name, counted from that of its mapping, its column and its width: small numbers take no memory."""
NO_MARK: Mark = (0, 1, 1)
Readers: TypeAlias = "dict[str, Callable[[Node], None]]"
"""What reads the items of a document's lists, by the field in which a list stands."""
NO_READERS: Readers = {}
new_text = str.__new__


class Enough(Exception):  # noqa: N818 - no error: it leaves the loops, however deep they are
    """The document is not read on after the last event."""


class Builder:
    """Builds the tree of one document while its events come in.

    Ten thousand facts have half a million events, nearly all of them scalars and half of these the names of fields:
    ``fill_mapping`` and ``fill_sequence`` do themselves what is usual, and marks are taken apart on the spot.
    """

    def __init__(self, document: Document, readers: Readers = NO_READERS) -> None:
        """Begin a document; the readers are for ``fill_entries``."""
        self.readers = readers
        self.path = document.path
        self.text = document.text
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[tuple[Sequence | Mapping, str | None, Mark]] = []
        """The containers that are being filled, outermost first, each with its name in the mapping round it."""
        self.last: Event = None
        """The last event that was taken."""
        self.last_name: Event = None
        """The last one of them that was the name of a field."""
        self.closed: Sequence | Mapping | None = None
        """The container that ended last."""
        self.run_together: Mapping | None = None
        """The last mapping with two ids: a `-` is missing, and what else stands twice there follows from that."""

    def read(self, next_event: Callable[[], Event]) -> None:
        """Take all events of a document."""
        self.next_event = next_event
        while not isinstance(self.last, StreamEndEvent):
            self.last = event = next_event()
            if isinstance(event, NodeEvent):
                self.root = self.node(event)
            elif isinstance(event, DocumentStartEvent) and self.root is not None:
                self.complain("QZ013", "a second document begins here", event, "delete the line `---`")
                raise Enough

    def node(self, event: Event, name: str | None = None, mark: Mark = NO_MARK) -> Node:
        """Take all events of a node; in a mapping, with the name that it will have there."""
        if isinstance(event, ScalarEvent):
            return self.scalar(event)
        if isinstance(event, AliasEvent):
            self.complain("QZ011", f"the alias `*{event.anchor}` is not supported", event, "write the value out again")
            return Empty(self.place(event), reported=True)
        if event.anchor or event.tag:
            self.refuse_marks(event)
        start, node_class = event.start_mark, Mapping if type(event) is MappingStartEvent else Sequence
        node = node_class(self.path, start.line + 1, start.column + 1, is_flow=event.flow_style is True)
        self.open.append((node, name, mark))
        self.fill(node)
        self.open.pop()
        self.closed = node
        # `{{c1::…}}` without quotes is a mapping with a mapping for a name: nothing of it was meant
        misread = node.is_flow and isinstance(node, Mapping) and "" in node
        return Empty(node.place, reported=True) if misread else node

    def fill(self, node: Sequence | Mapping) -> None:
        """Take all events of a list's items or a mapping's fields."""
        if len(self.open) > MAX_DEPTH:
            hint = "a fact needs six levels: look for brackets or indentation that went wrong"
            self.complain("QZ012", f"nested more than {MAX_DEPTH} levels deep", self.last, hint)
            raise Enough
        if isinstance(node, Mapping):
            self.fill_mapping(node)
        elif len(self.open) == DEPTH_OF_LISTS and (reader := self.readers.get(self.open[-1][1] or "")):
            self.fill_entries(node, reader)
        else:
            self.fill_sequence(node)
        if len(node) > MOST_ITEMS and (problem := check_length(node, len(self.open))):
            self.report(problem)
            raise Enough

    def fill_sequence(self, items: Sequence) -> None:
        """Take the events of a list, up to its end."""
        while True:
            self.last = event = self.next_event()
            if type(event) is SequenceEndEvent:
                return
            items.append(self.scalar(event) if type(event) is ScalarEvent else self.node(event))

    def fill_entries(self, items: Sequence, read: Callable[[Node], None]) -> None:
        """Take the events of a list, and read its items as soon as there are enough.

        The last one waits: where the document breaks off, what ended just before is not trusted.
        """
        while True:
            self.last = event = self.next_event()
            if type(event) is SequenceEndEvent:
                return
            items.append(self.node(event))
            if len(items) % _READ_AT_ONCE == 0:
                for item in items[-_READ_AT_ONCE - 1 : -1]:
                    read(item)

    def fill_mapping(self, fields: Mapping) -> None:
        """Take the events of a mapping, up to its end."""
        next_event, marks, before = self.next_event, fields.marks, fields.line - 1
        while True:
            self.last = event = next_event()
            is_word = type(event) is ScalarEvent and event.value.isidentifier()
            if is_word and not (event.style or event.anchor or event.tag):
                name, start = intern(event.value), event.start_mark
                mark = start.line - before, start.column + 1, len(name)
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
                marks += mark

    def rare_name(self, fields: Mapping, node: Node) -> tuple[str, Mark]:
        """Make a name of a node; an empty one where it cannot be one."""
        if isinstance(node, Text) and node:
            return intern(str(node)), (node.line - fields.line, node.column, node.width)
        fields.complete = False
        if not is_reported(node):
            self.report(nameless(node))
        return "", NO_MARK

    def scalar(self, event: Event) -> Text | Empty:
        """Make a text of a scalar."""
        value: str = event.value
        if event.style == '"' or not value or event.anchor or event.tag:
            return self.rare_scalar(event)
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        text = new_text(Text, value)  # what `Text(…)` does, in two thirds of its time
        text.document = self.path
        text.line = line + 1
        text.column = column + 1
        text.width = end.column - column if end.line == line else 1
        return text

    def rare_scalar(self, event: Event) -> Text | Empty:
        """Take a scalar that may have been left out, or is refused."""
        value, place = event.value, self.place(event)
        is_marked = self.refuse_marks(event)
        if not value and (event.implicit[0] or is_marked):
            return Empty(place, reported=is_marked)
        if event.style == '"' and (character := control_character(value)):
            self.report(control_character_problem(character, place))
            return Empty(place, reported=True)
        if event.style == '"' and not value.isascii():
            for problem in hidden_by_escapes(value, self.text[event.start_mark.index : event.end_mark.index], place):
                self.report(problem)
        return Text(value, *place)

    def doubled(self, fields: Mapping, name: str, mark: Mark) -> None:
        """Report a field that stands twice."""
        line, column, width = mark
        if name and self.run_together is not fields:
            self.report(doubled(Text(name, self.path, fields.line + line, column, width), fields.name_of(name)))
        if name == "id":
            self.run_together = fields

    def rare_value(self, fields: Mapping, name: str, mark: Mark, value: Node) -> None:
        """Give a field its value: of doubled ones the first counts, but two lists of facts are read as one."""
        first = fields.setdefault(name, value)
        if first is value:
            fields.marks += mark
        elif len(self.open) == 1 and isinstance(first, Sequence) and isinstance(value, Sequence):
            first.extend(value)
        if name == "<<" and is_reported(value):
            fields.complete = False

    def place(self, event: Event) -> Place:
        """Return where an event stands."""
        return Place(self.path, *span(event))

    def complain(self, code: str, message: str, event: Event, hint: str = "") -> None:
        """Report a problem at an event."""
        self.report(Problem(code=code, message=message, place=self.place(event), hint=hint))

    def report(self, problem: Problem) -> None:
        """Keep a problem; with too many of them the document is not read on."""
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise Enough

    def refuse_marks(self, event: Event) -> bool:
        """Report an anchor and a tag, and say whether there was one."""
        if event.anchor is not None:
            self.complain("QZ011", f"the anchor `&{event.anchor}` is not supported", event, "delete it")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.complain("QZ011", f"the tag `{tag}` is not supported", event, "delete it")
        return event.anchor is not None or event.tag is not None
