"""The recipe of ``quizgen check``: what is wrong, and then what could be better."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizgen.build.check import CheckReport, check_project, sorted_problems
from quizgen.build.selecting import facts_of
from quizgen.checking.linting import check_facts, check_quizzes
from quizgen.checking.settings import apply_settings
from quizgen.diagnostics.pages import has_errors
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.settings import CheckSettings
from quizgen.planning.quizzes import QuizOrder, plan_quizzes


def lint_project(root: Path, wishes: CheckSettings, year: int | None) -> CheckReport:
    """Read a project, check it, and where nothing is wrong run the rules on facts, cards, items and quizzes.

    ``wishes`` are those of the command line, beside the project's own. ``year`` is the one in which sources are
    called old; without it none is.
    """
    report = check_project(root)
    if has_errors(report.problems) or report.content.project is None:
        return report
    content, own = report.content, report.content.project.check
    settings = replace(own, select=wishes.select or own.select, ignore=(*own.ignore, *wishes.ignore))
    found = (*report.problems, *check_facts(content, settings, year), *_check_quizzes(content))
    return replace(report, problems=sorted_problems(apply_settings(found, content, settings)))


def _check_quizzes(content: Content) -> tuple[Problem, ...]:
    """Plan all quizzes and check them; those that cannot be planned say why."""
    language = content.project.language if content.project else ""
    orders = [
        QuizOrder(spec=quiz, facts=facts_of(spec, content), lang=str(quiz.lang or language))
        for spec in content.specs
        for quiz in spec.quizzes
    ]
    quizzes, problems = plan_quizzes(orders, content.bank)
    return (*problems, *check_quizzes(quizzes.values(), content))
