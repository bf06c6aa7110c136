"""Texts as words, to find the same words in two texts: without case, accents and marks."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.model.folding import WORD, folded

_WORD = re.compile(rf"{WORD}|%")
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_ARTICLES = frozenset({"a", "an", "the"})


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; a number with its commas is one word, as is `%`."""
    return tuple(_WORD.findall(_GROUPED.sub(",", folded(text.replace("*", "")))))


def line_of(text: str) -> str:
    """Return the words between single spaces, with one at both ends: whole words are found by ``in``."""
    return f" {' '.join(words_of(text))} "


def core_of(text: str) -> str:
    """Return the line of a text without an article at its beginning; empty where nothing is left."""
    words = words_of(text)
    core = words[1:] if words[:1] and words[0] in _ARTICLES else words
    return f" {' '.join(core)} " if core else ""


def is_same(one: str, other: str) -> bool:
    """Whether two texts read the same, but for case, accents, marks and an article at the beginning."""
    return core_of(one) == core_of(other)
