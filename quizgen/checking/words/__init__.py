"""Word lists by language. A rule that needs them is silent about texts in any other language."""

from __future__ import annotations

from functools import cache

from quizgen.checking.words.english import ENGLISH
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.model.words import language_of

_VOCABULARIES: dict[str, Vocabulary] = {"en": ENGLISH}
"""By a language tag's first part."""


@cache
def vocabulary_of(lang: str) -> Vocabulary | None:
    """Return the word lists for a language tag such as `en-GB`; ``None`` where the language has none."""
    return _VOCABULARIES.get(language_of(lang))
