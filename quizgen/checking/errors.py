"""The rules whose findings stop a build, run without loading any others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from quizgen.checking.items import (
    double_negatives,
    equal_options,
    false_claims,
    keys_in_stems,
    mixed_types,
    options_on_options,
    overlapping_options,
    true_distractors,
)
from quizgen.checking.running import RuleSet, problems_of_fact, problems_of_quizzes
from quizgen.checking.sets import same_facts
from quizgen.checking.views import view_bank, view_questions
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.quiz import Quiz

ERROR_RULES = RuleSet(
    fact=(false_claims.check,),
    stem=(keys_in_stems.check, options_on_options.check, equal_options.check),
    option=(overlapping_options.check, mixed_types.check, double_negatives.check),
    beside=(true_distractors.check,),
    set=(same_facts.check,),
)
"""Those that find errors, which stop a build. They look at what is asked and offered, and at false claims."""


def check_errors(content: Content, quizzes: Iterable[Quiz]) -> tuple[Problem, ...]:
    """Run the rules whose findings stop a build, and no others: on the facts, and on planned quizzes."""
    bank = view_bank(content)
    found: list[Problem] = []
    for view in view_questions(content):
        here, beside = problems_of_fact(view, bank, ERROR_RULES)
        found += (*here, *chain.from_iterable(beside))
    return tuple(dict.fromkeys((*found, *problems_of_quizzes(quizzes, bank, ERROR_RULES))))
