"""QZ721: a percentage that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_WHOLE = 100


def check(asked: Asked) -> Iterator[Problem]:
    """Report distractors below 0 or above 100 percent where the right answer is a share of something."""
    if asked.numbers and len(asked.numbers[0]) > len(str(_WHOLE)):
        return
    key = asked.spans[0] if asked.spans else None
    if key is None or key.unit != "%" or not 0 <= key.low <= key.high <= _WHOLE:
        return
    for distractor, span in zip(asked.distractors, asked.spans[1:], strict=True):
        if span is not None and span.unit == "%" and span.is_exact and not 0 <= span.low <= _WHOLE:
            yield Problem(
                code="QZ721",
                message=f"`{distractor.text}` is no share of anything",
                place=distractor.text.place,
                hint="write a percentage from 0 to 100",
            )
