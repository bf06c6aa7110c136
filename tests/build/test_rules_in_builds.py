"""What `quizgen check` calls an error stops a build; what a fact ignores with a reason does not."""

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
    claim: The Elbe flows into the North Sea.
    citations: [{source: survey-2020, locator: page 3}]
    question: Into which sea does the Elbe flow?
    answer: the North Sea
    distractors: [the Baltic Sea, Baltic Sea, the Black Sea]
"""
IGNORE = "    ignore: {QZ700: They are two seas in this book.}\n"


@pytest.mark.parametrize("command", ["build", "diff"])
def test_an_error_of_a_rule_stops_it(command: str, tmp_path: Path) -> None:
    """Nobody prints a question with two right options because they never ran `check`."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACTS})
    result = run(project, command)
    assert result.exit_code == 1
    assert "error[QZ700]: the distractor `Baltic Sea` says the same as another distractor" in result.output
    assert not (project / "build").exists()
    assert not (project / "decks" / "ledger.tsv").exists()


def test_a_reason_lets_it_pass(tmp_path: Path) -> None:
    """A rule that judges by words can be wrong, and must not keep a curator from building."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACTS + IGNORE})
    assert run(project, "check").exit_code == 0
    assert run(project, "build").exit_code == 0


def test_no_setting_lets_it_pass(tmp_path: Path) -> None:
    """The reason stands on the fact, where the next curator reads it."""
    settings = "namespace: riversriversrivers\ntitle: Rivers\nlanguage: en\ncheck: {ignore: [QZ7]}\n"
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACTS, "quizgen.yaml": settings})
    assert run(project, "build").exit_code == 1


def test_a_build_says_nothing_of_what_check_only_warns_of(tmp_path: Path) -> None:
    """A fact with three warnings builds without a word about them; a stale `ignore` is no matter of a build either."""
    worse = FACTS.replace("The Elbe flows into the North Sea.", "The the mouth").replace(
        ", Baltic Sea, the Black Sea", ""
    )
    project = lay_out_project(tmp_path, {"data/facts.yaml": worse + IGNORE})
    checked, built = run(project, "check", "--format", "concise"), run(project, "build")
    assert [code for code in ("QZ600", "QZ602", "QZ649", "QZ718") if code not in checked.output] == []
    assert built.exit_code == 0
    assert "QZ" not in built.output


def run(project: Path, *arguments: str) -> Result:
    """Run a command on a project, in this process."""
    return CliRunner().invoke(main, ["--project", str(project), *arguments])
