"""Quizzes as sheets: a page for each form, also in large print, one key for all forms, feedback for each form.

A sheet is rendered once, as a piece of HTML; then pages are put round it: one for the sheet by itself, and one in
which all sheets of the quiz follow each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from quizgen.diagnostics.problem import Problem
from quizgen.model.archive import ArchivedForm
from quizgen.model.bank import Bank
from quizgen.model.media import MediaFile
from quizgen.model.project import Project
from quizgen.model.quiz import Form, Quiz
from quizgen.model.sheets import News, Sheet, SheetRole
from quizgen.rendering.environment import render_template
from quizgen.rendering.feedback_sheets import feedback_view
from quizgen.rendering.form_sheets import form_view
from quizgen.rendering.key_sheets import key_view
from quizgen.rendering.languages import language_with
from quizgen.rendering.news import notices_of, with_everyone
from quizgen.rendering.setting import Setting, has_room_for_columns

_NO_IMAGES: Mapping[str, MediaFile] = {}
_ORDER = (SheetRole.FORM, SheetRole.FEEDBACK, SheetRole.KEY)
"""The sheets of the file that prints everything: the key, which gives all answers away, comes last."""


def render_quiz(
    quiz: Quiz, project: Project, bank: Bank, environment: Environment, images: Mapping[str, MediaFile] = _NO_IMAGES
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Render all sheets of a quiz: forms, key, feedback, everything in one. A mistake in a template is told once."""
    quiz = _worded(quiz, project)
    setting = Setting(quiz=quiz, project=project, bank=bank, images=images)
    printer = _Printer(setting, environment)
    printer.problems.update(dict.fromkeys(_check_columns(quiz)))
    plans = tuple(_plans(setting))
    pieces = tuple(printer.pieces(plans))
    sheets = [printer.sheet(plan, html) for plan, html in pieces]
    if len(pieces) == len(plans):
        sheets.append(printer.all_sheets(pieces))
    return tuple(filter(None, sheets)), tuple(printer.problems)


def render_archived(
    archived: ArchivedForm, news: News | None, environment: Environment, images: Mapping[str, MediaFile] = _NO_IMAGES
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Render key and feedback of a form that was printed before; without ``news`` as they were then."""
    setting = Setting(
        quiz=_worded(archived.quiz, archived.project),
        project=archived.project,
        bank=archived.bank,
        images=images,
        news=news,
        is_as_printed=news is None,
    )
    printer = _Printer(setting, environment)
    plans = (_key(setting), _feedback(archived.form, setting))
    sheets = [printer.sheet(plan, html) for plan, html in printer.pieces(plans)]
    return tuple(filter(None, sheets)), tuple(printer.problems)


def _worded(quiz: Quiz, project: Project) -> Quiz:
    """Let the quiz's language know the project's own words."""
    return replace(quiz, lang=language_with(quiz.lang, project.words))


class _Plan(NamedTuple):
    """A sheet before it is rendered."""

    role: SheetRole
    letter: str
    title: str
    """Of its window."""
    context: Mapping[str, object]

    @property
    def template(self) -> str:
        return "form" if self.role is SheetRole.LARGE else str(self.role)

    @property
    def name(self) -> str:
        """Of its file, without the ending."""
        letter = f"-{self.letter.lower()}" if self.letter else ""
        return f"form{letter}-large" if self.role is SheetRole.LARGE else f"{self.role}{letter}"


class _Printer:
    """Renders sheets, and collects the problems of their templates."""

    def __init__(self, setting: Setting, environment: Environment) -> None:
        self.setting = setting
        self.environment = environment
        self.problems: dict[Problem, None] = {}

    def pieces(self, plans: Iterable[_Plan]) -> Iterator[tuple[_Plan, Markup]]:
        """Render sheets without the pages round them, leaving out those whose template fails."""
        for plan in plans:
            context = {**self.setting.context(), **plan.context}
            html = self._render(f"quiz/{plan.template}.html", context)
            if html is not None:
                yield plan, Markup(html)  # noqa: S704 - a template made it, and escaped what it was given

    def sheet(self, plan: _Plan, *pieces: Markup) -> Sheet | None:
        """Put a page round pieces."""
        page = self.setting.page(plan.title, is_large=plan.role is SheetRole.LARGE)
        html = self._render("quiz/page.html", {**page, "pieces": pieces})
        path = f"quizzes/{self.setting.quiz.spec.id}/{plan.name}.html"
        return None if html is None else Sheet(role=plan.role, letter=plan.letter, path=path, html=html)

    def all_sheets(self, pieces: Iterable[tuple[_Plan, Markup]]) -> Sheet | None:
        """Put one page round all pieces; large print is for single students, and left out."""
        pieces = tuple(pieces)
        ordered = [html for role in _ORDER for plan, html in pieces if plan.role is role]
        title = f"{self.setting.quiz.spec.title}, {self.setting.words.print_all}"
        return self.sheet(_Plan(SheetRole.ALL, "", title, {}), *ordered)

    def _render(self, template: str, context: Mapping[str, object]) -> str | None:
        html, problems = render_template(self.environment, template, context)
        self.problems.update(dict.fromkeys(problems))
        return html


def _check_columns(quiz: Quiz) -> Iterator[Problem]:
    if quiz.spec.columns > 1 and not has_room_for_columns(quiz.spec.paper):
        message = f"the forms of `{quiz.spec.id}` have one column: A5 has no room for two"
        hint = "write `paper: a4`, or leave `columns` out"
        yield Problem(code="QZ430", message=message, place=quiz.spec.id.place, hint=hint)


def _plans(setting: Setting) -> Iterator[_Plan]:
    for form in setting.quiz.forms:
        yield _form(form, setting)
        if setting.quiz.spec.large_print:
            yield _large_form(form, setting)
    yield _key(setting)
    for form in setting.quiz.forms:
        yield _feedback(form, setting)


def _form(form: Form, setting: Setting) -> _Plan:
    title = f"{setting.quiz.spec.title}, {setting.words.form_title.format(form.letter)}"
    pictures, columns = setting.pictures(form), setting.columns
    context = {"form": form_view(form, setting), "pictures": pictures, "columns": columns}
    return _Plan(SheetRole.FORM, form.letter, title, context)


def _large_form(form: Form, setting: Setting) -> _Plan:
    """Plan the same form, with the same order, numbers and key, in one column."""
    plan = _form(form, setting)
    title = f"{plan.title}, {setting.words.large_print}"
    return plan._replace(role=SheetRole.LARGE, title=title, context={**plan.context, "columns": 1, "is_large": True})


def _key(setting: Setting) -> _Plan:
    title = f"{setting.quiz.spec.title}, {setting.words.key_title}"
    first = setting.quiz.forms[0]
    notices = notices_of(first, setting)
    context = {"key": with_everyone(key_view(setting, notices.height), first, setting), "notices": notices}
    return _Plan(SheetRole.KEY, "", title, context)


def _feedback(form: Form, setting: Setting) -> _Plan:
    words = setting.words
    title = f"{setting.quiz.spec.title}, {words.feedback_title}, {words.form_title.format(form.letter)}"
    pictures, notices = setting.pictures(form), notices_of(form, setting)
    context = {"feedback": feedback_view(form, setting), "pictures": pictures, "notices": notices}
    return _Plan(SheetRole.FEEDBACK, form.letter, title, context)
