"""Quizzes in the recipe: plan the forms, render their sheets."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment

from quizgen.build.packages import facts_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.project import DeckSpec, Project
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import BuiltDeck, Sheet
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.sheets import render_quiz


def build_quizzes(
    project: Project, content: Content, specs: Sequence[DeckSpec], environment: Environment
) -> tuple[tuple[BuiltDeck, ...], tuple[Problem, ...]]:
    """Plan and render all quizzes of deck specs."""
    decks: list[BuiltDeck] = []
    problems: list[Problem] = []
    for spec in specs:
        quizzes: list[tuple[Quiz, tuple[Sheet, ...]]] = []
        for quiz_spec in spec.quizzes:
            lang = str(quiz_spec.lang or project.language)
            quiz, found = plan_quiz(quiz_spec, facts_of(spec, content), content.bank, lang)
            problems += found
            if quiz is not None:
                sheets, found = render_quiz(quiz, project, content.bank, environment)
                problems += found
                quizzes.append((quiz, sheets))
        package = f"{spec.id}.apkg" if spec.anki is not None or spec.bundle else ""
        decks.append(BuiltDeck(spec=spec, package=package, quizzes=tuple(quizzes)))
    return tuple(decks), tuple(problems)
