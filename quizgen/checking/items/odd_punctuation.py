"""QZ717: an answer that its punctuation tells from all distractors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_OPENING = "\"'“‘«"
_CLOSING = ".…;,:\"'”’»"
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Jr|Sr|St|Dr|Mr|Mrs|Inc|Ltd|Co|Corp|Bros|No|Vol|etc|[ap]\.m|ca|c)\.$")


def check(asked: Asked) -> Iterator[Problem]:
    """Report a key that alone has a full stop or quotation marks, or alone has none."""
    if asked.key is None or len(asked.distractors) < 2:  # noqa: PLR2004 - one is no pattern
        return
    key = _marks(asked.key.text)
    others = {_marks(option.text) for option in asked.distractors}
    if len(others) == 1 and key not in others:
        yield Problem(
            code="QZ717",
            message=f"`{asked.key.text}` is the only option that is written so",
            place=asked.key.text.place,
            hint="write all options with the same full stops and quotation marks",
        )


def _marks(text: str) -> tuple[str, str]:
    """Return the marks at the beginning and the end, whatever the sign.

    The stop of an abbreviation is none, nor is what may belong to a title: `Oliver!`.
    """
    text = text.strip()
    first = "“" if text[:1] in _OPENING else ""
    last = "." if text[-1:] in _CLOSING and not _ABBREVIATION.search(text) else ""
    return first, last
