"""The recipe of ``quizgen check``: what is wrong, and then what could be better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quizgen.build.check import CheckReport, check_project, sorted_problems
from quizgen.build.selecting import quiz_orders
from quizgen.checking.errors import check_errors
from quizgen.checking.settings import apply_settings
from quizgen.diagnostics.pages import has_errors
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.quiz import Quiz
from quizgen.model.settings import CheckSettings


def lint_project(root: Path, wishes: CheckSettings, year: int | None) -> CheckReport:
    """Read a project, check it, and where nothing is wrong run the rules on facts, cards, items and quizzes.

    ``wishes`` are those of the command line, beside the project's own. ``year`` is the one in which sources are
    called old; without it none is.
    """
    report = check_project(root)
    if has_errors(report.problems) or report.content.project is None:
        return report
    from quizgen.checking.linting import check_all  # noqa: PLC0415 - loads all rules, of which a build runs few

    content, own = report.content, report.content.project.check
    settings = replace(own, select=wishes.select or own.select, ignore=(*own.ignore, *wishes.ignore))
    quizzes, planned = _plan_quizzes(content)
    found = (*report.problems, *planned, *check_all(content, quizzes, settings, year))
    return replace(report, problems=sorted_problems(apply_settings(found, content, settings)))


def lint_build(content: Content, quizzes: Iterable[Quiz], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Add to a build's own problems the errors that the rules find: what ``check`` calls an error stops a build.

    What facts and settings ignore is left out. The rules that warn are not run: they cost time at each build, and
    ``check`` has them.
    """
    settings = content.project.check if content.project is not None else CheckSettings()
    return apply_settings((*problems, *check_errors(content, quizzes)), content, settings, complete=False)


def _plan_quizzes(content: Content) -> tuple[Iterable[Quiz], tuple[Problem, ...]]:
    """Plan all quizzes; those that cannot be planned say why."""
    if not any(spec.quizzes for spec in content.specs):
        return (), ()
    from quizgen.planning.quizzes import plan_quizzes  # noqa: PLC0415 - slow to load, for quizzes alone

    quizzes, problems = plan_quizzes(quiz_orders(content), content.bank)
    return quizzes.values(), problems
