"""Texts of which only some will do: what they must match, and how a hint says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.diagnostics.lookalikes import lookalike_in, plain


class Pattern(NamedTuple):
    """What a text must match as a whole."""

    regex: re.Pattern[str]
    means: str
    """What such a text is, in words that follow “use”."""

    def fits(self, text: str) -> bool:
        """Whether a text matches."""
        return self.regex.fullmatch(text) is not None

    def hint(self, text: str) -> str:
        """Say what to use in place of a text that does not match; name the character that only looks right."""
        why = lookalike_in(text)
        if not why:
            return f"use {self.means}"
        is_mixed = any(sign.isascii() and sign.isalpha() for sign in text)  # else it is a word of its script
        return f"write `{plain(text)}`: {why}" if is_mixed and self.fits(plain(text)) else f"use {self.means}: {why}"


ID = Pattern(
    re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII),
    "small letters a-z, digits and single hyphens, such as `river-length`",
)
LANGUAGE = Pattern(
    re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII),
    "a language tag such as `en`, `ru` or `kk`",
)
TOPIC = Pattern(
    re.compile(r"[\w-]+(/[\w-]+)*"),
    "words joined by `-`, levels parted by `/`, such as `media/ownership`",
)
