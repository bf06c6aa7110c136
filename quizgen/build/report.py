"""What a build was asked to do, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.diagnostics.problem import Problem
from quizgen.model.changes import PackageChanges


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a build is asked to do."""

    now: int
    """Seconds since 1970: the modification time of what changed."""
    decks: tuple[str, ...] = ()
    """Ids of the deck specs to build; all of them where it is empty."""
    now_is_given: bool = False
    """Whether ``SOURCE_DATE_EPOCH`` gave the time: it may lie before what students have."""
    frozen: bool = False
    """Refuse a build that would change the ledger."""
    new_ledger: bool = False
    """Begin a ledger, although the time is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltQuiz:
    """A quiz as a build reports it."""

    folder: str
    letters: str
    items: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPackage:
    """A deck spec as a build reports it."""

    title: str
    path: str
    """Of its package below the project; empty where it has none."""
    facts: int
    notes: int
    cards: int
    quizzes: tuple[BuiltQuiz, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did."""

    problems: tuple[Problem, ...] = ()
    """Sorted by place. With an error among them nothing was written."""
    texts: Mapping[str, str]
    """The text of each document, for excerpts."""
    decks: tuple[BuiltPackage, ...] = ()
    changes: tuple[PackageChanges, ...] = ()
    changed_files: tuple[str, ...] = ()
    """Below the project."""
    unknown_decks: tuple[str, ...] = ()
    known_decks: tuple[str, ...] = ()
    up_to_date: bool = False
    """Whether nothing had to be made: the inputs are those of the last build."""
