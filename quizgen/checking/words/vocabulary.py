"""What the rules must know of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from quizgen.model.fact import Certainty

Words = frozenset[str]
"""Folded words: small letters, no accents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The word lists of one language. Patterns are run over folded words joined by single spaces."""

    stop_words: Words
    """Words that name nothing: articles, prepositions, pronouns, auxiliary verbs."""
    auxiliaries: Words
    """`is`, `have`, `can`: where one stands, there is a sentence."""
    fillers: Words
    """Words with which an answer may begin without saying anything: `the`, `in the`, `it was`."""
    plural_words: Words
    """Plurals without the usual ending."""
    singular_articles: Words
    """Words that stand before one thing only."""
    numbers: Mapping[str, Decimal]
    """Number words up to a hundred."""
    multipliers: Mapping[str, Decimal]
    """`hundred`, `thousand` …"""
    number_words: Words
    """All words of ``numbers`` and ``multipliers``."""
    months: Words
    roughly: re.Pattern[str]
    """What may stand before a number without changing it: `about`, `in`."""
    above: re.Pattern[str]
    """`more than`, `at least`."""
    below: re.Pattern[str]
    """`fewer than`, `up to`."""
    quantities: Words
    """Words that answer `how many` beside numbers: `none`, `several`, `half`."""
    counting: Words
    """Everything that counts or dates: number words, quantities, months and units of time."""
    negations: Words
    negated_verbs: re.Pattern[str]
    """A verb that is denied: `does not`, `cannot`."""
    hedges: Mapping[Certainty, re.Pattern[str]]
    """Words that say how a source puts a claim, by what they say."""
    strong_hedges: Mapping[Certainty, re.Pattern[str]]
    """Those that can mean nothing else, so that a claim with one of them is not simply stated."""
    strong_hedge_words: Words
    """One of these stands in whatever ``strong_hedges`` finds."""
    relative_times: re.Pattern[str]
    """Words whose meaning moves with the reader's day: `recently`."""
    relative_time_words: Words
    """One of these stands in whatever ``relative_times`` finds."""
    ageing: re.Pattern[str]
    """A state or a tense that will not stay true: `has been`, `is the president`."""
    pronouns: Words
    """Words that stand for a person or thing."""
    pronoun_starts: re.Pattern[str]
    """A claim's beginning that speaks of somebody who is not named."""
    pronoun_questions: re.Pattern[str]
    """A question about somebody who is not named."""
    double_questions: re.Pattern[str]
    """Two questions in one."""
    needs_options: re.Pattern[str]
    """A question that points to options, or to a text or picture above it."""
    pointing_words: Words
    """One of these stands in whatever ``needs_options`` finds."""
    interrogatives: Words
    yes_or_no: Words
    """Answers that leave two choices."""
    opinions: re.Pattern[str]
    """A question for what the reader thinks."""
    opinion_words: Words
    other_options: re.Pattern[str]
    """An option that speaks of the other options: `all of the above`."""
    letter_options: re.Pattern[str]
    """An option that names others by their letters: `A and B`."""
    other_option_starts: Words
    """With one of these whatever ``other_options`` or ``letter_options`` finds begins."""
    quantity_questions: re.Pattern[str]
    """A question that `none of them` answers."""
    number_questions: re.Pattern[str]
    """A question that a number or a date answers."""
    offers: re.Pattern[str]
    """Words between two things of which one is to be chosen, whatever else the question says: `or`."""
    pair_joins: re.Pattern[str]
    """The same in a question that ``pair_questions`` finds: `and`."""
    pair_questions: re.Pattern[str]
    """A question for one of a pair: `which of … and …`."""
    language_questions: re.Pattern[str]
    """A question about words, whose answer may stand in the sentence that it quotes."""
    negative_stems: re.Pattern[str]
    """A question that asks for the odd one out."""
    absolutes: Words
    """`always`, `never`: seldom true, and known to be."""
    harms: re.Pattern[str]
    """Harm and wrongdoing that nobody may be credited with by invention."""
    violence: re.Pattern[str]
    """Harm that is done to somebody's body: what no gap may ask for."""
    joins: Words
    """`and`, `or` between two things."""
    plural_stems: re.Pattern[str]
    """A question that wants several things."""
    singular_stems: re.Pattern[str]
    """A question that wants one thing."""
    indefinite_articles: tuple[str, str]
    """Before a consonant and before a vowel; two empty texts where a language has no such pair."""
    vowel_sounds: re.Pattern[str]
    """A word before which the second one stands."""
    suffixes: re.Pattern[str]
    """Endings that are taken off to compare words."""
    articles: Words
    """`the`, `a`: what is left out when two sentences are compared."""
    same_words: Mapping[str, str]
    """What asks the same in other words: `in which year` for `when`."""
    doubled_on_purpose: Words
    """Words that may stand twice in a row."""

    def same_questions(self, line: str) -> str:
        """Put one word in the place of those that ask the same."""
        for words, word in self.same_words.items():
            if words in line:
                line = line.replace(words, word)
        return line
