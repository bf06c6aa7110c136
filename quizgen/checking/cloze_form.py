"""QZ103: a cloze text without a well-formed ``{{cN::…}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.diagnostics.problem import Problem
from quizgen.model.cloze import parse_cloze
from quizgen.model.content import Content


def check(content: Content) -> Iterator[Problem]:
    """Report each cloze text that would make no card, or not the card that was meant."""
    for fact in content.bank.facts:
        if fact.cloze is not None and parse_cloze(fact.cloze) is None:
            yield Problem(
                code="QZ103",
                message=f"the cloze text of `{fact.id}` has no well-formed deletion",
                place=fact.cloze.place,
                note=_reason(fact.cloze),
                hint="put what is to be hidden in `{{c1::…}}`",
            )


def _reason(text: str) -> str:
    if "{{" not in text:
        return "nothing stands in double braces"
    if re.search(r"\{\{c\d+::[^}]*\{\{", text):
        return "one deletion stands inside another, or is not closed"
    if re.search(r"\{\{c0*::", text):
        return "deletions are numbered from 1"
    if re.search(r"\{\{c\d+::\s*\}\}", text):
        return "a deletion hides nothing"
    return "double braces stand for deletions alone, each `{{c`, a number, `::`, the text and `}}`"
