"""Sheets: what is printed of a quiz, as HTML; the page that leads to them; and what they say of an old form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizgen.model.fact import Fact
from quizgen.model.project import DeckSpec
from quizgen.model.quiz import Quiz


class SheetRole(StrEnum):
    """Whom a sheet is for."""

    FORM = "form"
    LARGE = "large"
    """A form in large print."""
    KEY = "key"
    FEEDBACK = "feedback"
    ALL = "print-all"
    """All forms, then all feedback, then the key: in one file, for the teacher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page to print, self-contained."""

    role: SheetRole
    letter: str
    """Of its form; empty on what is of all forms."""
    path: str
    """Where it stands below ``build/``, with forward slashes: ``quizzes/rivers-short/form-a.html``."""
    html: str

    @property
    def pdf_path(self) -> str:
        """Where its PDF stands, if one is made."""
        return f"{self.path.removesuffix('.html')}.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltDeck:
    """What was made of one deck spec."""

    spec: DeckSpec
    package: str
    """The path of its ``.apkg`` below ``build/``; empty where there is none."""
    quizzes: tuple[tuple[Quiz, tuple[Sheet, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What has become of the facts of a printed form since; facts are named by the ids that they had then."""

    today: Mapping[str, Fact] = field(default_factory=dict)
    """The facts as they stand today; one that was deleted is missing."""
    edited: frozenset[str] = frozenset()
    """Facts whose question would be asked, or marked, in another way today."""
