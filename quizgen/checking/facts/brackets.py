"""QZ605: a bracket or a quotation mark that is not closed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.checking.folding import has_any
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.text import Text

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_SIGNS = ("(", "[", "“", "«", '"')
_INCHES = re.compile(r'(?<=\d)"')


def check(view: FactView) -> Iterable[Problem]:
    """Report the first mark of a text that opens and is not closed."""
    return _check(view.texts) if has_any(_SIGNS, view.everything) else ()


def _check(texts: Iterable[Text]) -> Iterator[Problem]:
    for text in texts:
        mark = _unclosed(text)
        if mark:
            yield Problem(
                code="QZ605",
                message=f"`{mark}` is opened and not closed",
                place=text.place,
                hint="close it, or take it away",
            )


def _unclosed(text: Text) -> str:
    for opening, closing in _PAIRS:
        if opening in text and text.count(opening) > text.count(closing) and not _closes_itself(opening, text):
            return opening
    return '"' if text.count('"') % 2 and _INCHES.sub("", text).count('"') % 2 else ""


def _closes_itself(opening: str, text: Text) -> bool:
    """Whether a quotation mark is used at both ends, or closes what `„` opens."""
    return opening == "“" and ("„" in text or text.count(opening) % 2 == 0)
