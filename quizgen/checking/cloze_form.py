"""QZ103: a cloze text without a well-formed ``{{cN::…}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.diagnostics.problem import Problem
from quizgen.model.cloze import MOST_DELETIONS, parse_cloze
from quizgen.model.content import Content

_NEAR = re.compile(
    r"\{\{ {0,3}(?:c ?(?P<number>\d{1,3}) ?::?)? {0,3}(?P<text>[^\s{}:](?:[^{}:]{0,60}[^\s{}:])?) {0,3}\}\}?",
    re.IGNORECASE | re.ASCII,
)
"""A deletion, or what was nearly one."""


def check(content: Content) -> Iterator[Problem]:
    """Report each cloze text that would make no card, or not the card that was meant."""
    for fact in content.written:
        if fact.cloze is not None and parse_cloze(fact.cloze) is None:
            yield Problem(
                code="QZ103",
                message="this cloze text has no well-formed deletion",
                place=fact.cloze.place,
                note=_reason(fact.cloze),
                hint=_hint(fact.cloze),
            )


def _hint(text: str) -> str:
    """Write a deletion out that only lacks its number, a colon or a brace."""
    near = _NEAR.search(text)
    if near is None:
        return "put what is to be hidden in `{{c1::…}}`"
    number = int(near["number"] or 1)
    meant = f"{{{{c{number if 1 <= number <= MOST_DELETIONS else 1}::{near['text']}}}}}"
    return f"write `{meant}`" if meant != near[0] else "mend or delete the other double braces"


def _reason(text: str) -> str:
    if "{{" not in text:
        return "nothing stands in double braces"
    if re.search(r"\{\{c\d+::[^}]*\{\{", text):
        return "one deletion stands inside another, or is not closed"
    if (number := re.search(r"\{\{c(\d{1,9})::", text)) and not 1 <= int(number[1]) <= MOST_DELETIONS:
        return f"deletions are numbered from 1 to {MOST_DELETIONS}"
    if re.search(r"\{\{c\d+::\s*\}\}", text):
        return "a deletion hides nothing"
    return "double braces stand for deletions alone, each `{{c`, a number, `::`, the text and `}}`"
