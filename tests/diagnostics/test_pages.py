"""The examples on the pages of `quizgen explain` are what the pages say: they are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.build.bringing import import_file
from quizgen.build.lint import lint_project
from quizgen.build.make import make_project
from quizgen.build.report import Order
from quizgen.diagnostics.pages import codes, has_errors, level_of, page_of
from quizgen.diagnostics.problem import Level, Problem
from quizgen.model.bringing import NO_WISHES
from quizgen.model.settings import CheckSettings
from tests.support.project import lay_out_project

NOW = 1_800_000_000
FIRST_OF_LINT = "QZ600"
YEAR = 2026
SHOWN = [code for code in codes() if "\n## Bad\n" in page_of(code).body]


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_has_this_problem_and_no_other_error(code: str, tmp_path: Path) -> None:
    """A curator who meets the problem finds it in the example, and nothing else that is wrong."""
    problems = problems_in(code, "Bad", tmp_path)
    assert code in {problem.code for problem in problems}
    assert not has_errors(problem for problem in problems if problem.code != code)


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_has_no_problem(code: str, tmp_path: Path) -> None:
    """What the page tells a curator to write is right in every other way too."""
    assert problems_in(code, "Good", tmp_path) == ()


@pytest.mark.parametrize("code", codes())
def test_a_page_has_both_examples_or_none(code: str) -> None:
    """A page without examples is about files and the disk; half a page helps nobody."""
    body = page_of(code).body
    assert ("\n## Bad\n" in body) == ("\n## Good\n" in body)
    assert level_of(code) in Level


def problems_in(code: str, example: str, folder: Path) -> tuple[Problem, ...]:
    """Lay out an example of a page over the base project, make or import everything, and return the problems."""
    files = files_of(code, example)
    root = lay_out_project(folder, files)
    foreign = [name for name in files if name.endswith((".csv", ".txt"))]
    if foreign:
        return import_file(root, root / foreign[0], "data/imported.yaml", NO_WISHES).problems
    if code >= FIRST_OF_LINT:
        return lint_project(root, CheckSettings(), YEAR).problems
    _, report, _ = make_project(root, Order(now=NOW))
    return report.problems


def files_of(code: str, example: str) -> dict[str, str]:
    """Return the files that an example of a page shows: those of its fences, by path."""
    section = page_of(code).body.split(f"\n## {example}\n")[1].split("\n## ")[0]
    files = re.findall(r"^```\w+ (\S+)\n(.*?)^```$", section, flags=re.DOTALL | re.MULTILINE)
    assert files
    return dict(files)
