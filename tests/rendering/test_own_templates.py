"""Templates of a project: what the manual shows works, and a mistake in one has a place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.project import REPOSITORY, lay_out_project, run_quizgen
from tests.support.sheets import visible

MANUAL = (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8")
FACTS = """\
facts:
  - id: river-length
    topics: [river]
    claim: The river is 100 kilometres long.
    citations: [{source: survey-2020, locator: page 3}]
    question: How long is the river?
    answer: 100 kilometres
    cloze: The river is {{c1::100 kilometres}} long.
"""
DECK = """\
title: Rivers
facts: {topics: [river]}
anki: {deck: Rivers}
quizzes:
  - id: rivers
    title: Rivers
    sections:
      - {type: short_answer, count: 1}
"""


def build(folder: Path, templates: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Build a project with templates of its own; returns what is said of mistakes, and the pages by name."""
    root = lay_out_project(folder, {"data/facts.yaml": FACTS, "decks/rivers.yaml": DECK, **templates})
    done = run_quizgen("build", "--format", "concise", cwd=root)
    pages = (root / "build" / "quizzes" / "rivers").glob("*.html")
    return done.stderr, {page.name: page.read_text(encoding="utf-8") for page in pages}


def test_the_example_of_the_manual_works(tmp_path: Path) -> None:
    """The school's name, the class and the longer blanks are on every page that shows the form, and nowhere else."""
    files = dict(re.findall(r"^```\w+ (templates/\S+)\n(.*?)^```$", MANUAL, flags=re.DOTALL | re.MULTILINE))
    assert sorted(files) == ["templates/quiz/form.html", "templates/quiz/own.css"]
    said, pages = build(tmp_path, files)
    assert said == ""
    for name, html in pages.items():
        shows_form = name in {"form-a.html", "form-a-large.html", "print-all.html"}
        assert ("Riverside School" in visible(html)) == shows_form, name
        assert html.rindex("--blank: 76mm") > html.rindex("--blank: 38mm")
    assert "Riverside School Rivers ClassName" in visible(pages["form-a.html"])
    assert "How long is the river?" in visible(pages["form-a.html"])


def test_the_manual_names_every_template() -> None:
    """Each built-in template of quizzes stands in its table, and each that stands there is one."""
    named = {name for name in re.findall(r"`(quiz/[a-z_./-]+)`", MANUAL) if name != "quiz/own.css"}
    built_in = {path.relative_to(REPOSITORY / "templates").as_posix() for path in REPOSITORY.glob("templates/quiz/*.*")}
    parts = {"quiz/picture.html", "quiz/statement.html", "quiz/sources.html", "quiz/entry.html", "quiz/index.css"}
    assert {name for name in named if "/items/" not in name} == built_in - parts


def test_the_manual_names_every_block() -> None:
    """And each block that it names is there to be replaced."""
    form = "".join((REPOSITORY / "templates" / "quiz" / name).read_text() for name in ("form.html", "sheet.html"))
    (row,) = (line for line in MANUAL.splitlines() if line.startswith("| `quiz/form.html`"))
    assert set(re.findall(r"`([a-z]+)`", row)) == set(re.findall(r"{% block (\w+)", form)) - {"rows"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "{% extends 'builtin/quiz/form.html' %}\n{% block head %}\n{{ form.lettre }}\n{% endblock %}",
            ":3:1: error[QZ501]",
        ),
        ("{% extends 'builtin/quiz/form.html' %}\n{% block head %}", ":2:1: error[QZ500]"),
        ("{{ ''.__class__.__mro__ }}", ":1:1: error[QZ501]"),
        ("{% include '../quizgen.yaml' %}", ":1:1: error[QZ502]"),
    ],
)
def test_a_mistake_is_a_problem_with_its_line(text: str, problem: str, tmp_path: Path) -> None:
    """What is misspelt, not closed, or not allowed; nothing is written."""
    said, pages = build(tmp_path, {"templates/quiz/form.html": text})
    assert f"templates/quiz/form.html{problem}" in said
    assert pages == {}
