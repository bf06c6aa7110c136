"""The rules on facts, cards, items and quizzes, in the order in which they run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from quizgen.checking.asked import Asked, asked_by_fact, asked_by_item
from quizgen.checking.cards import (
    double_questions,
    empty_deletions,
    interference,
    lists,
    long_answers,
    many_deletions,
    missing_options,
    repeated_deletions,
    yes_or_no,
)
from quizgen.checking.facts import (
    accusations,
    ageing,
    answer_types,
    brackets,
    contrasts,
    doubled_words,
    duplicates,
    hedged_claims,
    hedges,
    hidden_harms,
    labels,
    larger_harms,
    named_wrongdoers,
    new_harms,
    placeholders,
    pronouns,
    relative_times,
    statements,
    voices,
)
from quizgen.checking.items import (
    absolutes,
    article_cues,
    blanks,
    clang,
    contained_options,
    convergence,
    double_negatives,
    equal_options,
    false_claims,
    impossible_shares,
    keys_in_stems,
    lone_distractors,
    mixed_types,
    number_cues,
    odd_punctuation,
    opinions,
    options_on_options,
    overlapping_options,
    precise_keys,
    repeated_starts,
    stem_lengths,
    true_distractors,
    unexplained_falsehoods,
)
from quizgen.checking.sets import absolute_statements, cross_cues, key_ranks, key_runs, longest_keys, same_facts
from quizgen.checking.sources import doubles, lone_accusers, long_quotes, max_age, undated, unused
from quizgen.checking.views import BankView, FactView, view_bank
from quizgen.checking.words import vocabulary_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.quiz import Quiz
from quizgen.model.settings import CheckSettings

FactRule: TypeAlias = Callable[[FactView], Iterable[Problem]]
BankRule: TypeAlias = Callable[[BankView], Iterable[Problem]]
SourceRule: TypeAlias = Callable[[Content], Iterable[Problem]]
ItemRule: TypeAlias = Callable[[Asked], Iterable[Problem]]
BesideRule: TypeAlias = Callable[[Asked, BankView], Iterable[Problem]]
SetRule: TypeAlias = Callable[[Quiz, BankView], Iterable[Problem]]

FACT_RULES: tuple[FactRule, ...] = (
    statements.check,
    doubled_words.check,
    pronouns.check,
    answer_types.check,
    brackets.check,
    hedges.check,
    hedged_claims.check,
    voices.check,
    relative_times.check,
    labels.check,
    accusations.check,
    lone_accusers.check,
    long_quotes.check,
    long_answers.check,
    double_questions.check,
    lists.check,
    missing_options.check,
    yes_or_no.check,
    false_claims.check,
    stem_lengths.check,
    unexplained_falsehoods.check,
)
"""Run on each fact alone."""

CLOZE_RULES: tuple[FactRule, ...] = (many_deletions.check, empty_deletions.check, repeated_deletions.check)
"""Run on each fact with a well-formed cloze."""

SENSITIVE_RULES: tuple[FactRule, ...] = (larger_harms.check, new_harms.check, hidden_harms.check)
"""Run on each sensitive fact."""

BANK_RULES: tuple[BankRule, ...] = (
    duplicates.check,
    ageing.check,
    contrasts.check,
    named_wrongdoers.check,
    interference.check,
    undated.check,
)
"""Run once, over all facts."""

SOURCE_RULES: tuple[SourceRule, ...] = (unused.check, doubles.check)
"""Run once, over all sources; the rule on their age wants the year and the settings beside."""

STEM_RULES: tuple[ItemRule, ...] = (
    keys_in_stems.check,
    options_on_options.check,
    equal_options.check,
    lone_distractors.check,
    opinions.check,
    blanks.check,
)
"""Run on each question, with whatever options."""

OPTION_RULES: tuple[ItemRule, ...] = (
    overlapping_options.check,
    mixed_types.check,
    double_negatives.check,
    article_cues.check,
    number_cues.check,
    contained_options.check,
    precise_keys.check,
    odd_punctuation.check,
    impossible_shares.check,
    absolutes.check,
    convergence.check,
    repeated_starts.check,
)
"""Run on each question with one right option among others: all that its fact has, and those that a quiz gives it."""

BESIDE_RULES: tuple[BesideRule, ...] = (true_distractors.check, clang.check)
"""The same, with all other facts beside it."""

SET_RULES: tuple[SetRule, ...] = (
    same_facts.check,
    cross_cues.check,
    key_ranks.check,
    longest_keys.check,
    key_runs.check,
    absolute_statements.check,
)
"""Run on each quiz."""


def check_facts(content: Content, settings: CheckSettings, year: int | None) -> tuple[Problem, ...]:
    """Run the rules on facts, sources, cards and the items that facts can become; no quiz is needed.

    ``year`` is the one in which sources are called old; without it none is.
    """
    with _without_collection():
        return tuple(_problems_of_facts(content, settings, year))


def check_quiz(quiz: Quiz, content: Content) -> tuple[Problem, ...]:
    """Run the rules on the items of a planned quiz, and on its forms."""
    return check_quizzes((quiz,), content)


def check_quizzes(quizzes: Iterable[Quiz], content: Content) -> tuple[Problem, ...]:
    """Run the rules on the items of planned quizzes, and on their forms.

    What is wrong with a question and all its options is found in ``check_facts`` too, and reads the same.
    """
    bank = view_bank(content)
    found: list[Problem] = []
    for quiz in quizzes:
        for placed in quiz.forms[0].items:
            asked = asked_by_item(placed.item, vocabulary_of(placed.item.fact.lang or quiz.lang))
            found += [] if asked is None else _problems_of(asked, bank)
        for rule in SET_RULES:
            found += rule(quiz, bank)
    return tuple(dict.fromkeys(found))


def _problems_of_facts(content: Content, settings: CheckSettings, year: int | None) -> list[Problem]:
    bank = view_bank(content)
    found: list[Problem] = [*max_age.check(content, settings.max_age, year)]
    for source_rule in SOURCE_RULES:
        found += source_rule(content)
    for bank_rule in BANK_RULES:
        found += bank_rule(bank)
    for view in bank.views:
        unwritten = [*placeholders.check(view)]
        found += unwritten
        if unwritten:
            continue  # the rest is said once the fact is written
        for rules in _rules_for(view):
            for fact_rule in rules:
                found += fact_rule(view)
        asked = asked_by_fact(view)
        if asked is not None:
            found += _problems_of(asked, bank)
    return found


@contextmanager
def _without_collection() -> Iterator[None]:
    """Let the garbage collector rest: folded texts are many, they last, and they hold no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _rules_for(view: FactView) -> Iterator[tuple[FactRule, ...]]:
    yield FACT_RULES
    if view.cloze is not None:
        yield CLOZE_RULES
    if view.fact.sensitive:
        yield SENSITIVE_RULES


def _problems_of(asked: Asked, bank: BankView) -> list[Problem]:
    found: list[Problem] = []
    for rule in STEM_RULES:
        found += rule(asked)
    if asked.key is not None:
        for rule in OPTION_RULES:
            found += rule(asked)
        for beside_rule in BESIDE_RULES:
            found += beside_rule(asked, bank)
    return found
