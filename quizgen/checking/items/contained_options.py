"""QZ713: an option that is a kind of another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.diagnostics.problem import Label, Problem


def check(asked: Asked) -> Iterator[Problem]:
    """Report `metamorphic rock` beside `rock`: the first pair of an item; names are left alone.

    Languages: those with word lists.
    """
    last_words = {option.words[-1:] for option in asked.options}
    if asked.vocabulary is None or len(last_words) == len(asked.options):
        return
    for narrow, wide in permutations(asked.options, 2):
        if _is_kind_of(narrow, wide, asked):
            yield Problem(
                code="QZ713",
                message=f"`{narrow.text}` is a kind of `{wide.text}`",
                place=narrow.text.place,
                labels=(Label(wide.text.place, "the wider option"),),
                note="if the narrower option is right, the wider one is right as well",
                hint="write options of which none holds another",
            )
            return


def _is_kind_of(narrow: Folded, wide: Folded, asked: Asked) -> bool:
    core, other = asked.core(narrow), asked.core(wide)
    if not other or len(core) <= len(other) or core[-len(other) :] != other or asked.vocabulary is None:
        return False
    more = set(core[: -len(other)]) - {"non"}
    if not more:
        return False
    says_more = more.isdisjoint(asked.vocabulary.negations | asked.vocabulary.stop_words | asked.vocabulary.quantities)
    is_number = any(word in asked.vocabulary.numbers or word[0].isdigit() for word in core)
    return (
        says_more
        and not is_number
        and str(wide.text)[-len(other[-1]) :].islower()
        and str(wide.text) == str(wide.text).lower()
    )
