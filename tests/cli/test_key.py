"""``quizgen key``: the key of any form that was ever built, whatever has become of its facts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main
from tests.support.project import lay_out_project
from tests.support.sheets import visible

FACTS = """\
facts:
  - id: nile-mouth
    topics: [river/africa]
    claim: The Nile flows into the Mediterranean.
    citations: [{source: survey-2020, locator: page 7}]
    question: Into which sea does the Nile flow?
    answer: the Mediterranean
    distractors: [the Red Sea, the Black Sea]
  - id: volga-mouth
    topics: [river/europe]
    claim: The Volga flows into the Caspian Sea.
    citations: [{source: survey-2020, locator: page 9}]
    question: Into which sea does the Volga flow?
    answer: the Caspian Sea
    distractors: [the Black Sea, the White Sea]
"""
DECK = """\
title: Rivers
facts: {topics: [river]}
quizzes:
  - id: rivers-short
    title: Rivers
    forms: 2
    sections:
      - {type: multiple_choice, count: 2}
"""
RETIRED = """\
    status: retired
    reason: The survey withdrew *it*.
    retired_on: 2026-02-02
"""
CORRECTED = """\
    corrections: [{on: 2026-03-14, note: Until then this said the Red Sea.}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a small project and build it."""
    folder = lay_out_project(tmp_path / "rivers", {"data/facts.yaml": FACTS, "decks/rivers.yaml": DECK})
    run(folder, "build")
    return folder


def run(project: Path, *arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, ["--project", str(project), *map(str, arguments)])


def code_of(project: Path, letter: str = "a") -> str:
    """Return the code that is printed on a form."""
    form = (project / "build" / "quizzes" / "rivers-short" / f"form-{letter}.html").read_text(encoding="utf-8")
    return str(re.findall(r'class="code">(.*?)<', form)[0])


def key_of(project: Path, code: str, *options: str) -> tuple[str, str]:
    """Return what is seen on the key and on the feedback that the command writes."""
    result = run(project, "key", code, *options)
    assert result.exit_code == 0, result.output
    pages = [project / "build" / "keys" / f"{code}-{name}.html" for name in ("key", "feedback")]
    assert [Path(line).name for line in result.stdout.splitlines()] == [page.name for page in pages]
    key, feedback = (visible(page.read_text(encoding="utf-8")).replace("\u00a0", " ") for page in pages)
    return key, feedback


def edit(project: Path, after: str, more: str) -> None:
    """Add lines to a fact."""
    file = project / "data" / "facts.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(after, after + more), encoding="utf-8")


NILE, VOLGA = "    answer: the Mediterranean\n", "    answer: the Caspian Sea\n"


def test_the_key_is_that_of_the_build(project: Path) -> None:
    """With the facts as they were, both sheets say what those of the build say, without a notice."""
    code = code_of(project)
    built = project / "build" / "quizzes" / "rivers-short" / "feedback-a.html"
    expected = visible(built.read_text(encoding="utf-8")).replace("\u00a0", " ")
    key, feedback = key_of(project, code)
    assert feedback == expected
    assert "Into which sea does the Nile flow? the Mediterranean" in key
    assert code in key
    assert "withdrawn" not in key + feedback


def test_the_archive_alone_is_enough(project: Path) -> None:
    """After all its facts and the build folder are gone, the marker still has a key."""
    code = code_of(project, "b")
    shutil.rmtree(project / "build")
    (project / "data" / "facts.yaml").write_text(
        FACTS.replace("nile-", "amu-").replace("volga-", "syr-"), encoding="utf-8"
    )
    key, feedback = key_of(project, code)
    assert "Into which sea does the Volga flow? the Caspian Sea" in key
    assert "its fact has been deleted since this paper was printed." in key
    assert "The Volga flows into the Caspian Sea." in feedback


@pytest.mark.parametrize("without", ["", "-"])
def test_a_code_may_be_typed_in_any_way(project: Path, without: str) -> None:
    """Small letters, with a hyphen or without."""
    assert run(project, "key", code_of(project).lower().replace(without, "")).exit_code == 0


def test_an_unknown_code_names_the_nearest(project: Path) -> None:
    """A slip of the pen is told; without one that is near, all codes are named."""
    code = code_of(project)
    slip = code[:-1] + ("2" if code[-1] != "2" else "3")
    result = run(project, "key", slip)
    assert result.exit_code == 2
    assert f"no form {slip} was ever built; did you mean {code}?" in result.output
    far = run(project, "key", "zzzz-zzzz")
    assert far.exit_code == 2
    assert code in far.output


def test_without_an_archive_it_says_what_to_do(tmp_path: Path) -> None:
    """Nothing was built yet."""
    folder = lay_out_project(tmp_path / "new", {"data/facts.yaml": FACTS, "decks/rivers.yaml": DECK})
    result = run(folder, "key", "2222-2222")
    assert result.exit_code == 2
    assert "no form has been archived yet" in result.output


def test_a_withdrawn_question_counts_for_all(project: Path) -> None:
    """“all” in the matrix, a frame that says why on both sheets, and its claim is told no more."""
    code = code_of(project)
    edit(project, NILE, RETIRED)
    key, feedback = key_of(project, code)
    number = re.findall(r"Question (\d) was withdrawn: 2 February 2026. The survey withdrew it.", key)[0]
    assert re.search(rf"{number} ?\[1\] ?all", key)
    assert "Where the key says “all”, everyone gets the points." in key
    assert f"Question {number} was withdrawn: 2 February 2026. The survey withdrew it. Everyone gets" in feedback
    assert "The Nile flows into the Mediterranean." not in feedback


def test_a_corrected_question_says_so(project: Path) -> None:
    """With the date, the note, and the answer if it is another one now; the key stays as printed."""
    code = code_of(project)
    edit(project, NILE, CORRECTED)
    edit(project, "answer: the Mediterranean", " Sea")
    key, feedback = key_of(project, code)
    notice = "was corrected: 14 March 2026. Until then this said the Red Sea. Answer today: the Mediterranean Sea"
    assert notice in key
    assert notice in feedback
    assert "Into which sea does the Nile flow? the Mediterranean T" in key


def test_an_edited_question_says_so(project: Path) -> None:
    """Without a correction, the marker still learns that something was mended."""
    code = code_of(project)
    edit(project, "answer: the Caspian Sea", " (a lake)")
    key, _ = key_of(project, code)
    assert "has been edited since this paper was printed. Answer today: the Caspian Sea (a lake)" in key


def test_as_printed_it_says_nothing_of_that(project: Path) -> None:
    """The key as it was, and that it is so."""
    code = code_of(project)
    edit(project, NILE, RETIRED)
    key, feedback = key_of(project, code, "--as-printed")
    assert "withdrawn:" not in key + feedback
    assert "The Nile flows into the Mediterranean." in feedback
    assert key.count("As printed:") == feedback.count("As printed:") == 1


def test_with_mistakes_in_todays_facts_it_is_as_printed(project: Path) -> None:
    """A marker in a hurry gets a key, and is told what it does not say."""
    code = code_of(project)
    edit(project, NILE, RETIRED + "    colour: blue\n")
    result = run(project, "key", code)
    assert result.exit_code == 0
    assert "There is 1 error in today's facts" in result.stderr
    key, _ = key_of(project, code)
    assert "As printed:" in key


def test_the_key_may_go_elsewhere(project: Path, tmp_path: Path) -> None:
    """The feedback goes beside it."""
    result = run(project, "key", code_of(project), "--output", tmp_path / "out" / "monday.html")
    assert result.exit_code == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["monday-feedback.html", "monday.html"]


def test_a_damaged_archive_is_a_problem(project: Path) -> None:
    """It says how to get the file back."""
    code = code_of(project)
    (project / "archive" / f"{code}.json").write_text("{", encoding="utf-8")
    result = run(project, "key", code)
    assert result.exit_code == 1
    assert "QZ058" in result.stderr
