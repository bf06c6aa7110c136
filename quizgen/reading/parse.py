"""A document's text to its nodes, and what is kept where it breaks off."""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml import CollectionEndEvent, ScalarEvent

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.text import Text
from quizgen.reading.builder import NO_READERS, Builder, Mark, Readers
from quizgen.reading.documents import Document
from quizgen.reading.events import Event, last_line, span
from quizgen.reading.indentation import minding_blanks
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence
from quizgen.reading.refusals import Enough
from quizgen.reading.shapes import nameless
from quizgen.reading.syntax import syntax_problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_nodes(document: Document, readers: Readers = NO_READERS) -> tuple[Node | None, tuple[Problem, ...], bool]:
    """Parse a document's text.

    Returns the root node (``None`` where there is none), the problems, and whether the whole document was read: a
    syntax error hides the rest of it. What was being read when the document broke off is marked as incomplete.
    ``readers`` are given the items of the lists of their names as soon as these are known to be complete.
    """
    builder = Builder(document, readers)
    try:
        builder.read(minding_blanks(document, LOADER(document.text).get_event))
    except yaml.YAMLError as error:
        problem = syntax_problem(document, error, _quoted_lately(builder))
        _break_off(builder, problem.place.line)
        builder.refusals.problems.append(problem)
        return builder.root, tuple(builder.refusals.problems), False
    except Enough:
        _break_off(builder, span(builder.last)[0])
        return builder.root, tuple(builder.refusals.problems), False
    return builder.root, tuple(builder.refusals.problems), True


def _quoted_lately(builder: Builder) -> Place | None:
    """Return where the last value begins if it is a quoted one of several lines: its quotes may be misplaced."""
    last = builder.last
    if not isinstance(last, ScalarEvent) or last.style not in {'"', "'"}:
        return None
    return builder.refusals.place(last) if last_line(last) > span(last)[0] else None


def _break_off(builder: Builder, line: int) -> None:
    """Keep what was complete when the document broke off at a line, and mark what was not.

    What ended on that line is not trusted: the mistake may be in it, and so may be what was found wrong with a
    field's name there. Neither is a flow list or mapping that is still open, for what follows the mistake was
    read as a part of it, nor a value that seems to be left out: the mistake may stand in its place.
    """
    ended_here = builder.last is not None and (last_line(builder.last) >= line or _is_left_out(builder.last))
    problems = builder.refusals.problems
    problems[:] = [one for one in problems if one.code != "QZ015" or one.place.line < line]
    if ended_here:
        _drop_last(builder)
    for node in (
        *(node for node, _, _ in builder.open),
        builder.root,
        *(_closed_lately(builder) if ended_here else ()),
    ):
        if isinstance(node, (Mapping, Sequence)):
            node.complete = False
    while builder.open:
        node, name, mark = builder.open.pop()
        if not node.is_flow:
            # what has only just begun may be meant as something else
            _put(builder, node or Empty(node.place, reported=True), name, mark)


def _drop_last(builder: Builder) -> None:
    """Take the last value away again, unless it is a block."""
    container = builder.open[-1][0] if builder.open else None
    if isinstance(container, Sequence) and container and _is_inline(container[-1]):
        container.pop()
    elif isinstance(container, Mapping) and container and builder.last is not builder.last_name:
        name, node = container.popitem()
        if _is_inline(node):
            del container.marks[-3:]
        else:
            container[name] = node


def _closed_lately(builder: Builder) -> Iterator[Node]:
    """Yield the containers that the last events ended, with nothing after them."""
    node: Node | None = builder.closed if isinstance(builder.last, CollectionEndEvent) else None
    while isinstance(node, (Sequence, Mapping)):
        yield node
        node = next(reversed(node.values() if isinstance(node, Mapping) else node), None)


def _put(builder: Builder, node: Sequence | Mapping | Empty, name: str | None, mark: Mark) -> None:
    """Put a block that was still open where it belongs."""
    container = builder.open[-1][0] if builder.open else None
    if container is None:
        builder.root = node
    elif isinstance(container, Sequence):
        container.append(node)
    elif name is not None:
        builder.rare_value(container, name, mark, node)
    else:
        builder.refusals.problems.append(nameless(node))


def _is_left_out(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and not event.value


def _is_inline(node: Node) -> bool:
    return isinstance(node, (Text, Empty)) or node.is_flow
