"""The pages of ``quizgen explain``: one file a code, which is also the list of codes and their levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizgen.diagnostics.problem import Level, Problem

_FOLDER = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class Page:
    """What ``quizgen explain`` says about a code."""

    code: str
    title: str
    level: Level
    body: str
    """Markdown: why it is a problem, a bad and a good example."""


def codes() -> list[str]:
    """List all codes, in order."""
    names = (file.name for file in _FOLDER.iterdir())
    return sorted(name.removesuffix(".md") for name in names if name.startswith("QZ") and name.endswith(".md"))


@cache
def page_of(code: str) -> Page:
    """Read the page of a code; ``FileNotFoundError`` where there is no such code."""
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    heading, level, body = (part.strip() for part in text.split("\n", 2))
    return Page(
        code=code,
        title=heading.removeprefix(f"# {code}:").strip(),
        level=Level(level.removeprefix("level:").strip()),
        body=body,
    )


def level_of(code: str) -> Level:
    """Return how much a code weighs."""
    return page_of(code).level


def is_error(problem: Problem) -> bool:
    """Whether a problem stops a build."""
    return level_of(problem.code) is Level.ERROR


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether a problem among these stops a build."""
    return any(map(is_error, problems))
