"""QZ702: options that can be right together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.spans import Span
from quizgen.checking.views import core_of
from quizgen.diagnostics.problem import Label, Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report ranges that share a number, and `A and B` beside `A`: the first pair of an item."""
    return _check(asked) if _has_join(asked) or _has_range(asked) else ()


def _check(asked: Asked) -> Iterator[Problem]:
    for (left, left_span), (right, right_span) in combinations(zip(asked.options, asked.spans, strict=True), 2):
        if _share_numbers(left_span, right_span) or _joins(left, right, asked) or _joins(right, left, asked):
            yield Problem(
                code="QZ702",
                message=f"the options `{left.text}` and `{right.text}` overlap",
                place=right.text.place,
                labels=(Label(left.text.place, "the other option"),),
                note="if one is right, the other one is right at least in part",
                hint="draw the options so that each excludes all others",
            )
            return


def _has_range(asked: Asked) -> bool:
    if asked.numbers or not asked.has_figures:
        return False
    return any(span is not None and not span.is_exact for span in asked.spans)


def _has_join(asked: Asked) -> bool:
    return asked.vocabulary is not None and not asked.vocabulary.joins.isdisjoint(asked.words)


def _share_numbers(left: Span | None, right: Span | None) -> bool:
    if left is None or right is None or left.unit != right.unit or (left.is_exact and right.is_exact):
        return False
    if left.is_year and right.is_year:
        return False  # periods have names, and may overlap
    return left.overlaps(right)


def _joins(whole: Folded, part: Folded, asked: Asked) -> bool:
    """Whether one option is another one and something more: `the Danube and the Don` beside `the Don`.

    The part must be the key, or the other half an option too: else it may be a name, or `black and white`.
    """
    if asked.vocabulary is None or asked.vocabulary.joins.isdisjoint(whole.words):
        return False
    if not asked.vocabulary.auxiliaries.isdisjoint(whole.words) or any(word[0].isdigit() for word in whole.words):
        return False  # a sentence, or numbers
    at = next(at for at, word in enumerate(whole.words) if word in asked.vocabulary.joins)
    halves = {core_of(whole.words[:at], asked.vocabulary), core_of(whole.words[at + 1 :], asked.vocabulary)}
    options = {_core(option, asked) for option in asked.options if option is not whole}
    return _core(part, asked) in halves - {()} and (part is asked.key or halves <= options)


def _core(option: Folded, asked: Asked) -> tuple[str, ...]:
    """Return the telling words of an option; all of them where it begins like a title: `The Twist`."""
    is_title = asked.vocabulary is not None and option.words[:1] and option.words[0] in asked.vocabulary.articles
    return option.words if is_title and option.text[:1].isupper() else asked.core(option)
