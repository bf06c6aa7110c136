"""The page that leads to everything that was built: for a teacher, by deck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from jinja2 import Environment

from quizgen.diagnostics.problem import Problem
from quizgen.model.project import Project
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import BuiltDeck, Sheet, SheetRole
from quizgen.rendering.environment import render_template
from quizgen.rendering.index_words import IndexWords, index_words_of
from quizgen.rendering.languages import language_with
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
    pdf: str = ""
    """Where its PDF is; empty where none was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizLinks:
    """A quiz with its sheets, by whom they are for."""

    title: str
    subtitle: str
    size: str
    """How many questions and points it has, and on which paper."""
    rows: tuple[tuple[str, tuple[Link, ...]], ...]
    """What the sheets are for, and the sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckLinks:
    """A deck with what was made of it."""

    title: str
    package: Link | None
    quizzes: tuple[QuizLinks, ...]


def render_index(
    project: Project, decks: Iterable[BuiltDeck], environment: Environment, *, with_pdf: bool = False
) -> tuple[str | None, tuple[Problem, ...]]:
    """Render ``index.html``, in the project's language; its links are relative to ``build/``."""
    lang = language_with(project.language, project.words)
    scribe = _Scribe(quiz_words_of(lang), index_words_of(lang), with_pdf=with_pdf)
    context = {
        "project": project,
        "words": scribe.words,
        "fact_words": words_of(lang),
        "index_words": scribe.index_words,
        "lang": scribe.words.lang,
        "direction": direction_of(scribe.words.lang),
        "decks": tuple(scribe.deck(deck) for deck in decks),
    }
    return render_template(environment, "quiz/index.html", context)


class _Scribe:
    """Names what was built, in one language."""

    def __init__(self, words: QuizWords, index_words: IndexWords, *, with_pdf: bool) -> None:
        self.words = words
        self.index_words = index_words
        self.with_pdf = with_pdf

    def deck(self, deck: BuiltDeck) -> DeckLinks:
        name = deck.package.rpartition("/")[2]
        return DeckLinks(
            title=deck.spec.title,
            package=Link(text=name, href=quote(deck.package)) if name else None,
            quizzes=tuple(self.quiz(quiz, sheets) for quiz, sheets in deck.quizzes),
        )

    def quiz(self, quiz: Quiz, sheets: Sequence[Sheet]) -> QuizLinks:
        codes = {form.letter: form.code for form in quiz.forms}
        links = {role: tuple(self.link(sheet, codes) for sheet in sheets if sheet.role is role) for role in SheetRole}
        return QuizLinks(
            title=quiz.spec.title,
            subtitle=quiz.spec.subtitle or "",
            size=self.size(quiz),
            rows=tuple((heading, links[role]) for role, heading in self.headings() if links[role]),
        )

    def headings(self) -> tuple[tuple[SheetRole, str], ...]:
        words = self.index_words
        return (
            (SheetRole.FORM, words.print_forms),
            (SheetRole.LARGE, words.print_large),
            (SheetRole.KEY, words.print_key),
            (SheetRole.FEEDBACK, words.print_feedback),
            (SheetRole.ALL, words.print_all_row),
        )

    def size(self, quiz: Quiz) -> str:
        words, first = self.index_words, quiz.forms[0]
        questions = self.words.counted(words.questions, len(first.items))
        return f"{questions}, {self.words.counted(words.points_counted, first.points)}, {PAPERS[quiz.spec.paper]}"

    def link(self, sheet: Sheet, codes: Mapping[str, str]) -> Link:
        names = {SheetRole.KEY: self.words.key_title, SheetRole.ALL: self.words.print_all}
        return Link(
            text=names.get(sheet.role, f"{self.words.form} {sheet.letter}"),
            href=quote(sheet.path),
            code=codes[sheet.letter] if sheet.role is SheetRole.FORM else "",
            pdf=quote(sheet.pdf_path) if self.with_pdf else "",
        )
