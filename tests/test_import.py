"""`quizgen import`, as a curator uses it: from a file of another program to facts that can be built."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.build.check import check_project
from quizgen.cli.import_ import import_
from quizgen.diagnostics.pages import has_errors
from quizgen.model.fact import Fact
from quizgen.reading.content import read_content
from quizgen.reading.foreign.html import LOOKS_LIKE_HTML
from quizgen.rendering.markup import plain_text
from tests.support.foreign import PICTURE, export_package
from tests.support.project import FACT, lay_out, lay_out_project

ROWS = 200
HOSTILE = [
    "<script>alert(1)</script>",
    "{{c1}} {% x %}",
    "[latex]\\x[/latex] [sound x]",
    "=cmd|' /C calc'!A0",
    "a: b #c",
    "*a* ^b^ `c`",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a project with one fact and one source."""
    return lay_out_project(tmp_path / "project", {"data/facts.yaml": FACT})


def test_a_spreadsheet_comes_in_with_exactly_what_is_owed(project: Path, tmp_path: Path) -> None:
    """Of 200 rows `check` lists each claim and the title of the source, and nothing else."""
    rows = [[f"What is the depth at gauge {n}?", f"{n} metres", f"{n + 1} metres", "river; depth"] for n in range(ROWS)]
    bring(project, table(tmp_path, ["Question", "Answer", "Wrong answer 1", "Tags"], rows), status=0)
    problems = check_project(project).problems
    assert Counter((problem.code, problem.message) for problem in problems) == {
        ("QZ023", "the field `claim` has no value"): ROWS,
        ("QZ023", "the field `title` has no value"): 1,
    }


def test_once_the_rest_is_written_the_facts_are_there(project: Path, tmp_path: Path) -> None:
    """Filling in what stands empty is all that is left to do."""
    rows = [[f"How deep is the river at gauge {n}?", f"{n} metres", "dry", "river"] for n in range(1, ROWS + 1)]
    bring(project, table(tmp_path, ["Question", "Answer", "Wrong 1", "Topic"], rows), status=0)
    facts = filled_in(project)
    assert [str(fact.question) for fact in facts] == [row[0] for row in rows]
    assert [str(fact.answers[0].text) for fact in facts] == [row[1] for row in rows]
    assert {(fact.topics, fact.citations[0].source) for fact in facts} == {(("river",), "imported")}


def test_a_package_comes_in_with_its_pictures(
    project: Path, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    """Basic notes, cloze notes and a picture, as real Anki exports them; the whole file and the summary."""
    result = bring(project, export_package(tmp_path, legacy=True), status=0)
    golden("import/rivers.yaml", (project / "data" / "imported.yaml").read_text(encoding="utf-8"))
    golden("import/rivers.txt", result.stdout + result.stderr)
    assert (project / "images" / "river-map.png").read_bytes() == PICTURE
    owed = Counter(problem.message for problem in check_project(project).problems)
    assert owed == {f"the field `{name}` has no value": count for name, count in OWED_BY_A_PACKAGE.items()}


def test_nothing_is_overwritten(project: Path, tmp_path: Path) -> None:
    """A second import stops, and its hint names a file that is free; what is there already is not brought again."""
    first = table(tmp_path, ["question", "answer"], [["How wide is it?", "10 metres"]])
    bring(project, first, status=0)
    before = (project / "data" / "imported.yaml").read_bytes()
    second = table(tmp_path, ["question", "answer"], [["How wide is it?", "10 metres"], ["How old is it?", "very old"]])
    assert "add `--into data/imported-2.yaml`" in bring(project, second, status=1).output
    assert (
        "Merged with a fact that says the same: 1."
        in bring(project, second, "--into", "data/imported-2.yaml", status=0).output
    )
    assert (project / "data" / "imported.yaml").read_bytes() == before
    assert re.findall(r"- id: (.+)", (project / "data" / "imported-2.yaml").read_text("utf-8")) == ["imported-2", "old"]


def test_what_stands_there_already_is_not_brought_again(project: Path, tmp_path: Path) -> None:
    """A file of nothing else is a problem that says so, and the files that are taken are passed over in the hint."""
    file = table(tmp_path, ["question", "answer"], [["How wide is it?", "10 metres"]])
    bring(project, file, status=0)
    before = files_of(project)
    result = bring(project, file, "--into", "data/imported-2.yaml", status=1)
    assert "every question of the file stands in the project already, with the same answer" in result.output
    assert files_of(project) == before
    (project / "data" / "imported-2.yaml").write_text("facts: []\n", encoding="utf-8")
    assert "add `--into data/imported-3.yaml`" in bring(project, file, status=1).output


def test_a_cloze_that_stands_there_already_is_not_brought_again(project: Path, tmp_path: Path) -> None:
    """Other files of the folder, those that are no YAML and those that are broken, are in nobody's way."""
    cloze = "The river is {{c1::wide}}."
    fact = f"facts:\n  - id: width\n    cloze: '{cloze}'\n  - only a text\n"
    lay_out(project, {"data/a.md": "facts: []\n", "data/b.yaml": "facts: [\n", "data/c.yaml": fact})
    result = bring(
        project,
        table(tmp_path, ["cloze", "tags"], [[cloze, "river"], ["The river is {{c1::deep}}.", "river"]]),
        status=0,
    )
    assert "Merged with a fact that says the same: 1." in result.output
    assert "deep" in (project / "data" / "imported.yaml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_writes_nothing(project: Path, tmp_path: Path) -> None:
    """Exit code 1, a problem, and the project as it was."""
    (tmp_path / "words.txt").write_text("one\ntwo\n", encoding="utf-8")
    before = files_of(project)
    assert "QZ544" in bring(project, tmp_path / "words.txt", status=1).output
    assert files_of(project) == before


@pytest.mark.parametrize(
    "options",
    [
        ["--into", "facts.yaml"],
        ["--into", "../data/facts.yaml"],
        ["--into", "data/deep/facts.yaml"],
        ["--into", "data/facts.txt"],
        ["--into", "data/.hidden.yaml"],
        ["--lang", "English"],
        ["--topic", "!?"],
    ],
)
def test_wrong_options_are_wrong_usage(options: list[str], project: Path, tmp_path: Path) -> None:
    """A file that would never be read, or a word that is no language: exit code 2."""
    bring(project, table(tmp_path, ["question", "answer"], [["a", "b"]]), *options, status=2)


def test_topic_and_language_are_given_to_every_fact(project: Path, tmp_path: Path) -> None:
    """The home topic is the one that was asked for, with the tags behind it."""
    file = table(tmp_path, ["question", "answer", "tags"], [["Где?", "Там", "places"]])
    bring(project, file, "--topic", "River/Places", "--lang", "ru", status=0)
    (fact,) = filled_in(project)
    assert (fact.id, fact.topics, fact.lang) == ("gde", ("river/places", "places"), "ru")


# more than twenty control characters make a file that is no text
CELLS = st.text(min_size=1, max_size=20).filter(
    lambda cell: sum(one < " " for one in cell) <= 2 and not LOOKS_LIKE_HTML.search(cell)
)
"""Cells of plain text: those that look like HTML are read as HTML."""


@given(pairs=st.lists(st.tuples(*[CELLS | st.sampled_from(HOSTILE)] * 2), max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hostile_cells_come_out_as_the_text_that_they_are(
    pairs: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a cell holds is read back, and shown, as the letters that stood in it."""
    folder = tmp_path_factory.mktemp("import")
    project = lay_out_project(folder, {"data/facts.yaml": FACT})
    rows = [[f"What is {n}? {question}", f"It is {answer}"] for n, (question, answer) in enumerate(pairs)]
    bring(project, table(folder, ["question", "answer"], [*rows, ["last", "one"]]), status=0)
    facts = filled_in(project)
    shown = [
        (letters(plain_text(str(fact.question))), letters(plain_text(str(fact.answers[0].text)))) for fact in facts
    ]
    assert shown == [(letters(question), letters(answer)) for question, answer in [*rows, ["last", "one"]]]


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a file's name be no text")
def test_a_file_whose_name_is_no_text(project: Path, tmp_path: Path) -> None:
    """It is named in the fact file as well as it can be."""
    table(tmp_path, ["question", "answer"], [["a", "b"]]).rename(tmp_path / "r\udcff\n.csv")
    bring(project, tmp_path / "r\udcff\n.csv", status=0)
    assert "note: Brought from r\ufffd\u240a.csv." in (project / "data" / "imported.yaml").read_text(encoding="utf-8")


OWED_BY_A_PACKAGE = {"claim": 4, "title": 1, "alt": 1, "credit": 1}


def bring(project: Path, file: Path, *options: str, status: int | None = None) -> Result:
    """Run `quizgen import` on a project."""
    result = CliRunner().invoke(import_, [str(file), "--project", str(project), *options])
    assert status is None or result.exit_code == status, result.output
    return result


def table(folder: Path, header: list[str], rows: list[list[str]]) -> Path:
    """Write a table as Python's csv module does, in UTF-8."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    (folder / "rivers.csv").write_bytes(text.getvalue().encode("utf-8", errors="replace"))
    return folder / "rivers.csv"


def filled_in(project: Path) -> tuple[Fact, ...]:
    """Write what is owed, and return the facts that came in; the reader must find no error in them."""
    file = project / "data" / "imported.yaml"
    empty = re.compile(r"^( +(?:claim|title|alt|credit):)(?:  #.*)?$", re.MULTILINE)
    file.write_text(empty.sub(r"\1 Written in.", file.read_text(encoding="utf-8")), encoding="utf-8")
    content, problems, _ = read_content(project)
    assert not has_errors(problems)
    return tuple(fact for fact in content.bank.facts if fact.id.document == "data/imported.yaml")


def letters(text: str) -> str:
    """Return what stays of a text in one line: no blanks, no slashes for line breaks, no control characters."""
    return "".join(re.findall(r"[^\s/\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff]", text.encode("utf-8", "replace").decode()))


def files_of(project: Path) -> dict[str, Any]:
    """Return the files of a project with their contents."""
    return {str(path.relative_to(project)): path.read_bytes() for path in project.rglob("*") if path.is_file()}
