"""QZ200 and QZ201: a deck spec that names what does not exist, or that selects no fact."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.selection import Selection, lies_in
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report unknown names, and selections that are empty although all their names are known."""
    for spec in content.specs:
        if spec.facts is None or not content.whole:
            continue
        unknown = tuple(_unknown_names(spec.facts, content))
        yield from unknown
        if not unknown and not _selects(spec.facts, content):
            message = f"the deck spec `{spec.id}` selects no fact"
            hint = "name a topic that facts have, or take a condition away"
            yield Problem(code="QZ201", message=message, place=spec.title.place, hint=hint)


def _selects(selection: Selection, content: Content) -> bool:
    """Whether a fact is selected; facts that could not be read might have been."""
    return bool(selection.select(content.bank.facts)) or len(content.fact_ids) > len(content.bank.facts)


def _unknown_names(selection: Selection, content: Content) -> Iterator[Problem]:
    for topic in selection.topics:
        if not any(lies_in(known, topic) for known in content.topics):
            yield _unknown("topic", topic, _with_those_above(content.topics))
    for name in (*selection.ids, *selection.exclude):
        if name not in content.fact_ids:
            yield _unknown("fact", name, content.fact_ids)
    for name in selection.sources:
        if name not in content.source_ids:
            yield _unknown("source", name, content.source_ids)


def _with_those_above(topics: frozenset[str]) -> frozenset[str]:
    """Add the topics above: `river` takes in `river/length`."""
    paths = [topic.split("/") for topic in topics]
    return frozenset("/".join(path[: level + 1]) for path in paths for level in range(len(path)))


def _unknown(what: str, name: Text, known: frozenset[str]) -> Problem:
    hint = did_you_mean(name, sorted(known)) or f"use a {what} that stands in the data files"
    return Problem(code="QZ200", message=f"there is no {what} `{name}`", place=name.place, hint=hint)
