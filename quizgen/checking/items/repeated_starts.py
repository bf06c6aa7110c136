"""QZ732: options that all begin with the same words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from quizgen.checking.asked import Asked
from quizgen.diagnostics.problem import Problem

_FEWEST_WORDS = 4


def check(asked: Asked) -> Iterable[Problem]:
    """Report four words or more that stand at the beginning of every option and belong into the question."""
    if len(asked.options) < 3:  # noqa: PLR2004 - a choice of two is read at a glance
        return ()
    first, second = asked.options[0].words[:_FEWEST_WORDS], asked.options[1].words[:_FEWEST_WORDS]
    if first != second:
        return ()
    columns = zip(*(option.words for option in asked.options), strict=False)
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]
    if len(shared) >= _FEWEST_WORDS:
        return [
            Problem(
                code="QZ732",
                message=f"all options begin with `{' '.join(shared)}`",
                place=asked.options[0].text.place,
                hint="put these words into the question, and what differs into the options",
            )
        ]
    return ()
