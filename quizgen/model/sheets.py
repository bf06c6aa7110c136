"""Sheets: what is printed of a quiz, as HTML; and the page that leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizgen.model.project import DeckSpec
from quizgen.model.quiz import Quiz


class SheetRole(StrEnum):
    """Whom a sheet is for."""

    FORM = "form"
    KEY = "key"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page to print, self-contained."""

    role: SheetRole
    letter: str
    """Of its form; empty on a key, which is of all forms."""
    path: str
    """Where it stands below ``build/``, with forward slashes: ``quizzes/rivers-short/form-a.html``."""
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltDeck:
    """What was made of one deck spec."""

    spec: DeckSpec
    package: str
    """The path of its ``.apkg`` below ``build/``; empty where there is none."""
    quizzes: tuple[tuple[Quiz, tuple[Sheet, ...]], ...]
