"""QZ720: a blank in a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_BLANK = re.compile(r"_{2,}|\.{5,}|…{2,}")


def check(asked: Asked) -> Iterable[Problem]:
    """Report a line to be filled in: that is what a cloze is for."""
    if ("_" in asked.stem.text or "." in asked.stem.text or "…" in asked.stem.text) and _BLANK.search(asked.stem.text):
        return [
            Problem(
                code="QZ720",
                message="a blank stands in the question",
                place=asked.stem.text.place,
                hint="ask a question, and write `cloze: …{{c1::what is hidden}}…` for the gap",
            )
        ]
    return ()
