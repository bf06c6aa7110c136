"""QZ716: a number that is more exact than all its distractors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_MORE_DIGITS = 2


def check(asked: Asked) -> Iterable[Problem]:
    """Report a key with at least two more significant digits than any other option: `206` among `100, 200, 300`."""
    if asked.key is None or not asked.has_figures or len(asked.distractors) < 2:  # noqa: PLR2004 - one is no pattern
        return ()
    if (asked.numbers and not _may_be_precise(asked.numbers)) or None in asked.spans:
        return ()
    numbers = [span for span in asked.spans if span is not None and span.is_exact]
    if len(numbers) < len(asked.spans) or numbers[0].is_year:
        return ()
    most = max(span.digits for span in numbers[1:])
    if numbers[0].digits >= most + _MORE_DIGITS:
        return [
            Problem(
                code="QZ716",
                message=f"`{asked.key.text}` is the only number that is not rounded",
                place=asked.key.text.place,
                hint="round it, or give the distractors as many digits",
            )
        ]
    return ()


def _may_be_precise(numbers: Sequence[str]) -> bool:
    key, *others = [len(number.rstrip("0")) for number in numbers]
    return key >= max(others) + _MORE_DIGITS
