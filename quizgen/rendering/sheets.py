"""Quizzes as sheets: a page for each form, one key for all forms, and a page of feedback for each form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import Environment

from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.project import Project
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import Sheet, SheetRole
from quizgen.rendering.environment import render_template
from quizgen.rendering.feedback_sheets import feedback_view
from quizgen.rendering.form_sheets import form_view
from quizgen.rendering.key_sheets import key_view
from quizgen.rendering.setting import Setting


def render_quiz(
    quiz: Quiz, project: Project, bank: Bank, environment: Environment
) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Render all sheets of a quiz: forms, key, feedback. A mistake in a template is told once."""
    sheets: list[Sheet] = []
    problems: dict[Problem, None] = {}
    for plan in _plans(Setting(quiz=quiz, project=project, bank=bank)):
        html, found = render_template(environment, f"quiz/{plan.role}.html", plan.context)
        problems.update(dict.fromkeys(found))
        if html is not None:
            sheets.append(Sheet(role=plan.role, letter=plan.letter, path=_path(quiz, plan), html=html))
    return tuple(sheets), tuple(problems)


class _SheetPlan(NamedTuple):
    role: SheetRole
    letter: str
    context: Mapping[str, object]


def _plans(setting: Setting) -> Iterator[_SheetPlan]:
    words, title, forms = setting.words, setting.quiz.spec.title, setting.quiz.forms
    for form in forms:
        page = setting.page(f"{title}, {words.form_title.format(form.letter)}")
        yield _SheetPlan(SheetRole.FORM, form.letter, {**page, "form": form_view(form, setting)})
    page = setting.page(f"{title}, {words.key_title}")
    yield _SheetPlan(SheetRole.KEY, "", {**page, "key": key_view(setting)})
    for form in forms:
        page = setting.page(f"{title}, {words.feedback_title}, {words.form_title.format(form.letter)}")
        yield _SheetPlan(SheetRole.FEEDBACK, form.letter, {**page, "feedback": feedback_view(form, setting)})


def _path(quiz: Quiz, plan: _SheetPlan) -> str:
    letter = f"-{plan.letter.lower()}" if plan.letter else ""
    return f"quizzes/{quiz.spec.id}/{plan.role}{letter}.html"
