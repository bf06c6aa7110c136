"""QZ700: two options that a reader takes for one."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterator

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.spans import read_span
from quizgen.diagnostics.problem import Label, Problem

_LETTERS_THAT_TELL = 4
"""Shorter words may differ by an accent alone: `ou` and `où`."""


def check(asked: Asked) -> Iterator[Problem]:
    """Report options that differ in articles, accents, hyphens or the spelling of a number, and in nothing else.

    Options that are spelt alike are reported with the distractors of their fact.
    """
    right = (*asked.answers, *asked.accepted)
    if not _may_be_equal(right, asked):
        return
    first: dict[Hashable, tuple[Folded, str]] = {}
    for option in right:
        first.setdefault(_meaning(option, asked), (option, "the right answer"))
    for option in asked.distractors:
        other, what = first.setdefault(_meaning(option, asked), (option, "another distractor"))
        if other is not option and _spelling(other) != _spelling(option):
            yield Problem(
                code="QZ700",
                message=f"the distractor `{option.text}` says the same as {what}",
                place=option.text.place,
                labels=(Label(other.text.place, what),),
                hint="write a distractor that is wrong, and unlike the others",
            )


def _may_be_equal(right: tuple[Folded, ...], asked: Asked) -> bool:
    """Whether two options have the same words, or the same number: a quick look at all."""
    options = (*right, *asked.distractors)
    articles = asked.vocabulary.articles if asked.vocabulary is not None else frozenset()
    numbers = [(span.low, span.unit) for span in asked.spans if span is not None]
    has_doubled_words = len({option.bag - articles for option in options}) < len(options)
    return bool(asked.distractors) and (has_doubled_words or len(set(numbers)) < len(numbers))


def _meaning(option: Folded, asked: Asked) -> Hashable:
    """Return what makes two options one: a value with its unit, or the words without articles."""
    span = read_span(option, asked.vocabulary)
    if span is not None:
        return span.low, span.high, span.unit, span.is_open
    if len("".join(option.words)) < _LETTERS_THAT_TELL:
        return _spelling(option)
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


def _spelling(option: Folded) -> str:
    """Fold as the rule on the distractors of a fact does."""
    return " ".join(unicodedata.normalize("NFKC", option.text).casefold().split()).rstrip(".")
