"""Word lists by language. A rule that needs them is silent about texts in any other language."""

from __future__ import annotations

from quizgen.checking.words.english import ENGLISH
from quizgen.checking.words.vocabulary import Vocabulary

VOCABULARIES: dict[str, Vocabulary] = {"en": ENGLISH}
"""By the first part of a language tag."""


def vocabulary_of(lang: str) -> Vocabulary | None:
    """Return the word lists for a language tag such as `en-GB`; ``None`` where the language has none."""
    return VOCABULARIES.get(lang.partition("-")[0].casefold())
