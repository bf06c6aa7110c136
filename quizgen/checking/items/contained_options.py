"""QZ713: an option that is a kind of another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Label, Problem


def check(asked: Asked) -> Iterable[Problem]:
    """Report `metamorphic rock` beside `rock`: the first pair of an item; names are left alone.

    Languages: those with word lists.
    """
    last_words = {option.words[-1:] for option in asked.options}
    if asked.vocabulary is None or len(last_words) == len(asked.options):
        return ()
    return _check(asked, asked.vocabulary)


def _check(asked: Asked, vocabulary: Vocabulary) -> Iterator[Problem]:
    cores = [asked.core(option) for option in asked.options]
    if len(set(map(len, cores))) == 1:
        return  # none has more words than another
    for (narrow, core), (wide, other) in permutations(zip(asked.options, cores, strict=True), 2):
        if _is_longer(core, other) and _is_kind_of(core, wide, other, vocabulary):
            yield Problem(
                code="QZ713",
                message=f"`{narrow.text}` is a kind of `{wide.text}`",
                place=narrow.text.place,
                labels=(Label(wide.text.place, "the wider option"),),
                note="if the narrower option is right, the wider one is right as well",
                hint="write options of which none holds another",
            )
            return


def _is_longer(core: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return other != () and len(core) > len(other) and core[-len(other) :] == other


def _is_kind_of(core: tuple[str, ...], wide: Folded, other: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether what stands before the words of the wider option makes another thing of it."""
    more = set(core[: -len(other)]) - {"non"}
    if not more or not more.isdisjoint(vocabulary.negations | vocabulary.stop_words | vocabulary.quantities):
        return False
    if any(word in vocabulary.numbers or word[0].isdigit() for word in core):
        return False
    return str(wide.text)[-len(other[-1]) :].islower() and str(wide.text) == str(wide.text).lower()
