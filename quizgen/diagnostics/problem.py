"""A problem as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of a document. Lines and columns count from 1, columns in code points."""

    document: str
    """Path relative to the project, with forward slashes."""
    line: int = 1
    column: int = 1
    width: int = 1
    """Code points to underline, on this line; at least 1."""

    def __str__(self) -> str:
        """Name it as terminals and editors do: ``data/facts.yaml:3:7``."""
        return f"{self.document}:{self.line}:{self.column}"


class Level(StrEnum):
    """How much a problem weighs: errors stop a build, warnings only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Label(NamedTuple):
    """A second place that belongs to a problem, with what is to be seen there."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that a curator can mend.

    Messages are lower case without a full stop, the curator's own words in backticks. One mistake is one
    problem; where two things collide, the other one is a label.
    """

    code: str
    """``QZ…``: permanent, with a page of its own in ``diagnostics/pages``."""
    message: str
    place: Place
    labels: tuple[Label, ...] = ()
    note: str = ""
    """Why it is a problem, where the message does not say it."""
    hint: str = ""
    """The very text to type, or the next thing to do."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of a listing: by place, then by code and message."""
        return (self.place.document, self.place.line, self.place.column, self.code, self.message)
