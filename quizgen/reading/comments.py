"""Comments that may be meant as text: YAML ends a plain text where a blank and ``#`` follow, as in ``room #1``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml
from yaml import ScalarEvent

from quizgen.diagnostics.problem import Place, Problem
from quizgen.reading.documents import Document
from quizgen.reading.events import Event
from quizgen.reading.syntax import quoted

_MOST = 10
"""Problems of a document; whoever writes all comments so need not hear it of each."""

_GLUED = re.compile(r"(?<=\S) #(?=[^\s#])")
"""One blank before the sign, and none behind it: most comments are written with one there."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_comments(document: Document) -> Iterator[Problem]:
    """Report each comment that begins like a part of the text before it; few documents have any such sign."""
    if " #" in document.text and _GLUED.search(document.text):
        yield from islice(_cut_off(document), _MOST)


def in_place_of_value(text: str, event: Event) -> str:
    """Return a hint where a comment that begins like a text has taken the place of one: ``claim: #3 is the river``."""
    index = event.end_mark.index
    return f"`#` begins a comment: write `{quoted(_comment(text, index))}`" if _GLUED.match(text, index) else ""


def _cut_off(document: Document) -> Iterator[Problem]:
    for event in _events(document):
        if isinstance(event, ScalarEvent) and not event.style and event.value:
            end: Any = event.end_mark  # PyYAML's types let an event lack its marks: no parser leaves them out
            if _GLUED.match(document.text, end.index):
                place = Place(document.path, end.line + 1, end.column + 2, 1)
                yield _problem(event.value, _comment(document.text, end.index), place)


def _events(document: Document) -> Iterator[Any]:
    """Yield the events of a document as far as it is YAML: what is wrong with it is told elsewhere."""
    try:
        yield from yaml.parse(document.text, Loader=_LOADER)
    except yaml.YAMLError:
        return


def _comment(text: str, index: int) -> str:
    return text[index:].lstrip(" ").split("\n", 1)[0].rstrip()


def _problem(text: str, comment: str, place: Place) -> Problem:
    return Problem(
        code="QZ016",
        message=f"the text ends before `{comment}`, for `#` begins a comment",
        place=place,
        hint=f"if it belongs to the text, write `{quoted(f'{text} {comment}')}`; if it is a comment, "
        "write a space after `#`",
    )
