"""Small projects on disk, and the command run on them as a curator runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent.parent

BASE: Mapping[str, str] = {
    "quizgen.yaml": """\
namespace: riversriversrivers
title: Rivers
language: en
""",
    "data/sources.yaml": """\
sources:
  - id: survey-2020
    title: A Survey of Rivers
    title-short: the Survey of 2020
    as_of: 2020
""",
}
"""A project with one source and no fact."""

FACT = """\
facts:
  - id: river-length
    topics: [river]
    claim: The river is 100 kilometres long.
    citations: [{source: survey-2020}]
    question: How long is the river?
    answer: 100 kilometres
"""
"""A file with one good fact."""

DECK = """\
title: Rivers
facts: {topics: [river]}
anki:
  deck: River
  cards: [question, cloze]
"""
"""The deck spec of a project that names none."""

QUIZ_DECK = """\
title: Rivers
facts: {topics: [river]}
anki: {deck: River}
quizzes:
  - {id: rivers, title: Rivers, sections: [{type: short_answer, count: 1}]}
"""
"""A deck spec with a quiz of one question."""


def lay_out(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files (path → text) into a folder as they are, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def lay_out_project(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the base project with these files on top, and with a deck spec if they hold none."""
    has_deck = any(name.startswith("decks/") and name.endswith(".yaml") for name in files)
    deck = {} if has_deck else {"decks/deck.yaml": DECK}
    return lay_out(folder, {**BASE, **deck, **files})


def run_quizgen(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, without a terminal; its output is text, its failure is kept."""
    return subprocess.run(
        [sys.executable, "-m", "quizgen", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
