"""The fixed words of a language, as a project gives them in ``words/LANGUAGE.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """One word."""

    name: Text
    """With the names of what it stands in: ``types.matching.title``."""
    forms: tuple[Text, ...]
    """One, or all that the word has: for one and for more than one, before and after, the twelve months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What one file says; its names are not checked yet."""

    lang: Text
    """The file's name without its ending, placed at the start of the file: a BCP 47 language tag."""
    words: tuple[OwnWord, ...]


def own_words_for(lang: str, own: Iterable[OwnWords]) -> OwnWords | None:
    """Return a project's words for a tag, or for its language: ``de-AT`` takes those of ``de``."""
    by_lang = {words.lang.lower(): words for words in own}
    return by_lang.get(lang.lower()) or by_lang.get(language_of(lang))


def language_of(lang: str) -> str:
    """Return a tag's language without script and region, in small letters: ``kk`` of ``kk-Cyrl``."""
    return lang.partition("-")[0].lower()
