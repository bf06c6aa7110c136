"""What contributors are told is true of the code: the files are there, and the example of a rule works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from quizgen.checking.views import view_bank
from quizgen.diagnostics.pages import codes
from quizgen.reading.content import read_content
from tests.support.cases import Case, read_cases
from tests.support.project import REPOSITORY, lay_out_project

PAGE = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^(`{3,4})\w+ (\S+)\n(.*?)^\1$", flags=re.MULTILINE | re.DOTALL)
NEW_FILES = {path: text for _, path, text in FENCE.findall(PAGE)}
"""The files of the example, by path: the rule, its page, its cases."""
RULE, RULES_PAGE, CASES = NEW_FILES
CODE = Path(RULES_PAGE).stem


def test_every_file_that_is_named_exists() -> None:
    """A contributor who opens what is named finds it; the files of the example are new, and its code is free."""
    named = set(re.findall(r"`((?:quizgen|templates|tests|docs|tools)/[\w./-]+)`", FENCE.sub("", PAGE)))
    made_up = {"quizgen/exporting/", "tests/golden/card/river.html"}
    assert len(named) > 40
    assert {path for path in named if not (REPOSITORY / path).exists()} <= made_up | NEW_FILES.keys()
    assert [path for path in NEW_FILES if (REPOSITORY / path).exists()] == []
    assert CODE not in codes()


def test_the_type_of_item_stands_where_it_is_said_to() -> None:
    """Each file in the list of those that a new type changes has to do with the type that is the example."""
    section = PAGE.split("### A type of item\n")[1].split("\n### ")[0]
    cells = re.findall(r"^\| (`.+?) \|", section, flags=re.MULTILINE)
    files = [path for cell in cells for path in re.findall(r"`([\w./-]+)`", cell)]
    assert len(files) > 10
    texts = {path: path + (REPOSITORY / path).read_text(encoding="utf-8") for path in files}
    assert [path for path, text in texts.items() if "essay" not in text.lower()] == []


@pytest.mark.parametrize("case", read_cases(NEW_FILES[CASES]), ids=lambda case: case.title)
def test_the_rule_finds_what_its_cases_say(case: Case, tmp_path: Path) -> None:
    """Whoever types the example has a rule that works, with cases that pass."""
    assert findings({name: content.decode() for name, content in case.files.items()}, tmp_path) == case.expected


@pytest.mark.parametrize(("example", "is_found"), [("Bad", True), ("Good", False)])
def test_the_examples_of_its_page_are_right(example: str, is_found: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a column of the table above
    """The page that is shown would pass the test of all pages."""
    section = NEW_FILES[RULES_PAGE].split(f"## {example}\n")[1].split("\n## ")[0]
    files = {path: text for _, path, text in FENCE.findall(section)}
    assert (CODE in findings(files, tmp_path)) == is_found


def findings(files: Mapping[str, str], folder: Path) -> str:
    """Run the rule of the example over a project, and return its problems as a case file has them."""
    module = ModuleType("exclamations")
    exec(compile(NEW_FILES[RULE], RULE, "exec"), module.__dict__)  # noqa: S102 - the code that the page shows
    content, problems, _ = read_content(lay_out_project(folder, files))
    assert problems == ()
    found = [problem for view in view_bank(content).views for problem in module.check(view)]
    return "".join(
        f"{problem.place}: warning[{problem.code}] {problem.message} ({problem.hint})\n" for problem in found
    )
