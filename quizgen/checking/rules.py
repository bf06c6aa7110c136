"""All rules, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from quizgen.checking import (
    answer_in_distractors,
    bundles,
    cloze_form,
    deck_names,
    homes,
    ignores,
    known_facts,
    known_sources,
    quiz_ids,
    selections,
    topic_spellings,
)
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content

Rule: TypeAlias = Callable[[Content], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    known_sources.check,
    known_facts.check,
    answer_in_distractors.check,
    cloze_form.check,
    ignores.check,
    topic_spellings.check,
    selections.check,
    bundles.check,
    homes.check,
    deck_names.check,
    quiz_ids.check,
)


def check_content(content: Content) -> tuple[Problem, ...]:
    """Run every rule over what was read."""
    return tuple(problem for rule in RULES for problem in rule(content))
