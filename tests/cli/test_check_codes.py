"""`quizgen check --select` and `--ignore` take codes as a curator types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main
from tests.support.project import lay_out_project

FACTS = """\
facts:
  - id: elbe-mouth
    topics: [river]
    claim: The mouth of the Elbe
    citations: [{source: survey-2020, locator: page 3}]
    question: Which sea?
    answer: the North Sea
"""
"""QZ600 and QZ714."""


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["QZ600", "QZ714"]),
        (("--select", "QZ600"), ["QZ600"]),
        (("--select", "qz7"), ["QZ714"]),
        (("--select", "QZ600,QZ714"), ["QZ600", "QZ714"]),
        (("--ignore", "QZ600", "--ignore", "QZ71, QZ72"), []),
        (("--select", "QZ6", "--select", "QZ7", "--ignore", "QZ714"), ["QZ600"]),
    ],
)
def test_codes_choose(options: tuple[str, ...], found: list[str], tmp_path: Path) -> None:
    """One by one, by their beginning, or several after one option."""
    result = check(tmp_path, *options)
    assert [code for code in ("QZ600", "QZ714") if code in result.output] == found
    assert result.exit_code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_stands_for_nothing_is_a_wrong_command_line(option: str, tmp_path: Path) -> None:
    """Whoever mistypes one must not read that there are no problems."""
    result = check(tmp_path, option, "QZ6000")
    assert result.exit_code == 2
    assert "there is no code `QZ6000`; did you mean `QZ600`?" in result.output


def check(folder: Path, *options: str) -> Result:
    """Check a project with two warnings."""
    project = lay_out_project(folder, {"data/facts.yaml": FACTS})
    return CliRunner().invoke(main, ["--project", str(project), "check", "--format", "concise", *options])
