"""The words that a project gives in ``words/LANGUAGE.yaml``, laid over the built-in ones.

A language that has such words is a ``Language``: a tag that knows them, wherever it is handed on. What the file does
not give is as it is built in, or English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, Self, TypeVar, cast

from quizgen.model.words import language_of

Wording = TypeVar("Wording")

Given = Mapping[str, object]
"""Words by their whole names, ``types.matching.title``, each in the shape that the built-in one has."""


class Language(str):
    """A BCP 47 language tag with the words that a project gives for it.

    It equals the same tag without them, but not the same one with others: a cache that holds words must keep the two
    apart by their types.
    """

    __slots__ = ("given",)

    given: Given

    def __new__(cls, tag: str, given: Given) -> Self:
        """Make a tag that knows its words."""
        self = super().__new__(cls, tag)
        self.given = given
        return self

    def __eq__(self, other: object) -> bool:
        """Compare the tags, and the words of both where both have some."""
        return super().__eq__(other) and (not isinstance(other, Language) or self.given == other.given)

    __hash__ = str.__hash__


def overlaid(words: Wording, lang: str, above: str = "") -> Wording:
    """Return words with a language's own ones in place of the built-in ones; ``above`` begins their whole names."""
    if not isinstance(lang, Language):
        return words
    names = [field.name for field in fields(cast("Any", words))]
    given = {name: lang.given[above + name] for name in names if above + name in lang.given}
    if "lang" in names:
        given["lang"] = language_of(lang)
    return cast("Wording", replace(cast("Any", words), **given))
