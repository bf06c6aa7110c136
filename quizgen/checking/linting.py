"""The rules on facts, cards, items and quizzes, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    distractors_in_stems,
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
from quizgen.model.quiz import Item, Quiz
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
    placeholders.check,
    hedges.check,
    hedged_claims.check,
    voices.check,
    relative_times.check,
    labels.check,
    larger_harms.check,
    new_harms.check,
    hidden_harms.check,
    accusations.check,
    lone_accusers.check,
    long_quotes.check,
    long_answers.check,
    double_questions.check,
    lists.check,
    many_deletions.check,
    empty_deletions.check,
    repeated_deletions.check,
    missing_options.check,
    yes_or_no.check,
    false_claims.check,
    stem_lengths.check,
    unexplained_falsehoods.check,
)
"""Run on each fact alone."""

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

ITEM_RULES: tuple[ItemRule, ...] = (
    equal_options.check,
    keys_in_stems.check,
    overlapping_options.check,
    mixed_types.check,
    options_on_options.check,
    double_negatives.check,
    article_cues.check,
    number_cues.check,
    contained_options.check,
    distractors_in_stems.check,
    precise_keys.check,
    odd_punctuation.check,
    lone_distractors.check,
    opinions.check,
    blanks.check,
    impossible_shares.check,
    absolutes.check,
    convergence.check,
    repeated_starts.check,
)
"""Run on each question with all the options that its fact has, and with those that a quiz gives it."""

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

    ``year`` is the one in which sources are called old; without it none is. A problem may come twice: from what a
    fact could become here, and from what a quiz makes of it in ``check_quiz``.
    """
    bank = view_bank(content)
    return tuple(_problems_of_facts(bank, settings, year))


def check_quiz(quiz: Quiz, content: Content) -> tuple[Problem, ...]:
    """Run the rules on the items of a planned quiz, and on its forms."""
    bank = view_bank(content)
    items = (placed.item for placed in quiz.forms[0].items)
    alone = (problem for item in items for problem in _problems_of_item(item, quiz, bank))
    together = (problem for rule in SET_RULES for problem in rule(quiz, bank))
    return tuple(dict.fromkeys((*alone, *together)))


def _problems_of_facts(bank: BankView, settings: CheckSettings, year: int | None) -> Iterator[Problem]:
    for rule in SOURCE_RULES:
        yield from rule(bank.content)
    yield from max_age.check(bank.content, settings.max_age, year)
    for bank_rule in BANK_RULES:
        yield from bank_rule(bank)
    for view in bank.views:
        for fact_rule in FACT_RULES:
            yield from fact_rule(view)
        asked = asked_by_fact(view)
        if asked is not None:
            yield from _problems_of_asked(asked, bank)


def _problems_of_item(item: Item, quiz: Quiz, bank: BankView) -> Iterator[Problem]:
    asked = asked_by_item(item, vocabulary_of(item.fact.lang or quiz.lang))
    if asked is not None:
        yield from _problems_of_asked(asked, bank)


def _problems_of_asked(asked: Asked, bank: BankView) -> Iterator[Problem]:
    for rule in ITEM_RULES:
        yield from rule(asked)
    for beside_rule in BESIDE_RULES:
        yield from beside_rule(asked, bank)
