"""Real documents with something wrong in them: cut, doubled, swapped, and hit by what no curator types."""

from __future__ import annotations

import random
from collections.abc import Callable

TOKENS = (
    "facts:", "sources:", "- ", "\n", "\n  ", "\n    ", "id: ", "claim: ", "topics: ", "[", "]", "{", "}", ", ", ": ",
    '"', "'", "|\n", ">-\n", "&a ", "*a", "!t ", "#", "? ", "---\n", "...\n", "<<: ", "answer: ", "accept: ", "[]",
    "{}", "distractors: ", "2,000", "same_claim: ", "contrast: ", "when: ", "2014", "../2014", "citations: ",
    "cloze: ", "{{c1::", "::", "}}", "status: retired", "corrections: ", "on: ", "image: ", "ignore: ", "lang: ",
    "date-parts: ", "author: ", "null", "true", "-1", "1e999", "NaN", "99999999999999999999", "quizzes: ", "sections: ",
    "type: matching", "count: ", "forms: ", "seed: ", "paper: ", "bundle: ", "anki: ", "cards: ", "deck: ", "A::B",
)  # fmt: skip
ODD = (
    "\x00", "\x1b[31m", "\x7f", "\x85", "\t", "\r", "\r\n", "\u2028", "\ufeff", "\ufffe", "\u200b", "\u202e",
    "\u2066", "\u00ad", "\U000e0041", "\U0001f30a", "\u0430", "\u0301" * 40, "é", "水", "ﷺ", "İ", "\\", "\\x00", "%s",
    "{0}", "[sound:a]", "[latex]", "<script>", "{{", "{% raw %}", "=1+1", "../../x", "\x1f", "$$", "\\(",
)  # fmt: skip
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"PK\x03\x04",
)


_SHARE_OF_BYTES = 0.25
"""How many of the changes are made to the bytes."""


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Change a document in one to five places, as text or as bytes."""
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        if chance.random() < _SHARE_OF_BYTES:
            content = chance.choice(_BYTE_CHANGES)(content, chance)
        else:
            text = chance.choice(_TEXT_CHANGES)(content.decode("utf-8", "surrogateescape"), chance)
            content = text.encode("utf-8", "surrogateescape")
    return content


def _span(size: int, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(size + 1)
    return start, min(start + chance.choice((0, 1, 2, 7, 40, 400)), size)


def _flip(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in content[at : at + 1]) + content[at + 1 :]


def _cut_bytes(content: bytes, chance: random.Random) -> bytes:
    start, end = _span(len(content), chance)
    return content[:start] + content[end:]


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _put_bytes(content: bytes, chance: random.Random) -> bytes:
    at = chance.choice((0, chance.randrange(len(content) + 1)))
    return content[:at] + chance.choice(_BYTES) + content[at:]


def _other_encoding(content: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "cp1251", "latin-1"))
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def _put(text: str, chance: random.Random) -> str:
    start, end = _span(len(text), chance)
    return text[:start] + chance.choice((*TOKENS, *ODD)) + text[chance.choice((start, end)) :]


def _put_twice(text: str, chance: random.Random) -> str:
    start, end = _span(len(text), chance)
    return text[:start] + text[start:end] * chance.choice((2, 2, 60)) + text[end:]


def _swap_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _lines_changed(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = chance.choice((lines[at], "  " + lines[at], lines[at].strip(), lines[at].partition(":")[0] + ":"))
    lines.insert(to, line)
    if chance.random() < _SHARE_OF_MOVES:
        del lines[at]
    return "\n".join(lines)


def _nested(text: str, chance: random.Random) -> str:
    at, depth = chance.randrange(len(text) + 1), chance.choice((3, 23, 60))
    opening, closing = chance.choice(
        (("[", "]"), ("{a: ", "}"), ("- ", ""), ("\n- ", ""), ('"', '"'), ("{{c1::", "}}"))
    )
    return text[:at] + opening * depth + "x" + closing * chance.choice((0, depth)) + text[at:]


def _huge(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return (
        text[:at] + chance.choice(("x", "9", " ", "é", "a ", "a, ", "a: b, ", "*", "<b>", "\n", "(")) * 3000 + text[at:]
    )


def _other_line_ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(("\r", "\r\n", "\n\n", "\u2028", "")))


_SHARE_OF_MOVES = 0.5
_BYTE_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _flip, _flip, _cut_bytes, _cut_bytes),
    *(_cut_off, _put_bytes, _other_encoding),
)
_TEXT_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(_put, _put, _put, _put, _put_twice, _swap_words, _swap_words),
    *(_lines_changed, _lines_changed, _lines_changed, _nested, _huge, _other_line_ends),
)
