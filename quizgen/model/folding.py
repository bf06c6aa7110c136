"""Texts as readers compare them: what nobody takes for a difference is folded away."""

from __future__ import annotations

import re
import unicodedata

MARKS = str.maketrans({"’": "'", "ʼ": "'", "^": "", "~": "", "`": "", "\\": ""})
"""Apostrophes as one; without the signs of inline markup, so that `H~2~O` is one word."""
WORD = r"\d+(?:[.,]\d+)+|(?<!\w')\w+(?:'(?!s\b)\w+)?"
"""The pattern of a number with its commas and points, or a word; the `'s` after a word is left out."""

_ACCENTS = re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return a text in small letters, without accents on Latin letters."""
    return unaccented(text).casefold()


def unaccented(text: str) -> str:
    """Return a text without accents on Latin letters, and without the signs of inline markup."""
    if text.isascii():
        return text.translate(MARKS) if "^" in text or "~" in text or "`" in text or "\\" in text else text
    text = text.translate(MARKS)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
