"""QZ717: an answer that its punctuation tells from all distractors."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.text import Text

_OPENING = "\"'“‘«"
_CLOSING = ".…;,:\"'”’»"
_CURLY = "“”"
_HINT = "write all options with the same full stops and quotation marks"
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Jr|Sr|St|Dr|Mr|Mrs|Inc|Ltd|Co|Corp|Bros|No|Vol|etc|[ap]\.m|ca|c)\.$")


def check(asked: Asked) -> Iterable[Problem]:
    """Report a key that alone has a full stop or quotation marks, or alone has none."""
    if asked.key is None or len(asked.distractors) < 2:  # noqa: PLR2004 - one is no pattern
        return ()
    first = asked.distractors[0].text
    key, other = _marks(asked.key.text), _marks(first)
    if key == other or any(_marks(option.text) != other for option in asked.distractors[1:]):
        return ()
    return [_marked_alone(asked.key.text) if any(key) or not first.document else _bare_alone(asked.key.text, first)]


def _marked_alone(key: Text) -> Problem:
    message = f"`{key}` is the only option that is written so"
    return Problem(code="QZ717", message=message, place=key.place, hint=_HINT)


def _bare_alone(key: Text, first: Text) -> Problem:
    """Point at the first distractor: it is the list that has something more."""
    bare = first.strip().strip(_CURLY)
    is_quoted = first.strip() == f"“{bare}”"
    return Problem(
        code="QZ717",
        message=f"`{first}` and the other distractors have marks that the answer lacks",
        place=first.place,
        labels=(Label(key.place, "the answer"),),
        hint=f"to YAML, “ and ” are letters of the text: write `{bare}`" if is_quoted else _HINT,
    )


def _marks(text: str) -> tuple[str, str]:
    """Return the marks at the beginning and the end, whatever the sign.

    The stop of an abbreviation is none, nor is what may belong to a title: `Oliver!`.
    """
    if text[:1].isalnum() and text[-1:].isalnum():
        return "", ""  # as most have none
    text = text.strip()
    first = "“" if text[:1] in _OPENING else ""
    last = "." if text[-1:] in _CLOSING and not _ABBREVIATION.search(text) else ""
    return first, last
