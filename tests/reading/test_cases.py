"""What is wrong with a project's files is found, all of it in one run, and nothing that only follows from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.cases import Case, cases_in, problems_of
from tests.support.project import REPOSITORY

HERE = Path(__file__).parent
ELSEWHERE = {"QZ002", "QZ005", "QZ008"}
"""Codes that need more than text to be seen."""


@pytest.mark.parametrize("case", cases_in(HERE / "cases"))
def test_case(case: Case, tmp_path: Path) -> None:
    """Each project in the case files has exactly the problems that are listed there."""
    assert problems_of(case, tmp_path) == case.expected


def test_every_code_of_reading_has_a_case() -> None:
    """No kind of problem goes without an example of where it points and what it says."""
    cases = "".join(path.read_text(encoding="utf-8") for path in (HERE / "cases").glob("*.txt"))
    code = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "quizgen" / "reading").glob("*.py"))
    given = set(re.findall(r"QZ0[0-4]\d", code)) - ELSEWHERE
    assert given - set(re.findall(r"(?:error|warning)\[(QZ\d{3})\]", cases)) == set()
