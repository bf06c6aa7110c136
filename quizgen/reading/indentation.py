"""Indentation with blanks that are no spaces, as word processors write them.

To YAML such a blank is a letter: it begins a text at the left edge, and fields become fields of something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import ScalarEvent

from quizgen.reading.documents import Document

_OTHER = "\u00a0\u2000-\u200a\u202f\u3000"
OTHER_BLANK = re.compile(rf" *+-?[{_OTHER}]")
"""The beginning of a line that is indented so, or where such a blank follows the hyphen of an item."""
_IN_OTHER_LINES = re.compile(rf"\n *+-?[{_OTHER}]")
"""Begins with a letter of its own, which is found six times as fast as the beginning of a line."""
_FIELD_OR_ITEM = re.compile(rf" *-?[{_OTHER}][ {_OTHER}]*(?:-[ {_OTHER}]|[\w-]+:(?:\s|$))", re.MULTILINE)
"""What is meant as one, so that a text which only goes on behind such blanks stays what it is."""


def minding_blanks(document: Document, next_event: Callable[[], Any]) -> Callable[[], Any]:
    """Return the events of a document, up to a field or an item that is not indented with spaces: an error there."""
    text = document.text
    if not OTHER_BLANK.match(text) and not _IN_OTHER_LINES.search(text):
        return next_event

    def minded() -> Any:  # noqa: ANN401 - PyYAML's types let events lack their marks
        event = next_event()
        if isinstance(event, ScalarEvent):
            mark: Any = event.start_mark
            if _FIELD_OR_ITEM.match(text, mark.index - mark.column):
                raise yaml.MarkedYAMLError(problem_mark=mark)
        return event

    return minded
