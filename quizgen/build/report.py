"""What a build was asked to do, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.diagnostics.problem import Problem
from quizgen.model.changes import FormChanges, OutdatedItem, PackageChanges
from quizgen.model.layout import BUILD_FOLDER
from quizgen.model.notes import Package
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import BuiltDeck


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
    pdf: bool = False
    """Print every sheet as a PDF as well."""


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
    form_changes: tuple[FormChanges, ...] = ()
    outdated: tuple[OutdatedItem, ...] = ()
    """Items of printed forms that would not be asked, or marked, so today."""
    known_outdated: tuple[str, ...] = ()
    """The keys of those that an earlier build has named."""
    changed_files: tuple[str, ...] = ()
    """Below the project."""
    unknown_decks: tuple[str, ...] = ()
    known_decks: tuple[str, ...] = ()
    up_to_date: bool = False
    """Whether nothing had to be made: the inputs are those of the last build."""


def summarize(deck: BuiltDeck, package: Package | None, facts: int) -> BuiltPackage:
    """Count what was made of a deck spec."""
    notes = [rendered.note for rendered, _ in package.notes] if package else []
    return BuiltPackage(
        title=str(deck.spec.title),
        path=f"{BUILD_FOLDER}/{deck.package}" if package else "",
        facts=facts,
        notes=len(notes),
        cards=sum(len(note.cards) for note in notes),
        quizzes=tuple(_summarize_quiz(quiz) for quiz, _ in deck.quizzes),
    )


def _summarize_quiz(quiz: Quiz) -> BuiltQuiz:
    return BuiltQuiz(
        folder=f"{BUILD_FOLDER}/quizzes/{quiz.spec.id}",
        letters=", ".join(form.letter for form in quiz.forms),
        items=len(quiz.forms[0].items),
        points=quiz.forms[0].points,
    )
