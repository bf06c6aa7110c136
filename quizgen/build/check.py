"""The recipe of ``quizgen check``: read everything, check everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.checking.rules import check_content
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.reading.content import read_content
from quizgen.reading.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was read, and what is wrong with it."""

    content: Content
    problems: tuple[Problem, ...]
    """Sorted by place."""
    texts: Texts
    """The text of each document, for excerpts."""


def check_project(root: Path) -> CheckReport:
    """Read a project and run all rules over it."""
    content, read_problems, texts = read_content(root)
    problems = (*read_problems, *check_content(content), *_check_words(content))
    return CheckReport(content=content, problems=sorted_problems(problems), texts=texts)


def sorted_problems(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Sort problems by place, and drop those that were found twice."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key))


def _check_words(content: Content) -> Iterator[Problem]:
    """Check the project's own fixed words; most projects have none, and need not load those that are built in."""
    if content.project is not None and content.project.words:
        from quizgen.rendering.languages import check_words  # noqa: PLC0415 - only where there is something to check

        yield from check_words(content.project.words)
