"""QZ606: a text that is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.checking.folding import has_any
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.text import Text

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|FIXME)\b|\?\?\?|(?i:lorem ipsum)"
    # what `quizgen new` writes into the skeleton of a fact
    r"|One full sentence that is true of its source|One question with exactly one right answer"
)

_SIGNS = ("TODO", "TBD", "FIXME", "???", "orem ipsum", "One full", "One question")
"""One of these stands in whatever ``_PLACEHOLDER`` finds."""


def check(view: FactView) -> Iterable[Problem]:
    """Report each text in which a note to oneself was left."""
    return _check(view.texts) if has_any(_SIGNS, view.everything) else ()


def _check(texts: Iterable[Text]) -> Iterator[Problem]:
    for text in texts:
        match = _PLACEHOLDER.search(text)
        if match is not None:
            yield Problem(
                code="QZ606",
                message=f"`{match[0]}` was left in a text",
                place=text.place,
                hint="write the text, or delete the field",
            )
