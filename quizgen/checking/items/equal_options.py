"""QZ700: two options that a reader takes for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded, spelling_of
from quizgen.checking.spans import read_span
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.folding import folded

_RAISED = re.compile(r"\^|[\u00b2\u00b3\u00b9\u2070-\u2099]")
"""Exponents, and the numbers in formulas where Unicode has signs for them."""
_FORMULA = re.compile(r"\w*[a-z]\w*[A-Z]\w*|(?=.*[A-Z])(?=.*\d)\w+")
"""A capital letter after a small one (`NaCl`, `mW`), or capital letters with digits (`CO2`)."""
_LETTERS_THAT_TELL = 3
"""In so short a word each letter tells: `CO` is not `Co`, `ou` is not `où`."""


def check(asked: Asked) -> Iterable[Problem]:
    """Report options that differ in articles, accents, hyphens or the spelling of a number, and in nothing else.

    Options that are spelt alike, as an answer or an accepted spelling, are reported with the distractors of their fact.
    """
    return _check(asked) if asked.distractors and _may_be_equal(asked) else ()


def _check(asked: Asked) -> Iterator[Problem]:
    right = (*asked.answers, *asked.accepted)
    first: dict[Hashable, tuple[Folded, str]] = {}
    spelt = {spelling_of(option.text) for option in right}
    for option in right:
        first.setdefault(_meaning(option, asked), (option, "the right answer"))
    for option in asked.distractors:
        other, what = first.setdefault(_meaning(option, asked), (option, "another distractor"))
        is_told = spelling_of(option.text) in spelt
        spelt.add(spelling_of(option.text))
        if other is not option and not is_told and _say_the_same(other.text, option.text):
            yield Problem(
                code="QZ700",
                message=f"the distractor `{option.text}` says the same as {what}",
                place=option.text.place,
                labels=(Label(other.text.place, what),),
                hint="write a distractor that is wrong, and unlike the others",
            )


def _may_be_equal(asked: Asked) -> bool:
    """Whether two options have the same words or the same number: a quick look at all."""
    words = [option.words for option in (*asked.answers, *asked.accepted, *asked.distractors)]
    articles = asked.vocabulary.articles if asked.vocabulary is not None else frozenset()
    if not articles.isdisjoint(chain.from_iterable(words)):
        words = [own[1:] if own and own[0] in articles else own for own in words]
    if len({*words}) < len(words):
        return True
    if asked.numbers or not asked.has_figures:
        return False
    numbers = [(span.low, span.unit) for span in asked.spans if span is not None]
    return len({*numbers}) < len(numbers)


def _meaning(option: Folded, asked: Asked) -> Hashable:
    """Return what makes two options one: a value with its unit, or the words without articles."""
    span = read_span(option, asked.vocabulary)
    if span is not None:
        return span.low, span.high, span.unit, span.is_open
    return _without_article(option, asked), _signs(option.text)


def _without_article(option: Folded, asked: Asked) -> tuple[str, ...]:
    """Leave out an article at the beginning, unless it is part of a title: `The Who`."""
    articles = asked.vocabulary.articles if asked.vocabulary is not None else frozenset()
    has_article = option.words[:1] and option.words[0] in articles and option.text[:1].islower()
    return option.words[1:] if has_article else option.words


def _signs(text: str) -> str:
    """Return the signs of a text that are not punctuation: `C++` is not `C#`."""
    return "".join(
        character for character in text if unicodedata.category(character)[0] == "S" or character in "#%&*/@"
    )


def _say_the_same(one: str, other: str) -> bool:
    """Whether options of one meaning differ in nothing that tells."""
    if any(map(_RAISED.search, (one, other))):
        return False
    words, others = one.replace("~", "").split(), other.replace("~", "").split()
    return not any(
        left != right and _tell(left, right) for left, right in zip(reversed(words), reversed(others), strict=False)
    )


def _tell(one: str, other: str) -> bool:
    """Whether two spellings of a word may mean two things."""
    letters = _letters(one)
    if letters != _letters(other):
        return False
    is_short = len(letters) <= _LETTERS_THAT_TELL and not (len(one) == len("two") and one[1:] == other[1:])
    return is_short or any(map(_FORMULA.fullmatch, (one, other)))


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, folded(word)))
