"""Each rule finds what it is there for: one rule, one module, one case file."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.checking.rules import RULES
from tests.support.cases import Case, cases_in, problems_of

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", cases_in(CASES))
def test_case(case: Case, tmp_path: Path) -> None:
    """Each project in the case files has exactly the problems that are listed there."""
    assert problems_of(case, tmp_path) == case.expected


def test_every_rule_has_its_case_file() -> None:
    """A rule without a case may report nothing at all, or everything."""
    modules = {rule.__module__.rpartition(".")[2] for rule in RULES}
    assert modules == {path.stem for path in CASES.glob("*.txt")}
