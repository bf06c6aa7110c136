"""Word lists as they are laid out in a module."""

from __future__ import annotations

import re
from decimal import Decimal


def words(text: str) -> frozenset[str]:
    """Take words apart that stand on one or several lines."""
    return frozenset(text.split())


def values(text: str) -> dict[str, Decimal]:
    """Take `one=1 two=2` apart."""
    pairs = (entry.split("=") for entry in text.split())
    return {word: Decimal(value) for word, value in pairs}


def any_of(text: str) -> re.Pattern[str]:
    """Compile alternatives that stand on one or several lines, parted by ` | `; each is found as whole words."""
    return re.compile(rf"\b(?:{re.sub(r' ?[|] ?', '|', ' '.join(text.split()))})\b")
