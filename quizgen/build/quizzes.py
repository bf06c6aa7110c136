"""Quizzes in the recipe: plan the forms, render their sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quizgen.build.selecting import quiz_orders
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.media import MediaFile
from quizgen.model.project import DeckSpec, Project, QuizSpec
from quizgen.model.quiz import Quiz, QuizOrder
from quizgen.model.sheets import BuiltDeck, Sheet
from quizgen.rendering.environment import Templates


def build_quizzes(
    project: Project,
    content: Content,
    specs: Sequence[DeckSpec],
    environment: Templates,
    images: Mapping[str, MediaFile],
) -> tuple[tuple[BuiltDeck, ...], tuple[Problem, ...]]:
    """Plan and render all quizzes of deck specs; those of other decks are planned where one of these avoids them."""
    if not any(spec.quizzes for spec in specs):
        return tuple(_built(spec, ()) for spec in specs), ()
    from quizgen.planning.quizzes import plan_quizzes  # noqa: PLC0415 - a tenth of a second, for quizzes alone
    from quizgen.rendering.sheets import render_quiz  # noqa: PLC0415 - likewise

    bank = replace(content.bank, pictures={file: image.name for file, image in images.items()})
    planned, found = plan_quizzes(_orders(content, specs), bank)
    problems = list(found)
    decks: list[BuiltDeck] = []
    for spec in specs:
        quizzes: list[tuple[Quiz, tuple[Sheet, ...]]] = []
        for quiz in (planned[str(one.id)] for one in spec.quizzes if str(one.id) in planned):
            sheets, found = render_quiz(quiz, project, bank, environment, images)
            problems += found
            quizzes.append((quiz, sheets))
        decks.append(_built(spec, quizzes))
    return tuple(decks), tuple(problems)


def _built(spec: DeckSpec, quizzes: Iterable[tuple[Quiz, tuple[Sheet, ...]]]) -> BuiltDeck:
    package = f"{spec.id}.apkg" if spec.anki is not None or spec.bundle else ""
    return BuiltDeck(spec=spec, package=package, quizzes=tuple(quizzes))


def _orders(content: Content, specs: Sequence[DeckSpec]) -> tuple[QuizOrder, ...]:
    wanted = _with_avoided(content, {str(quiz.id) for spec in specs for quiz in spec.quizzes})
    return tuple(order for order in quiz_orders(content) if str(order.spec.id) in wanted)


def _with_avoided(content: Content, ids: set[str]) -> set[str]:
    """Add the quizzes that these avoid, and those that they avoid in turn."""
    by_id: dict[str, QuizSpec] = {str(quiz.id): quiz for spec in content.specs for quiz in spec.quizzes}
    more = {str(name) for id_ in ids if id_ in by_id for name in by_id[id_].avoid}
    return ids if more <= ids else _with_avoided(content, ids | more)
