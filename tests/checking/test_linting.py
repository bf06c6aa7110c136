"""Each rule on facts, cards, items, quizzes and sources finds what it is there for, and leaves the rest alone."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from quizgen.checking.errors import check_errors
from quizgen.checking.linting import check_all
from quizgen.checking.listed import ALL_RULES, AMONG_RULES, BANK_RULES, COMPARISONS, SOURCE_RULES
from quizgen.diagnostics.pages import codes, page_of
from quizgen.model.settings import CheckSettings
from tests.checking.lint import YEAR, content_of, lint_case, lint_project, planned
from tests.support.cases import Case, cases_in
from tests.support.project import lay_out_project

HERE = Path(__file__).parent
FOLDERS = ("facts", "cards", "items", "sets", "sources")
CASES = [case for folder in FOLDERS for case in cases_in(HERE / folder / "cases")]
LINTED = [code for code in codes() if "QZ600" <= code <= "QZ829"]
WORDED = [code for code in LINTED if "Languages: English" in page_of(code).body]
RUN_APART = {"max_age", "placeholders"}
"""Rules that no list names: one wants the settings, one goes before all others."""
HOSTILE = (
    "",
    "…",
    "a",
    "'",
    '"',
    "((((",
    "]]>",
    "{{c1::a}}",
    "{{",
    "<script>alert(1)</script>",
    "\\(x^2\\)",
    "$5.00 $",
    "-",
    "–5",
    ".5",
    "1,000,000,000,000,000,000,000",
    "1e9",
    "İstanbul",
    "ﬁ",
    "e\u0301",
    "מים",
    "水",
    "and and and",
    "or",
    "of",
    "a hundred hundred thousand and",
    "between and",
    "more than",
    "10 to",
    "the",
    "None",
    "\u200d",
)


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case, tmp_path: Path) -> None:
    """Each project in the case files has exactly the problems that are listed there."""
    assert lint_case(case, tmp_path) == case.expected


def test_every_rule_has_its_case_file() -> None:
    """A rule without a case may report nothing at all, or everything."""
    listed = [rule for field in fields(ALL_RULES) for rule in getattr(ALL_RULES, field.name)]
    listed += [*AMONG_RULES, *BANK_RULES, *SOURCE_RULES, *(comparison.check for comparison in COMPARISONS)]
    modules = {rule.__module__.rpartition(".")[2] for rule in listed}
    files = {path.stem for folder in FOLDERS for path in (HERE / folder / "cases").glob("*.txt")}
    assert modules | RUN_APART == files


@pytest.mark.parametrize("code", LINTED)
def test_the_bad_example_of_a_page_has_its_problem(code: str, tmp_path: Path) -> None:
    """A curator who meets the problem finds it in the example, and no other error."""
    found = {problem.code for problem in lint_project(lay_out_project(tmp_path, example(code, "Bad")))}
    assert code in found
    assert not {other for other in found - {code} if page_of(other).level == "error"}


@pytest.mark.parametrize("code", LINTED)
def test_the_good_example_of_a_page_has_none(code: str, tmp_path: Path) -> None:
    """What the page tells a curator to write is right in every other way too."""
    assert lint_project(lay_out_project(tmp_path, example(code, "Good"))) == ()


@pytest.mark.parametrize("code", [code for code in LINTED if page_of(code).level == "error"])
def test_a_build_finds_each_error(code: str, tmp_path: Path) -> None:
    """What a build looks for are the errors, all of them and no more: as `check` finds them, word for word."""
    project = lay_out_project(tmp_path, example(code, "Bad"))
    errors = [problem for problem in lint_project(project) if page_of(problem.code).level == "error"]
    assert sorted(check_errors(content_of(project), planned(project)), key=lambda problem: problem.sort_key) == errors


@pytest.mark.parametrize("code", [code for code in LINTED if page_of(code).level != "error"])
def test_a_build_does_not_look_for_warnings(code: str, tmp_path: Path) -> None:
    """They are remarks, and each costs time."""
    project = lay_out_project(tmp_path, example(code, "Bad"))
    assert check_errors(content_of(project), planned(project)) == ()


@pytest.mark.parametrize("code", WORDED)
def test_rules_with_word_lists_are_silent_in_other_languages(code: str, tmp_path: Path) -> None:
    """English words in a Kazakh text may mean anything."""
    files = example(code, "Bad")
    files["quizgen.yaml"] = "namespace: riversriversrivers\ntitle: Rivers\nlanguage: kk\n"
    assert code not in {problem.code for problem in lint_project(lay_out_project(tmp_path, files))}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "kk"])
def test_no_text_breaks_a_rule(text: str, lang: str, tmp_path: Path) -> None:
    """Whatever a curator writes, in whichever field, is checked without a mistake of ours, and pointed at."""
    quoted = "'" + text.replace("'", "''") + "'"
    fields = ("claim", "voice", "question", "answer", "cloze", "label", "explanation")
    fact = "".join(f"    {name}: {quoted}\n" for name in fields)
    lists = f"    distractors: [{quoted}, x, 5]\n    false_claims: [{quoted}, {{text: {quoted}, why: {quoted}}}]\n"
    start = f"facts:\n  - id: river\n    topics: [river]\n    lang: {lang}\n    sensitive: true\n"
    files = {"data/facts.yaml": f"{start}    citations: [{{source: survey-2020, quote: {quoted}}}]\n{fact}{lists}"}
    content = content_of(lay_out_project(tmp_path, files))
    problems = check_all(content, (), CheckSettings(max_age=0), YEAR)
    assert {problem.place.document for problem in problems} <= {"data/facts.yaml", "data/sources.yaml"}
    assert all(problem.place.column >= 1 and problem.place.width >= 1 for problem in problems)


def example(code: str, name: str) -> dict[str, str]:
    """Return the files that an example of a page shows, by path."""
    section = page_of(code).body.split(f"## {name}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", section, flags=re.DOTALL | re.MULTILINE))
