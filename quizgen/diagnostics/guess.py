"""Hints for words that were nearly right."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quizgen.diagnostics.lookalikes import difference, plain

_LONGEST = 80
"""Longer words are no slips of the pen; comparing takes quadratic time."""
_MOST_NEIGHBOURS = 30
_LEAST_ALIKE = 0.7


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the known word that is nearest to a misspelt one; empty where none is near."""
    near = nearest(word, known)
    return meant(word, near) if near else ""


def meant(word: str, near: str) -> str:
    """Ask whether a known word was meant; where the two look the same, say in which character they differ."""
    why = difference(word, near)
    return f"did you mean `{near}`?" + (f" {why[0].upper()}{why[1:]}" if why else "")


def instead(word: str, near: str) -> str:
    """Tell to write a known word in the place of another one, likewise."""
    why = difference(word, near)
    return f"write `{near}`" + (f": {why}" if why else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is nearest to a misspelt one, whatever the case; empty where none is near."""
    return _nearest(str(word), frozenset(known)) if len(word) <= _LONGEST else ""


class _Words(NamedTuple):
    """Known words, in small letters."""

    spelt: dict[str, str]
    """How each is spelt."""
    looks: dict[str, str]
    """How each is spelt, by how it looks."""
    forwards: list[str]
    backwards: list[str]
    """Sorted, each read from its end."""


@lru_cache(maxsize=4096)
def _nearest(word: str, known: frozenset[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - needed only once something is wrong

    words, folded = _words(known), word.casefold()
    if twin := words.looks.get(plain(word).casefold()):
        return twin
    # a slip of the pen leaves one end of the word whole, so the right one stands near it in one of the alphabets
    ends = (name[::-1] for name in _around(folded[::-1], words.backwards))
    near = get_close_matches(folded, dict.fromkeys((*_around(folded, words.forwards), *ends)), n=1, cutoff=_LEAST_ALIKE)
    return words.spelt[near[0]] if near else ""


@lru_cache(maxsize=16)
def _words(known: frozenset[str]) -> _Words:
    spelt = {name.casefold(): name for name in sorted(known)}
    looks = {plain(name).casefold(): name for name in sorted(known)}
    return _Words(spelt, looks, sorted(spelt), sorted(name[::-1] for name in spelt))


def _around(word: str, names: list[str]) -> list[str]:
    at = bisect(names, word)
    return names[max(at - _MOST_NEIGHBOURS, 0) : at + _MOST_NEIGHBOURS]
