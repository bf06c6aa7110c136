"""Letters of other scripts that look like those of a Latin keyboard.

Which letters look alike is taken from reading them in common typefaces; Unicode's own, much longer list is
https://www.unicode.org/reports/tr39/#Confusable_Detection.
"""

from __future__ import annotations

import unicodedata

CYRILLIC = dict(zip("асԁеһіјкӏорԛѕуүѵԝхАВСЕНІЈКМӀОРЅТУҮХ", "acdehijklopqsyyvwxABCEHIJKMlOPSTYYX", strict=True))
"""Cyrillic letters, by what each looks like."""
GREEK_CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
"""Greek capital letters; no formula uses them, for nobody could tell them from Latin ones."""
_GREEK = dict(zip("αικνορυχγ", "aikvopuxy", strict=True))
_OTHERS = {
    **dict.fromkeys("‐‑‒–—−﹣", "-"),
    "ı": "i",
    "ɑ": "a",
    "ɡ": "g",
    "ɩ": "i",
    "օ": "o",
    "ո": "n",
    "ս": "u",
    "հ": "h",
    "‚": ",",
    "∶": ":",
}
_ALIKE = {**CYRILLIC, **GREEK_CAPITALS, **_GREEK, **_OTHERS}


def looks_like(character: str) -> str:
    """Return the ASCII character that another one looks like; empty where it looks like none, or is one."""
    if character.isascii():
        return ""
    alike = _ALIKE.get(character) or unicodedata.normalize("NFKC", character)  # wide and mathematical letters
    return alike if len(alike) == 1 and alike.isascii() and not alike.isspace() else ""


def plain(text: str) -> str:
    """Return a text with ASCII characters in the place of all that look like them."""
    return text if text.isascii() else "".join(looks_like(character) or character for character in text)


def named(character: str) -> str:
    """Name a character for who cannot see what it is: "U+0430, cyrillic small letter a"."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f", {name}" if name else "")


def lookalike_in(text: str) -> str:
    """Say which character of a text looks like another one; empty where none does."""
    found = next((character for character in text if looks_like(character)), "")
    return f"the `{found}` in `{text}` looks like `{looks_like(found)}`, but is {named(found)}" if found else ""


def difference(text: str, other: str) -> str:
    """Say which character makes two texts different that look the same; empty where they do not look the same."""
    if text == other or plain(text) != plain(other):
        return ""
    ours, theirs = next(pair for pair in zip(text, other, strict=True) if pair[0] != pair[1])
    return f"the `{ours}` in what you wrote is {named(ours)}; the `{theirs}` there is {named(theirs)}"
