"""English patterns of questions and options."""

from __future__ import annotations

import re

from quizgen.checking.words.lists import any_of, words

_ASK = r"(?:who|whom|whose|what|when|where|why|how|which)"
_BE = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)"
_AT = r"(?:(?:in|at|on|to|from|by|with|of|for|through) )?"

PRONOUN_STARTS = re.compile(
    r"(?:he|she|they|his|her|their|these|those(?! who)) "
    # `it` may stand for what follows: it is said that, it takes two to
    r"|it (?!(?:is|was|were|has|had|will|would|may|might|can|could|must|does|did|seem\w*|appear\w*|t(?:ake|ook)\w*"
    r"|follow\w*|turn\w*|happen\w*|remain\w*|rain\w*|snow\w*|cost\w*|bec[ao]me\w*|matter\w*|depend\w*)\b)"
)
PRONOUN_QUESTIONS = re.compile(
    rf"{_AT}{_ASK}(?: (?!{_BE}\b)\w+){{0,4}} (?:{_BE} (?:he|she)|(?!has|have|had){_BE} (?:his|her|their))\b"
)
DOUBLE_QUESTIONS = re.compile(
    rf"^{_ASK} and {_AT}{_ASK}\b"
    rf"|^(?:\w+ )?{_ASK}\b.* and {_AT}{_ASK} (?:(?!{_BE}\b)\w+ ){{0,2}}{_BE}\b"
    rf"|^(?:\w+ )?{_ASK}\b.* and {_AT}"
    r"(?:when|where|why|how|whom|(?:which|what) (?:year|month|day|city|country|place))$"
)
NEEDS_OPTIONS = any_of(
    r"""(?:which|what|who|one) (?:one )?of (?:the following|these|those|the (?:above|below|options|answers|choices))
    | (?:all|any|none) of the (?:following|above|below|options|answers|choices) | the following
    | (?:shown|given|listed|named|mentioned|described|list|passage|text|table|picture|photo|image|figure)
    (?:above|below)
    | shown here | in (?:the|this) (?:picture|photo|photograph|image|diagram|drawing) | from the (?:options|choices)
    | which option"""
)
POINTING_WORDS = words(
    """these those following above below options option answers choices shown picture photo photograph image diagram
    drawing"""
)
OPINIONS = any_of(
    r"""do you (?:think|believe|feel|prefer|find it|find the most) | (?:would|should) you (?:prefer|choose|rather)
    | in your (?:opinion|view) | (?:is|are|was|were) your favou?rite | you like (?:best|most)"""
)
OPINION_WORDS = words("you your")

_OTHERS = r"(?:above|following|options?|answers?|choices?|others?|these|those|mentioned|listed|below|statements?)"
_RIGHT = r"(?:is|are) (?:all )?(?:correct|right|true|wrong|false)"
OTHER_OPTIONS = re.compile(
    r"(?:all|none) of them"
    r"|(?:all|none|both|neither|any|either|each|most|some|two|three|one|more than one) of (?:the )?"
    rf"(?:two |three |other )?{_OTHERS}(?: (?:above|below|mentioned|listed|named|{_RIGHT}))?"
    r"|(?:all|none|both|neither|no)(?: the)? (?:above|answers?|options?|choices?|statements?)"
    rf"(?: above| {_RIGHT})?"
    rf"|(?:all|none|both|neither) {_RIGHT}"
    rf"|(?:the )?(?:above|other) (?:options?|answers?) {_RIGHT}"
    r"|i (?:don't|do not) know|no correct answer|no answer is correct"
)
LETTER_OPTIONS = re.compile(r"(?:both |neither |only |either )?[a-e1-5] (?:and|or|nor|only)(?: [a-e1-5](?: only)?)?")
OTHER_OPTION_STARTS = words(
    """all none both neither any either each most some two three one more no the above other i
    only a b c d e 1 2 3 4 5"""
)
QUANTITY_QUESTIONS = any_of(
    r"""how (?:many|much|often|large|big|far) | what (?:share|part|portion|proportion|fraction|percentage)
    | which (?:of them|share|part)"""
)
NUMBER_QUESTIONS = any_of(
    r"""how (?:many|much|often|long|old|large|big|far|high|deep|tall|wide|heavy|fast)
    | (?:which|what) (?:year|number|share|percentage|age) | ^when"""
)
OFFERS = re.compile(rf"\bor (?:the |an? )?$|^,? or\b(?! (?:\w+ )?(?:{_ASK}|not)\b)", re.IGNORECASE)
PAIR_JOINS = re.compile(r"\band (?:the |an? )?$|^,? and\b", re.IGNORECASE)
PAIR_QUESTIONS = re.compile(rf"^(?:of|between|among) .* and .*\b{_ASK}\b|^{_AT}{_ASK} of .* and ")
LANGUAGE_QUESTIONS = any_of(
    r"""words? | letters? | nouns? | verbs? | adjectives? | adverbs? | pronouns? | prepositions? | conjunctions?
    | articles? | participles? | subject | object | predicate | clause | syllables? | prefix | suffix | rhymes?"""
)
_NOT = r"(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca)n't"
NEGATIVE_STEMS = re.compile(
    rf"^{_AT}(?:which|who|what)(?: (?!{_BE}\b)\w+){{0,8}}(?<!that)(?<!who)(?<!which) "
    rf"(?:{_BE} (?:\w+ ){{0,2}}?(?:not|never)|{_NOT}|cannot)\b"
    r"|^(?:which|what|who|all)\b.*\bexcept$"
)
NEGATED_VERBS = re.compile(
    rf"\b(?:{_BE} (?:not|never)|(?:is|are|was|were|has|have|had) no|cannot|may not|must not|{_NOT})\b"
)
_THING = rf"^{_AT}(?:which|what|who)(?: (?!are|were|have|do|is|was|has|does)\w+){{0,4}}"
PLURAL_STEMS = re.compile(rf"{_THING} (?:are|were|have)\b")
SINGULAR_STEMS = re.compile(rf"{_THING} (?:is|was|has)\b")
