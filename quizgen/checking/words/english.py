"""English word lists."""

from __future__ import annotations

import re

from quizgen.checking.words import english_hedges, english_questions
from quizgen.checking.words.lists import values, words
from quizgen.checking.words.vocabulary import Vocabulary

_PREPOSITIONS = """about above across after against along among around as at before behind below beneath beside
besides
between beyond by down during except for from in inside into like near of off on onto out outside over past per round
since than through throughout till to toward towards under until up upon via with within without"""
_PRONOUNS = """i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
this that
these those who whom whose which what there here one ones itself himself herself themselves"""
_AUXILIARIES = """be am is are was were been being do does did done has have had having can could may might must shall
should will would"""
_CONJUNCTIONS = "and or nor but if while whereas although though because so when where why how also too either both"

_NUMBERS = values(
    """zero=0 nought=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
    thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30
    forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 once=1 twice=2 thrice=3"""
)
_MULTIPLIERS = values(
    """dozen=12 dozens=12 hundred=100 hundreds=100 thousand=1000 thousands=1000 million=1000000 millions=1000000
    billion=1000000000 billions=1000000000 trillion=1000000000000"""
)

_MONTHS = words(
    """january february march april may june july august september october november december spring summer autumn
    winter"""
)
_TIME_UNITS = words(
    """moment second seconds minute minutes hour hours day days week weeks month months year years decade century
    forever"""
)
_QUANTITIES = words(
    """none no nothing nobody all most many much few several some half halves third thirds quarter quarters fifth
    tenth majority minority every any both neither single double twice once thrice never always unlimited infinite
    infinitely countless dozens hundreds thousands millions billions fifths tenths equal same"""
)

ENGLISH = Vocabulary(
    stop_words=words(f"a an the {_PREPOSITIONS} {_PRONOUNS} {_AUXILIARIES} {_CONJUNCTIONS}"),
    auxiliaries=words(_AUXILIARIES),
    fillers=words(
        """a an the in on at by from to of for with into it they he she was were is are that those as its his her
        their both either"""
    ),
    plural_words=words("people men women children geese mice feet teeth oxen data media criteria phenomena bacteria"),
    singular_articles=words("a an one every each another"),
    numbers=_NUMBERS,
    multipliers=_MULTIPLIERS,
    number_words=frozenset(_NUMBERS) | frozenset(_MULTIPLIERS),
    months=_MONTHS,
    roughly=re.compile(
        r"about|some|around|roughly|nearly|almost|approximately|circa|ca|exactly|only|just|in|by|on|at|the|for|after"
    ),
    above=re.compile(r"(?:more|greater|larger|higher|longer) than|over|above|at least|from"),
    below=re.compile(r"(?:less|fewer|smaller|lower|shorter) than|under|below|up to|at most"),
    quantities=_QUANTITIES,
    counting=_MONTHS | _TIME_UNITS | _QUANTITIES | frozenset(_NUMBERS) | frozenset(_MULTIPLIERS),
    negations=words(
        """not no never none nobody nothing neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't
        hasn't haven't hadn't won't wouldn't shouldn't couldn't"""
    ),
    negated_verbs=english_questions.NEGATED_VERBS,
    hedges=english_hedges.HEDGES,
    strong_hedges=english_hedges.STRONG_HEDGES,
    strong_hedge_words=english_hedges.STRONG_HEDGE_WORDS,
    relative_times=english_hedges.RELATIVE_TIMES,
    relative_time_words=english_hedges.RELATIVE_TIME_WORDS,
    ageing=english_hedges.AGEING,
    pronouns=words("he she it they his her its their these those this"),
    pronoun_starts=english_questions.PRONOUN_STARTS,
    pronoun_questions=english_questions.PRONOUN_QUESTIONS,
    double_questions=english_questions.DOUBLE_QUESTIONS,
    needs_options=english_questions.NEEDS_OPTIONS,
    pointing_words=english_questions.POINTING_WORDS,
    interrogatives=words("who whom whose what when where why how which"),
    yes_or_no=words("yes no true false"),
    opinions=english_questions.OPINIONS,
    opinion_words=english_questions.OPINION_WORDS,
    other_options=english_questions.OTHER_OPTIONS,
    letter_options=english_questions.LETTER_OPTIONS,
    other_option_starts=english_questions.OTHER_OPTION_STARTS,
    quantity_questions=english_questions.QUANTITY_QUESTIONS,
    number_questions=english_questions.NUMBER_QUESTIONS,
    offers=english_questions.OFFERS,
    pair_joins=english_questions.PAIR_JOINS,
    pair_questions=english_questions.PAIR_QUESTIONS,
    language_questions=english_questions.LANGUAGE_QUESTIONS,
    negative_stems=english_questions.NEGATIVE_STEMS,
    absolutes=words(
        """always never every everybody everyone everything nobody nothing only all completely entirely totally
        absolutely"""
    ),
    harms=english_hedges.HARMS,
    violence=english_hedges.VIOLENCE,
    joins=words("and or"),
    plural_stems=english_questions.PLURAL_STEMS,
    singular_stems=english_questions.SINGULAR_STEMS,
    indefinite_articles=("a", "an"),
    vowel_sounds=re.compile(r"(?!uni(?![nm])|use|usu|uto|eu|ewe|one\b|once\b)[aeiou]|hour|honest|honou?r|heir"),
    suffixes=re.compile(r"(?:'s|ically|ical|ies|ied|ing|ed|es|ic|al|s|y|e)$"),
    articles=words("a an the"),
    same_words={"in which year": "when", "in what year": "when", "at what time": "when", "by whom": "who"},
    doubled_on_purpose=words("had that so very really much many far long bye blah ha"),
)
