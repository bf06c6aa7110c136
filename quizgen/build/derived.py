"""The recipe of ``quizgen check --show-derived``: plan all quizzes, and list what no curator wrote."""

from __future__ import annotations

from quizgen.build.selecting import quiz_orders
from quizgen.model.content import Content
from quizgen.model.derived import DerivedItem
from quizgen.planning.derived import derived_items
from quizgen.planning.quizzes import plan_quizzes


def list_derived(content: Content) -> tuple[DerivedItem, ...]:
    """List the derived options and statements of all quizzes that can be planned; ``()`` without a project file."""
    if content.project is None:
        return ()
    quizzes, _ = plan_quizzes(quiz_orders(content), content.bank)
    return tuple(item for quiz in quizzes.values() for item in derived_items(quiz))
