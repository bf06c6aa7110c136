"""A document's text to its nodes.

Built straight from libyaml's event stream: no tags are resolved, so scalars stay as they are spelt, and what we
refuse (anchors, aliases, tags, doubled fields, deep nesting) is seen where it stands.
"""

from __future__ import annotations

from typing import cast

import yaml

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


def read_nodes(document: Document) -> tuple[Node | None, tuple[Problem, ...], bool]:
    """Parse a document's text.

    Returns the root node (``None`` where there is none), the problems, and whether the whole document was read: a
    syntax error hides the rest of it. What was being read when the document broke off is marked as incomplete.
    """
    builder = _Builder(document)
    try:
        for event in yaml.parse(document.text, Loader=_LOADER):
            if not _take(builder, event):
                builder.break_off(_span(event)[0])
                return builder.root, tuple(builder.problems), False
    except yaml.YAMLError as error:
        problem = syntax_problem(document, error, builder.quoted_lately())
        builder.break_off(problem.place.line)
        builder.problems.append(problem)
        return builder.root, tuple(builder.problems), False
    return builder.root, tuple(builder.problems), True


class _Builder:
    """Builds the tree of one document while its events come in."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []
        self.pending: list[Text | None] = []
        """For each container on the stack, if it is a mapping: the field whose value comes next."""
        self.last: yaml.Event | None = None
        """The last event that was taken."""
        self.closed_lately: list[Sequence | Mapping] = []
        """The containers that the last events ended, with nothing after them."""

    def place(self, event: yaml.Event) -> Place:
        return Place(self.document.path, *_span(event))

    def quoted_lately(self) -> Place | None:
        """Return where the last value begins if it is a quoted one of several lines: its quotes may be misplaced."""
        last = self.last
        if not isinstance(last, yaml.ScalarEvent) or last.style not in {'"', "'"}:
            return None
        return self.place(last) if _last_line(last) > _span(last)[0] else None

    def scalar(self, event: yaml.ScalarEvent) -> None:
        value: str = event.value
        is_marked = self.refuse_marks(event) if event.anchor or event.tag else False
        if not value and (event.implicit[0] or is_marked):
            self.add(Empty(self.place(event), reported=is_marked))
            return
        if event.style == '"' and (character := control_character(value)):
            self.problems.append(control_character_problem(character, self.place(event)))
            self.add(Empty(self.place(event), reported=True))
            return
        self.add(Text(value, self.document.path, *_span(event)))

    def add(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self.stack:
            self.root = node
            return
        container = self.stack[-1]
        if isinstance(container, Sequence):
            container.append(node)
        elif (name := self.pending[-1]) is not None:
            self.pending[-1] = None
            self.value(container, name, node)
        else:
            self.pending[-1] = self.name(container, node)

    def value(self, mapping: Mapping, name: Text, node: Node) -> None:
        """Give a field its value: of doubled ones the first counts, but two lists of facts are read as one."""
        first = mapping.setdefault(name, node)
        if first is not node and len(self.stack) == 1 and isinstance(first, Sequence) and isinstance(node, Sequence):
            first.extend(node)
        if name == "<<" and is_reported(node):
            mapping.complete = False

    def name(self, mapping: Mapping, node: Node) -> Text:
        """Take a field's name; its value is the next node."""
        if not isinstance(node, Text) or not node:
            mapping.complete = False
            if not is_reported(node):
                self.problems.append(_nameless(node))
            return Text("")
        if node in mapping:
            self.problems.append(_doubled(node, mapping.name_of(node)))
        return node

    def begin(self, container: Sequence | Mapping) -> None:
        self.stack.append(container)
        self.pending.append(None)

    def end(self) -> None:
        self.pending.pop()
        container = self.stack.pop()
        self.closed_lately.append(container)
        # `{{c1::…}}` without quotes is a mapping with a mapping for a name: nothing of it was meant
        misread = isinstance(container, Mapping) and container.is_flow and "" in container
        self.add(Empty(container.place, reported=True) if misread else container)

    def complain(self, code: str, message: str, event: yaml.Event, hint: str = "") -> None:
        self.problems.append(Problem(code=code, message=message, place=self.place(event), hint=hint))

    def refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        if event.anchor is not None:
            self.complain("QZ011", f"the anchor `&{event.anchor}` is not supported", event, "delete it")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.complain("QZ011", f"the tag `{tag}` is not supported", event, "delete it")
        return event.anchor is not None or event.tag is not None

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
        for node in (*self.stack, self.root, *(self.closed_lately if ended_here else ())):
            if isinstance(node, (Mapping, Sequence)):
                node.complete = False
        while self.stack:
            if self.stack[-1].is_flow:
                self.stack.pop()
                self.pending.pop()
            else:
                self.end()

    def drop_last(self) -> None:
        """Take the last value away again, unless it is a block."""
        container = self.stack[-1] if self.stack else None
        if isinstance(container, Sequence) and container and _is_inline(container[-1]):
            container.pop()
        elif isinstance(container, Mapping) and container and self.pending[-1] is None:
            name, node = container.popitem()
            if not _is_inline(node):
                container[name] = node


def _take(builder: _Builder, event: yaml.Event) -> bool:
    """Take one event; ``False`` stops the reading."""
    builder.last = event
    if isinstance(event, yaml.CollectionEndEvent):
        builder.end()
        return True
    if builder.closed_lately:
        builder.closed_lately.clear()
    if isinstance(event, yaml.ScalarEvent):
        builder.scalar(event)
    elif isinstance(event, yaml.CollectionStartEvent):
        return _take_start(builder, event)
    elif isinstance(event, yaml.AliasEvent):
        builder.complain("QZ011", f"the alias `*{event.anchor}` is not supported", event, "write the value out again")
        builder.add(Empty(builder.place(event), reported=True))
    elif isinstance(event, yaml.DocumentStartEvent) and builder.root is not None:
        builder.complain("QZ013", "a second document begins here", event, "delete the line `---`")
        return False
    return len(builder.problems) < MOST_PROBLEMS


def _take_start(builder: _Builder, event: yaml.CollectionStartEvent) -> bool:
    builder.refuse_marks(event)
    if len(builder.stack) >= MAX_DEPTH:
        hint = "a fact needs six levels: look for brackets or indentation that went wrong"
        builder.complain("QZ012", f"nested more than {MAX_DEPTH} levels deep", event, hint)
        return False
    node_class = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
    builder.begin(node_class(builder.place(event), is_flow=bool(event.flow_style)))
    return True


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


def _last_line(event: yaml.Event) -> int:
    return cast("yaml.Mark", event.end_mark).line + 1


def _span(event: yaml.Event) -> tuple[int, int, int]:
    """Return the line, the column and the width of an event, from 1; the width is 1 where it spans lines."""
    start, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
    width = end.column - start.column if end.line == start.line else 1
    return start.line + 1, start.column + 1, max(width, 1)
