"""What the writing of a document is refused for, while its events come in."""

from __future__ import annotations

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.text import Text
from quizgen.reading.events import Event, span
from quizgen.reading.nodes import Mapping
from quizgen.reading.shapes import doubled

MOST_PROBLEMS = 1000
"""A document with more of them is not read on."""


class Enough(Exception):  # noqa: N818 - no error: it leaves the loops, however deep they are
    """The document is not read on after the last event."""


class Refusals:
    """The problems of one document, each at its event."""

    def __init__(self, path: str) -> None:
        """Begin with none."""
        self.path = path
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
            self.complain("QZ011", f"the anchor `&{event.anchor}` is not supported", event, "delete it")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.complain("QZ011", f"the tag `{tag}` is not supported", event, "delete it")
        return event.anchor is not None or event.tag is not None

    def second(self, fields: Mapping, name: Text) -> None:
        """Report a field that stands twice."""
        if name and self.run_together is not fields:
            self.report(doubled(name, fields.name_of(name)))
        if name == "id":
            self.run_together = fields
