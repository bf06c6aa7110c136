"""What the writing of a document is refused for, while its events come in."""

from __future__ import annotations

from yaml import ScalarEvent

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.text import Text
from quizgen.reading.documents import Document
from quizgen.reading.events import Event, span
from quizgen.reading.nodes import Mapping
from quizgen.reading.shapes import doubled
from quizgen.reading.syntax import quoted

_OF_YAML = "tag:yaml.org,2002:"
"""How the tags of YAML itself begin, such as `!!str`."""

MOST_PROBLEMS = 1000
"""A document with more of them is not read on."""


class Enough(Exception):  # noqa: N818 - no error: it leaves the loops, however deep they are
    """The document is not read on after the last event."""


class Refusals:
    """The problems of one document, each at its event."""

    def __init__(self, document: Document) -> None:
        """Begin with none."""
        self.path = document.path
        self.text = document.text
        self.problems: list[Problem] = []
        self.run_together: Mapping | None = None
        """The last mapping with two ids: a `-` is missing, and what else stands twice there follows from that."""

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

    def marks(self, event: Event) -> bool:
        """Report an anchor and a tag, and say whether there was one."""
        if event.anchor is not None:
            self.complain("QZ011", f"the anchor `&{event.anchor}` is not supported", event, self.delete(event))
        if event.tag is not None:
            tag = event.tag.replace(_OF_YAML, "!!")
            self.complain("QZ011", f"the tag `{tag}` is not supported", event, self.delete(event))
        return event.anchor is not None or event.tag is not None

    def delete(self, event: Event) -> str:
        """Say in a hint that a mark is to be deleted; or quoted, where plain text follows: ``!Kung people``."""
        start, end = event.start_mark, event.end_mark
        is_plain = isinstance(event, ScalarEvent) and event.value and not event.style and start.line == end.line
        if not is_plain or (event.tag or "").startswith(_OF_YAML):
            return "delete it"
        return f"delete it; if it belongs to the text, write `{quoted(self.text[start.index : end.index])}`"

    def second(self, fields: Mapping, name: Text) -> None:
        """Report a field that stands twice."""
        if name and self.run_together is not fields:
            self.report(doubled(name, fields.name_of(name)))
        if name == "id":
            self.run_together = fields
