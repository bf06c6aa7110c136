"""Quizzes that avoid each other's facts: in which order they are planned, and who names whom in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.project import QuizSpec


def in_order(specs: Sequence[QuizSpec]) -> tuple[tuple[QuizSpec, ...], tuple[Problem, ...]]:
    """Return the quizzes that can be planned, those that others avoid first; the rest are problems.

    A quiz that avoids one which cannot be planned is left out without a word.
    """
    by_id = {str(spec.id): spec for spec in reversed(specs)}
    problems = (*_unknown_names(specs, by_id), *_circles(specs, by_id))
    order: list[QuizSpec] = []
    while ready := [spec for spec in specs if spec not in order and _is_ready(spec, order)]:
        order += ready
    return tuple(order), problems


def _is_ready(spec: QuizSpec, order: Sequence[QuizSpec]) -> bool:
    return {str(one.id) for one in order}.issuperset(map(str, spec.avoid))


def _unknown_names(specs: Sequence[QuizSpec], by_id: Mapping[str, QuizSpec]) -> Iterator[Problem]:
    for spec in specs:
        for name in spec.avoid:
            if str(name) not in by_id:
                hint = did_you_mean(name, by_id) or "use the id of a quiz of this project"
                yield Problem(code="QZ403", message=f"there is no quiz `{name}`", place=name.place, hint=hint)


def _circles(specs: Sequence[QuizSpec], by_id: Mapping[str, QuizSpec]) -> Iterator[Problem]:
    """Report each circle once, at its first quiz."""
    told: set[str] = set()
    for spec in specs:
        circle = _circle_from(spec, by_id)
        if circle and told.isdisjoint(circle):
            told |= set(circle)
            names = [next(name for name in by_id[id_].avoid if str(name) == to) for id_, to in _steps(circle)]
            yield Problem(
                code="QZ404",
                message="a quiz avoids itself" if len(circle) == 1 else "quizzes avoid each other in a circle",
                place=names[0].place,
                labels=tuple(
                    Label(name.place, "and this one closes the circle") for name in names[-1:] if len(names) > 1
                ),
                note=f"{' avoids '.join(f'`{id_}`' for id_ in (*circle, circle[0]))}",
                hint="delete one of these names: the quiz that is given first avoids none",
            )


def _steps(circle: Sequence[str]) -> Iterator[tuple[str, str]]:
    return pairwise((*circle, circle[0]))


def _circle_from(spec: QuizSpec, by_id: Mapping[str, QuizSpec]) -> tuple[str, ...]:
    """Return the ids from a quiz back to itself; empty where no chain of names leads there."""
    start = str(spec.id)
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for name in by_id[way[-1]].avoid:
            if str(name) == start:
                return way
            if str(name) in by_id and str(name) not in seen:
                seen.add(str(name))
                ways.append((*way, str(name)))
    return ()
