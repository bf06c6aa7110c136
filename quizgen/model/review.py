"""Where a review is written down in a document, and what is to be read again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Characters of a document, from ``start`` up to ``end``, that a value takes the place of; often none."""

    start: int
    end: int
    before: str = ""
    """What goes before the value where the field is new: a line break or a comma, then its name."""
    after: str = ""
    in_flow: bool = True
    """Whether commas and brackets mean something there."""
    is_json: bool = False
    """Whether names and texts stand in double quotes there, as in JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReview:
    """What `quizgen review` writes."""

    by: str
    on: str
    text: str
