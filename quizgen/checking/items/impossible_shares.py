"""QZ721: a percentage that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_WHOLE = 100
_SIGNS = ("%", "percent")
"""With one of these each of some plain numbers ends, if they are percentages."""


def check(asked: Asked) -> Iterable[Problem]:
    """Report distractors below 0 or above 100 percent where the right answer is a share of something."""
    if not asked.has_figures or (asked.numbers and not _may_be_too_much(asked)):
        return ()
    key = asked.spans[0] if asked.spans else None
    if key is None or key.unit != "%" or not 0 <= key.low <= key.high <= _WHOLE:
        return ()
    return _check(asked)


def _may_be_too_much(asked: Asked) -> bool:
    """Whether plain numbers are percentages, of which one has as many digits as a hundred."""
    return asked.options[0].text.endswith(_SIGNS) and max(map(len, asked.numbers)) >= len(str(_WHOLE))


def _check(asked: Asked) -> Iterator[Problem]:
    for distractor, span in zip(asked.distractors, asked.spans[1:], strict=True):
        if span is not None and span.unit == "%" and span.is_exact and not 0 <= span.low <= _WHOLE:
            yield Problem(
                code="QZ721",
                message=f"`{distractor.text}` is no share of anything",
                place=distractor.text.place,
                hint="write a percentage from 0 to 100",
            )
