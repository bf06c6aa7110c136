"""The page that leads to everything that was built: for a teacher, by deck."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from jinja2 import Environment

from quizgen.diagnostics.problem import Problem
from quizgen.model.project import Project
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import BuiltDeck, Sheet, SheetRole
from quizgen.rendering.environment import render_template
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.quiz_words.wording import QuizWords
from quizgen.rendering.setting import PAPERS
from quizgen.rendering.words import direction_of, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A file of the build."""

    text: str
    href: str
    code: str = ""
    """Of a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizLinks:
    """A quiz with its sheets, by whom they are for."""

    title: str
    subtitle: str
    size: str
    """How many questions and points it has, and on which paper."""
    forms: tuple[Link, ...]
    keys: tuple[Link, ...]
    feedback: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckLinks:
    """A deck with what was made of it."""

    title: str
    package: Link | None
    quizzes: tuple[QuizLinks, ...]


def render_index(
    project: Project, decks: Iterable[BuiltDeck], environment: Environment
) -> tuple[str | None, tuple[Problem, ...]]:
    """Render ``index.html``, in the project's language; its links are relative to ``build/``."""
    words = quiz_words_of(project.language)
    context = {
        "project": project,
        "words": words,
        "fact_words": words_of(project.language),
        "lang": words.lang,
        "direction": direction_of(words.lang),
        "decks": tuple(_deck_links(deck, words) for deck in decks),
    }
    return render_template(environment, "quiz/index.html", context)


def _deck_links(deck: BuiltDeck, words: QuizWords) -> DeckLinks:
    name = deck.package.rpartition("/")[2]
    return DeckLinks(
        title=deck.spec.title,
        package=Link(text=name, href=quote(deck.package)) if name else None,
        quizzes=tuple(_quiz_links(quiz, sheets, words) for quiz, sheets in deck.quizzes),
    )


def _quiz_links(quiz: Quiz, sheets: Sequence[Sheet], words: QuizWords) -> QuizLinks:
    first = quiz.forms[0]
    size = (
        words.counted(words.questions, len(first.items)),
        words.counted(words.points_counted, first.points),
        PAPERS[quiz.spec.paper],
    )
    codes = {form.letter: form.code for form in quiz.forms}
    return QuizLinks(
        title=quiz.spec.title,
        subtitle=quiz.spec.subtitle or "",
        size=", ".join(size),
        forms=tuple(
            Link(text=f"{words.form} {sheet.letter}", href=quote(sheet.path), code=codes[sheet.letter])
            for sheet in sheets
            if sheet.role is SheetRole.FORM
        ),
        keys=tuple(
            Link(text=words.key_title, href=quote(sheet.path)) for sheet in sheets if sheet.role is SheetRole.KEY
        ),
        feedback=tuple(
            Link(text=f"{words.feedback_title}, {words.form_title.format(sheet.letter)}", href=quote(sheet.path))
            for sheet in sheets
            if sheet.role is SheetRole.FEEDBACK
        ),
    )
