"""The rules on facts, cards, items, quizzes and sources, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

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
    mixed_scripts,
    named_wrongdoers,
    new_harms,
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
from quizgen.checking.running import AmongRule, BesideRule, Comparison, FactRule, ItemRule, RuleSet, SetRule
from quizgen.checking.sets import absolute_statements, cross_cues, key_ranks, key_runs, longest_keys, same_facts
from quizgen.checking.sources import doubles, lone_accusers, long_quotes, stale_reviews, undated, unused
from quizgen.checking.views import BankView
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content

BankRule: TypeAlias = Callable[[BankView], Iterable[Problem]]
SourceRule: TypeAlias = Callable[[Content], Iterable[Problem]]

FACT_RULES: tuple[FactRule, ...] = (
    statements.check,
    doubled_words.check,
    pronouns.check,
    answer_types.check,
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
    brackets.check,
    mixed_scripts.check,
)
"""Run on each fact alone."""

CLOZE_RULES: tuple[FactRule, ...] = (many_deletions.check, empty_deletions.check, repeated_deletions.check)
"""Run on each fact with a well-formed cloze."""

SENSITIVE_RULES: tuple[FactRule, ...] = (larger_harms.check, new_harms.check, hidden_harms.check)
"""Run on each sensitive fact."""

AMONG_RULES: tuple[AmongRule, ...] = (ageing.check, named_wrongdoers.check)
"""Run on each fact, with what is known of all others beside it."""

COMPARISONS: tuple[Comparison, ...] = (
    Comparison(duplicates.keys, duplicates.check),
    Comparison(interference.keys, interference.check),
)
"""Run on those facts that have something in common."""

BANK_RULES: tuple[BankRule, ...] = (contrasts.check, undated.check)
"""Run once, over all facts, for what needs no look at their words."""

SOURCE_RULES: tuple[SourceRule, ...] = (unused.check, doubles.check, stale_reviews.check, mixed_scripts.check_sources)
"""Run once, over all sources and what was read in them; that on their age wants the year and the settings beside."""

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


ALL_RULES = RuleSet(
    fact=FACT_RULES,
    cloze=CLOZE_RULES,
    sensitive=SENSITIVE_RULES,
    stem=STEM_RULES,
    option=OPTION_RULES,
    beside=BESIDE_RULES,
    set=SET_RULES,
)
