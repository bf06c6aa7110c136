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

from quizgen.model.text import Text
from quizgen.reading.comments import in_place_of_value
from quizgen.reading.documents import Document, control_character_problem, control_characters
from quizgen.reading.events import Event
from quizgen.reading.limits import DEPTH_OF_LISTS, MOST_ITEMS, check_length
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence, is_reported
from quizgen.reading.refusals import Enough, Refusals
from quizgen.reading.shapes import nameless

MAX_DEPTH = 24
"""Deeper nesting is refused: a fact needs six, and libyaml's time is quadratic in flow nesting."""
_WHY_SO_DEEP = "a fact needs six levels: look for brackets or indentation that went wrong"

_READ_AT_ONCE = 256
"""Items of a list of facts: reading one by one, in turns with building, takes a tenth longer."""

Mark: TypeAlias = tuple[int, int, int]
"""The line of a name, counted from that of its mapping, its column and its width: small numbers take no memory."""
NO_MARK: Mark = (0, 1, 1)
Readers: TypeAlias = "dict[str, Callable[[Node], None]]"
"""What reads the items of a document's lists, by the field in which a list stands."""
NO_READERS: Readers = {}
new_text = str.__new__


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
        self.refusals = Refusals(document)
        self.root: Node | None = None
        self.open: list[tuple[Sequence | Mapping, str | None, Mark]] = []
        """The containers that are being filled, outermost first, each with its name in the mapping round it."""
        self.last: Event = None
        """The last event that was taken."""
        self.last_name: Event = None
        """The last one of them that was the name of a field."""
        self.closed: Sequence | Mapping | None = None
        """The container that ended last."""
        self.names: dict[str, str] = {}
        """The words that are names of fields so far, each once."""

    def read(self, next_event: Callable[[], Event]) -> None:
        """Take all events of a document."""
        self.next_event = next_event
        while not isinstance(self.last, StreamEndEvent):
            self.last = event = next_event()
            if isinstance(event, NodeEvent):
                self.root = self.node(event)
            elif isinstance(event, DocumentStartEvent) and self.root is not None:
                self.refusals.complain("QZ013", "a second document begins here", event, "delete the line `---`")
                raise Enough

    def node(self, event: Event, name: str | None = None, mark: Mark = NO_MARK) -> Node:
        """Take all events of a node; in a mapping, with the name that it will have there."""
        if type(event) is ScalarEvent:
            return self.scalar(event)
        if type(event) is AliasEvent:
            message = f"the alias `*{event.anchor}` is not supported"
            self.refusals.complain("QZ011", message, event, "write the value out again")
            return Empty(self.refusals.place(event), reported=True)
        if event.anchor or event.tag:
            self.refusals.marks(event)
        start, is_mapping = event.start_mark, type(event) is MappingStartEvent
        node = Mapping() if is_mapping else Sequence()
        node.document = self.path
        node.line = start.line + 1
        node.column = start.column + 1
        node.is_flow = event.flow_style is True
        node.complete = True
        self.open.append((node, name, mark))
        if len(self.open) > MAX_DEPTH:
            self.refusals.complain("QZ012", f"nested more than {MAX_DEPTH} levels deep", event, _WHY_SO_DEEP)
            raise Enough
        if isinstance(node, Mapping):
            node.marks, node.fact = [], None
            self.fill_mapping(node)
        elif len(self.open) == DEPTH_OF_LISTS and (reader := self.readers.get(self.open[-1][1] or "")):
            self.fill_entries(node, reader)
        else:
            self.fill_sequence(node)
        if len(node) > MOST_ITEMS and (problem := check_length(node, len(self.open))):
            self.refusals.report(problem)
            raise Enough
        self.open.pop()
        self.closed = node
        # `{{c1::…}}` without quotes is a mapping with a mapping for a name: nothing of it was meant
        misread = is_mapping and node.is_flow and "" in node
        return Empty(node.place, reported=True) if misread else node

    def fill_sequence(self, items: Sequence) -> None:
        """Take the events of a list, up to its end."""
        next_event, scalar, append = self.next_event, self.scalar, items.append
        while True:
            self.last = event = next_event()
            if type(event) is ScalarEvent:
                append(scalar(event))
            elif type(event) is SequenceEndEvent:
                return
            else:
                append(self.node(event))

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
        next_event, marks, before, names, path = self.next_event, fields.marks, fields.line - 1, self.names, self.path
        while True:
            self.last = event = next_event()
            is_scalar = type(event) is ScalarEvent
            if is_scalar and event.value in names and not (event.style or event.anchor or event.tag):
                name, start = names[event.value], event.start_mark
                mark = start.line - before, start.column + 1, len(name)
            elif type(event) is MappingEndEvent:
                return
            else:
                name, mark = self.rare_name(fields, event)
            self.last_name = self.last
            if is_second := name in fields:
                self.refusals.second(fields, Text(name, path, fields.line + mark[0], *mark[1:]))
            self.last = event = next_event()
            is_plain = type(event) is ScalarEvent and event.value and not (event.style or event.anchor or event.tag)
            if is_plain:
                start, end = event.start_mark, event.end_mark
                line, column = start.line, start.column
                text = new_text(Text, event.value)  # what `scalar` does, without a call
                text.document = path
                text.line = line + 1
                text.column = column + 1
                text.width = end.column - column if end.line == line else 1
                value: Node = text
            else:
                value = self.node(event, name, mark)
            if is_second or name == "<<":
                self.rare_value(fields, name, mark, value)
            else:
                fields[name] = value
                marks += mark

    def rare_name(self, fields: Mapping, event: Event) -> tuple[str, Mark]:
        """Make a name of a node, and know it from now on if it is a word; an empty one where it cannot be one."""
        node = self.node(event)
        if isinstance(node, Text) and node:
            name = intern(str(node))
            if name.isidentifier():
                self.names[name] = name
            return name, (node.line - fields.line, node.column, node.width)
        fields.complete = False
        if not is_reported(node):
            self.refusals.report(nameless(node))
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
        value, place = event.value, self.refusals.place(event)
        is_marked = self.refusals.marks(event)
        if not value and (event.implicit[0] or is_marked):
            return Empty(place, reported=is_marked, hint=in_place_of_value(self.text, event))
        if event.style == '"' and (characters := control_characters(value)):
            for character in characters:
                self.refusals.report(control_character_problem(character, place))
            return Empty(place, reported=True)
        if event.style == '"' and not value.isascii():
            from quizgen.reading.hidden import hidden_by_escapes  # noqa: PLC0415 - see ``Folder.document``

            for problem in hidden_by_escapes(value, self.text[event.start_mark.index : event.end_mark.index], place):
                self.refusals.report(problem)
        return Text(value, *place)

    def rare_value(self, fields: Mapping, name: str, mark: Mark, value: Node) -> None:
        """Give a field its value: of doubled ones the first counts, but two lists of facts are read as one."""
        first = fields.setdefault(name, value)
        if first is value:
            fields.marks += mark
        elif len(self.open) == 1 and isinstance(first, Sequence) and isinstance(value, Sequence):
            first.extend(value)
        if name == "<<" and is_reported(value):
            fields.complete = False
