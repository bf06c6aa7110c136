"""`quizgen review` notes that facts were re-read, and changes nothing else in their files."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.build.check import check_project
from quizgen.checking.reviews import is_stale
from quizgen.cli import main
from tests.support.need import need_program
from tests.support.project import lay_out, lay_out_project, run_quizgen

BODY = """\
    topics: [river]
    claim: The river is 100 kilometres long.
    citations: [{source: survey-2020, locator: page 3}]
    question: How long is the river?
"""
FACT = f"  - id: river-length\n{BODY}    answer: 100 kilometres\n"
NEXT = (
    "  - id: river-depth\n    topics: [river]\n    claim: The river is deep.\n    citations: [{source: survey-2020}]\n"
)
NEXT += "    cloze: The river is {{c1::deep}}.\n"
REVIEW = "reviewed: {by: Ada Brook, on: 2026-11-24, text: pkxfvokqm6g2}"
NOW = {"SOURCE_DATE_EPOCH": "1795521600"}
"""The 24th of November 2026."""

SHAPES = {
    title: (before, after)
    for title, before, after in re.findall(
        r"^=== ([^\n]+)\n--- before\n(.+?)--- after\n(.+?)(?=\n===|\Z)",
        Path(__file__).with_name("reviews.txt").read_bytes().decode(),
        flags=re.DOTALL | re.MULTILINE,
    )
}
"""Facts before and after a review, by what is peculiar about them; those without a last line break lose theirs here."""


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_a_review_is_written_and_nothing_else(shape: str, line_break: str, mark: str, tmp_path: Path) -> None:
    """However the fact is spelt, all bytes but the review's stay, and the fact counts as re-read."""
    texts = (text.rstrip("\n") if "without a last" in shape else text for text in SHAPES[shape])
    before, after = (f"{mark}facts:\n{text}".replace("\n", line_break) for text in texts)
    project = lay_out_project(tmp_path, {"data/facts.yaml": before})
    assert review(project, "river-length").exit_code == 0
    written = (project / "data" / "facts.yaml").read_bytes().decode()
    assert re.sub(r"\b(?!pkx)\w{12}\}", "CODE}", written) == after
    assert stale_facts(project) == []


def test_several_facts_of_several_files_are_noted_at_once(tmp_path: Path) -> None:
    """Each file is replaced once, with its rights; the id that comes twice is noted once."""
    project = lay_out_project(
        tmp_path, {"data/a.yaml": f"facts:\n{FACT}{NEXT}", "data/b.yaml": f"facts:\n{other('b')}"}
    )
    (project / "data" / "b.yaml").chmod(0o600)
    result = review(project, "b", "river-depth", "river-length", "b")
    assert result.output == (
        "b: re-read by Ada Brook on 2026-11-24  (data/b.yaml)\n"
        "river-depth: re-read by Ada Brook on 2026-11-24  (data/a.yaml)\n"
        "river-length: re-read by Ada Brook on 2026-11-24  (data/a.yaml)\n"
    )
    assert (project / "data" / "a.yaml").read_text(encoding="utf-8").count("reviewed: ") == 2
    assert stat.S_IMODE((project / "data" / "b.yaml").stat().st_mode) == 0o600
    assert review(project).output == "3 facts as re-read, 0 to read. Then: quizgen review ID…\n"


def test_the_list_names_what_is_stale_and_what_nobody_has_read(tmp_path: Path) -> None:
    """The places can be clicked; a review by hand is told apart, for it says nothing about the text."""
    hand = f"{other('by-hand')}    reviewed: {{by: B. Weir, on: 2025-03}}\n"
    project = lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{FACT}{NEXT}{hand}{other('c')}"})
    assert review(project, "river-length", "c").exit_code == 0
    facts = project / "data" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("page 3}]", "page 4}]", 1), encoding="utf-8")
    assert review(project).output == (
        "data/facts.yaml:2:9: river-length was changed after Ada Brook re-read it on 2026-11-24\n"
        "data/facts.yaml:14:9: by-hand was re-read by B. Weir on 2025-03, with no code to tell whether it was changed\n"
        "data/facts.yaml:9:9: river-depth has not been re-read\n"
        "1 fact as re-read, 3 to read. Then: quizgen review ID…\n"
    )
    assert stale_facts(project) == ["river-length"]


def test_without_any_review_nothing_is_listed(tmp_path: Path) -> None:
    """A project that does not use reviews hears of no debt."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{FACT}"})
    assert review(project).output.startswith("No fact says yet that it was re-read.")


def test_an_unknown_fact_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    """Nothing is written, not for the other id either."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{FACT}"})
    result = review(project, "river-length", "river-lenght")
    assert result.exit_code == 2
    assert "there is no fact `river-lenght` (did you mean `river-length`?)" in result.output
    assert "reviewed" not in (project / "data" / "facts.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("claim:", "clam:", "QZ020"), ("survey-2020, locator", "survey-1020, locator", "QZ100")],
)
def test_a_fact_with_an_error_is_not_noted(old: str, new: str, code: str, tmp_path: Path) -> None:
    """What it says is not known; the errors are shown in its place, and another sound fact can be noted."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{NEXT}{FACT.replace(old, new)}"})
    result = review(project, "river-length")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.output
    assert "Nothing was written." in result.output
    assert review(project, "river-depth").exit_code == 0


def test_what_else_stands_in_the_file_is_left_alone(tmp_path: Path) -> None:
    """Sources above the facts, and a list in brackets at a fact's end."""
    more = "    answer: 100 kilometres\n    distractors: [90 kilometres, 80 kilometres]\n"
    before = f"sources: []\nfacts:\n  - id: river-length\n{BODY}{more}"
    project = lay_out_project(tmp_path, {"data/facts.yaml": before})
    assert review(project, "river-length").exit_code == 0
    written = (project / "data" / "facts.yaml").read_text(encoding="utf-8")
    assert re.sub(r"    reviewed: .+\n", "", written) == before
    assert re.search(rf"{re.escape(more)}    reviewed: {{by: Ada Brook, .+}}\n\Z", written)


def test_a_file_that_breaks_off_is_left_alone(tmp_path: Path) -> None:
    """Nobody knows what its facts would be, not even of those that stand before the mistake."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{FACT}{NEXT.replace('[river]', '[river')}"})
    result = review(project, "river-length")
    assert result.exit_code == 1
    assert "error[QZ010]" in result.output


def test_a_name_is_quoted_where_yaml_wants_it(tmp_path: Path) -> None:
    """Nobody's name breaks the file, and one that nobody can read is refused."""
    project = lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{FACT}"})
    assert review(project, "river-length", by='Ada "Weir", née: Brook').exit_code == 0
    assert stale_facts(project) == []
    assert """reviewed: {by: 'Ada "Weir", née: Brook', on: 2026-11-24""" in (project / "data/facts.yaml").read_text(
        encoding="utf-8"
    )
    assert review(project, "river-length", by="Ada\nBrook").exit_code == 2


def test_git_knows_who_the_editor_is(tmp_path: Path) -> None:
    """Without ``--by`` it is the name that commits bear; where git knows none, or is not there, it is asked for."""
    project = lay_out_project(tmp_path / "project", {"data/facts.yaml": f"facts:\n{FACT}"})
    known = lay_out(tmp_path, {"known": "[user]\n\tname = Ada Brook\n", "unknown": ""})
    git = {"PATH": os.environ["PATH"], "GIT_CONFIG_SYSTEM": str(known / "unknown"), "GIT_DIR": str(tmp_path)}
    for settings in ({**git, "GIT_CONFIG_GLOBAL": str(known / "unknown")}, {"PATH": str(tmp_path)}):
        asked = run_quizgen("review", "river-length", cwd=project, **NOW, **settings)
        assert (asked.returncode, "say who has re-read them: --by NAME" in asked.stderr) == (2, True)
    need_program("git")
    noted = run_quizgen("review", "river-length", cwd=project, **NOW, **git, GIT_CONFIG_GLOBAL=str(known / "known"))
    assert noted.stdout == "river-length: re-read by Ada Brook on 2026-11-24  (data/facts.yaml)\n", noted.stderr


def test_a_link_still_leads_to_the_file(tmp_path: Path) -> None:
    """Fact files may be links to elsewhere in the project."""
    project = lay_out_project(tmp_path, {"shared/facts.txt": f"facts:\n{FACT}"})
    try:
        (project / "data" / "facts.yaml").symlink_to(Path("..") / "shared" / "facts.txt")
    except OSError:
        pytest.skip("links cannot be made here")
    assert review(project, "river-length").exit_code == 0
    assert (project / "data" / "facts.yaml").is_symlink()
    assert REVIEW in (project / "shared" / "facts.txt").read_text(encoding="utf-8")


def review(project: Path, *ids: str, by: str = "Ada Brook") -> Result:
    """Run the command in this process."""
    named = ["--by", by] if ids else []
    return CliRunner().invoke(main, ["--project", str(project), "review", *ids, *named], env=NOW)


def stale_facts(project: Path) -> list[str]:
    """Read the project again, in which nothing is wrong, and return the facts that were changed after their review."""
    report = check_project(project)
    assert report.problems == ()
    return [str(fact.id) for fact in report.content.bank.facts if is_stale(fact, report.content.bank)]


def other(id_: str) -> str:
    """Return a fact with another id."""
    return FACT.replace("river-length", id_)
