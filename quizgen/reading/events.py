"""The events of PyYAML's parsers: where each one stands."""

from __future__ import annotations

from typing import Any, TypeAlias

Event: TypeAlias = Any
"""An event of PyYAML, whose types let each one lack its marks: no parser leaves them out."""


def last_line(event: Event) -> int:
    """Return the line, from 1, on which an event ends."""
    return int(event.end_mark.line) + 1


def span(event: Event) -> tuple[int, int, int]:
    """Return the line, the column and the width of an event, from 1; the width is 1 where it spans lines."""
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return start.line + 1, start.column + 1, width or 1
