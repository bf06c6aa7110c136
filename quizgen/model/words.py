"""The fixed words of a language, as a project gives them in ``words/LANGUAGE.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, Union

from quizgen.model.text import Text

Entry: TypeAlias = Union[Text, tuple[Text, ...], Mapping[Text, "Entry"]]
"""A word, several forms of one, or words by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What one file says; its names are not checked yet."""

    lang: Text
    """The file's name without its ending, placed at the start of the file: a BCP 47 language tag."""
    entries: Mapping[Text, Entry]
