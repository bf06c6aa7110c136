"""All rules over a project on disk, those on facts and on quizzes too."""

from __future__ import annotations

from pathlib import Path

from quizgen.build.check import sorted_problems
from quizgen.build.selecting import quiz_orders
from quizgen.checking.linting import check_all
from quizgen.checking.rules import check_content
from quizgen.checking.settings import apply_settings
from quizgen.diagnostics.formats import Format, render_problems
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.quiz import Quiz
from quizgen.model.settings import CheckSettings
from quizgen.planning.quizzes import plan_quizzes
from quizgen.reading.content import read_content
from tests.support.cases import Case
from tests.support.project import lay_out_project

YEAR = 2026
"""The year in which the cases are checked."""


def lint_project(root: Path, settings: CheckSettings | None = None) -> tuple[Problem, ...]:
    """Read a project, plan its quizzes, run all rules and apply the settings."""
    content, read, _ = read_content(root)
    settings = settings or (content.project.check if content.project is not None else CheckSettings())
    quizzes, planning = plan_quizzes(quiz_orders(content), content.bank)
    linted = check_all(content, quizzes.values(), settings, YEAR)
    problems = sorted_problems((*read, *check_content(content), *planning, *linted))
    return sorted_problems(apply_settings(problems, content, settings))


def planned(root: Path) -> tuple[Quiz, ...]:
    """Read a project and plan its quizzes."""
    content = content_of(root)
    return tuple(plan_quizzes(quiz_orders(content), content.bank)[0].values())


def lint_case(case: Case, folder: Path) -> str:
    """Lay out a case's project in an empty folder and return the problems in it, one a line, labels below."""
    lay_out_project(folder, {name: content.decode() for name, content in case.files.items()})
    return "".join(_lines(problem) for problem in lint_project(folder))


def content_of(root: Path) -> Content:
    """Read a project."""
    return read_content(root)[0]


def _lines(problem: Problem) -> str:
    labels = (f"  {place}: {text}\n" for place, text in problem.labels)
    return render_problems([problem], Format.CONCISE, {}) + "".join(labels)
