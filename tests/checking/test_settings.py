"""What a curator does not want to hear: settings, and ``ignore`` on a fact."""

from __future__ import annotations

from pathlib import Path

from quizgen.checking.linting import check_all
from quizgen.checking.settings import apply_settings, can_be_ignored
from quizgen.diagnostics.pages import codes, level_of
from quizgen.diagnostics.problem import Level, Problem
from quizgen.model.settings import CheckSettings
from quizgen.model.text import Text
from tests.checking.lint import YEAR, content_of
from tests.support.project import lay_out_project

HEADING = """\
  - topics: [river]
    claim: The mouth of the Elbe
    citations: [{source: survey-2020}]
    id: elbe
    question: Which sea?
    answer: the North Sea
    distractors: [the Baltic Sea, all of the above]
"""
"""A fact with two warnings (QZ600, QZ714) and an error (QZ705); its id does not come first."""

GOOD = """\
  - id: oder
    topics: [river]
    claim: The Oder flows into the Baltic Sea.
    citations: [{source: survey-2020}]
    cloze: The Oder flows into the {{c1::Baltic}} Sea.
"""


def test_everything_is_reported_by_default(tmp_path: Path) -> None:
    """Without settings and without `ignore` nothing is left out."""
    assert codes_of(tmp_path, HEADING) == ["QZ600", "QZ705", "QZ714"]


def test_a_fact_silences_a_warning_and_its_neighbour_does_not(tmp_path: Path) -> None:
    """An `ignore` is about the fact that it stands on, wherever its id stands."""
    ignored = HEADING + "    ignore: {QZ600: a heading on purpose, QZ714: the map shows it}\n"
    assert codes_of(tmp_path, GOOD + ignored) == ["QZ705"]
    other = GOOD + "    ignore: {QZ600: a heading on purpose}\n"
    assert codes_of(tmp_path, other + HEADING) == ["QZ600", "QZ649", "QZ705", "QZ714"]


def test_a_fact_can_ignore_the_error_of_a_rule_on_items(tmp_path: Path) -> None:
    """Such a rule judges by words, which can deceive it; a reason on the fact is needed, and no setting will do."""
    assert codes_of(tmp_path, HEADING, CheckSettings(ignore=(Text("QZ"),))) == ["QZ705"]
    ignored = HEADING + "    ignore: {QZ705: four options are wanted}\n"
    assert codes_of(tmp_path, ignored) == ["QZ600", "QZ714"]
    assert codes_of(tmp_path, ignored, CheckSettings(ignore=(Text("QZ"),))) == []


def test_only_errors_of_rules_on_items_can_be_ignored() -> None:
    """An unknown source stays one whatever the reason; of warnings each can be ignored."""
    ignorable = {code for code in codes() if can_be_ignored(code)}
    errors = {code for code in codes() if level_of(code) is Level.ERROR}
    assert ignorable & errors == {code for code in errors if code.startswith("QZ7")}
    assert ignorable >= set(codes()) - errors


def test_an_ignored_error_that_is_not_found_is_stale_whatever_is_selected(tmp_path: Path) -> None:
    """Errors are always looked for, so their `ignore` can always be judged."""
    stale = GOOD + "    ignore: {QZ705: four options are wanted}\n"
    assert codes_of(tmp_path, stale, CheckSettings(select=(Text("QZ649"),))) == ["QZ649"]


def test_a_stale_ignore_is_known_only_after_all_rules_have_run(tmp_path: Path) -> None:
    """A build that plans no quizzes cannot know whether one of their rules would have spoken."""
    fact = GOOD + "    ignore: {QZ801: both are asked}\n"
    assert codes_of(tmp_path, fact) == ["QZ649"]
    assert codes_of(tmp_path, fact, complete=False) == []


def test_codes_are_left_out_or_chosen_by_their_beginning(tmp_path: Path) -> None:
    """`QZ6` stands for all rules on facts; what is not chosen makes no `ignore` stale."""
    assert codes_of(tmp_path, HEADING, CheckSettings(ignore=(Text("QZ6"),))) == ["QZ705", "QZ714"]
    assert codes_of(tmp_path, HEADING, CheckSettings(select=(Text("QZ714"),))) == ["QZ705", "QZ714"]
    stale = GOOD + "    ignore: {QZ600: a heading on purpose}\n"
    assert codes_of(tmp_path, stale, CheckSettings(select=(Text("QZ7"),))) == []


def codes_of(folder: Path, facts: str, settings: CheckSettings | None = None, *, complete: bool = True) -> list[str]:
    """Check facts and return the codes that are left, sorted."""
    settings = settings or CheckSettings()
    content = content_of(lay_out_project(folder, {"data/facts.yaml": f"facts:\n{facts}"}))
    problems: tuple[Problem, ...] = check_all(content, (), settings, YEAR)
    return sorted(problem.code for problem in apply_settings(problems, content, settings, complete=complete))
