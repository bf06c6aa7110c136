"""How likely a pattern is by chance alone."""

from __future__ import annotations

from collections.abc import Iterable

TOO_UNLIKELY = 0.01
"""Below this a pattern is told: one quiz in a hundred would show it by chance."""


def chance_of(least: int, chances: Iterable[float]) -> float:
    """Return the probability that at least so many of some independent events happen, each with its own chance."""
    exactly = [1.0]
    for chance in chances:
        exactly = [
            (exactly[count] if count < len(exactly) else 0.0) * (1 - chance)
            + (exactly[count - 1] if count else 0.0) * chance
            for count in range(len(exactly) + 1)
        ]
    return sum(exactly[least:])


def chance_of_run(length: int, items: int, choices: int) -> float:
    """Return an upper bound for the probability of a run of equal keys, each key being one of ``choices``."""
    return max(items - length + 1, 0) / float(choices) ** (length - 1)
