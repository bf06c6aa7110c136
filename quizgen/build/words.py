"""The project's own words in the recipe: read them, and bring them into shape."""

from __future__ import annotations

from pathlib import Path

from quizgen.diagnostics.problem import Problem
from quizgen.reading.words import read_words
from quizgen.rendering.check_words import make_words
from quizgen.rendering.own_words import Given


def own_words_of(root: Path) -> tuple[dict[str, Given], tuple[Problem, ...], dict[str, str]]:
    """Return a project's words by language, their problems, and the texts of their documents."""
    read, problems, texts = read_words(root)
    words, more = make_words(read)
    return words, (*problems, *more), texts
