"""The words that a project gives in ``words/LANGUAGE.yaml``, laid over the built-in ones.

A language that has such words is a ``Language``: a tag that knows them, wherever it is handed on. What the file does
not give is as it is built in, or English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Self, TypeVar, cast

Wording = TypeVar("Wording")

Given = Mapping[str, object]
"""Words by the names of their fields, each in the shape that its field has; ``dates`` holds those of a grammar."""


class Language(str):
    """A BCP 47 language tag with the words that a project gives for it."""

    __slots__ = ("given",)

    given: Given

    def __new__(cls, tag: str, given: Given) -> Self:
        """Make a tag that knows its words."""
        self = super().__new__(cls, tag)
        self.given = given
        return self


def language_with(tag: str, own: Mapping[str, Given]) -> str:
    """Return a tag with a project's words for it, or for its language: ``de-AT`` takes those of ``de``."""
    given = own.get(tag.lower()) or own.get(_language(tag))
    return Language(tag, given) if given else tag


def overlaid(words: Wording, lang: str) -> Wording:
    """Return words with a language's own ones in place of the built-in ones."""
    if not isinstance(lang, Language):
        return words
    names = {field.name for field in fields(cast("Any", words))}
    given = {name: value for name, value in lang.given.items() if name in names}
    if "lang" in names and given:
        given["lang"] = _language(lang)
    return cast("Wording", replace(cast("Any", words), **given)) if given else words


def dates_of(lang: str) -> Given:
    """Return the words that a language's own grammar of dates has."""
    return cast("Given", lang.given.get("dates", {})) if isinstance(lang, Language) else {}


def _language(tag: str) -> str:
    return tag.partition("-")[0].lower()
