"""The commands as a curator types them: what they say, what they write, how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen import __version__
from quizgen.build.check import check_project
from quizgen.cli import main
from tests.support.foreign import zipped
from tests.support.project import REPOSITORY, lay_out_project, run_quizgen

FACTS = """\
facts:
  - id: nile-mouth
    topics: [river/africa]
    claim: The Nile flows into the Mediterranean.
    citations: [{source: survey-2020, locator: page 7}]
    question: Into which sea does the Nile flow?
    answer: the Mediterranean
    distractors: [the Red Sea, the Black Sea]
    cloze: The Nile flows into the {{c1::Mediterranean}}.
    false_claims: [{text: The Nile flows into the Red Sea., why: It flows north.}]
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
anki: {deck: Rivers}
quizzes:
  - id: rivers-short
    title: Rivers
    forms: 2
    sections:
      - {type: multiple_choice, count: 2}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a small project that builds."""
    return lay_out_project(tmp_path / "rivers", {"data/facts.yaml": FACTS, "decks/rivers.yaml": DECK})


def run(*arguments: str | Path, **environment: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)


def edit(project: Path, old: str, new: str, path: str = "data/facts.yaml") -> None:
    """Replace one text in a file of the project."""
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def outputs(project: Path) -> dict[str, bytes]:
    """Return everything that was built, by path."""
    files = (path for path in (project / "build").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def test_version() -> None:
    """``--version`` names the version."""
    assert run("--version").output == f"quizgen {__version__}\n"


def test_help_names_every_command() -> None:
    """A teacher finds all commands, each with one line that says what it is for, to its end."""
    text = run("--help").output
    assert "..." not in text.partition("Commands:")[2]
    for name, command in main.commands.items():
        assert f"  {name} " in text
        assert command.get_short_help_str(limit=200)


def test_check_of_a_good_project(project: Path) -> None:
    """Nothing wrong: one line, exit code 0."""
    result = run("check", "--project", project)
    assert (result.exit_code, result.output) == (0, "No problems in 2 facts, 1 source and 1 deck spec.\n")


def test_check_shows_place_excerpt_and_hint(project: Path) -> None:
    """A mistake is shown where it stands, with the text to type, and ends with exit code 1."""
    edit(project, "answer: the Caspian Sea", "anwser: the Caspian Sea")
    result = run("check", "--project", project)
    assert result.exit_code == 1
    assert "--> data/facts.yaml:16:5" in result.output
    assert "16 |     anwser: the Caspian Sea" in result.output
    assert "   |     ^^^^^^" in result.output
    assert "hint: did you mean `answer`?" in result.output
    assert "1 error" in result.output


@pytest.mark.parametrize("style", ["full", "concise", "github", "json"])
def test_formats_of_a_good_project(project: Path, style: str) -> None:
    """Programs get an empty result of their own format."""
    result = run("check", "--project", project, "--format", style)
    assert result.exit_code == 0
    if style == "json":
        assert json.loads(result.output) == []


def test_build_writes_deck_quiz_and_index(project: Path) -> None:
    """One command makes the package, all sheets and the page that leads to them."""
    result = run("build", "--project", project)
    assert result.exit_code == 0, result.output
    assert {path for path in outputs(project) if "/." not in path} == {
        "build/index.html",
        "build/rivers.apkg",
        "build/quizzes/rivers-short/form-a.html",
        "build/quizzes/rivers-short/form-b.html",
        "build/quizzes/rivers-short/form-a-large.html",
        "build/quizzes/rivers-short/form-b-large.html",
        "build/quizzes/rivers-short/print-all.html",
        "build/quizzes/rivers-short/key.html",
        "build/quizzes/rivers-short/feedback-a.html",
        "build/quizzes/rivers-short/feedback-b.html",
    }
    assert "build/rivers.apkg  (3 notes, 3 cards)" in result.output
    assert "2 questions, 2 points, forms A, B" in result.output


def test_build_with_a_problem_changes_nothing(project: Path) -> None:
    """The last outputs, the ledger and the archive stay as they were, byte for byte."""
    run("build", "--project", project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    edit(project, "answer: the Caspian Sea", "answer: [the Caspian Sea")
    after_edit = {**before, project / "data/facts.yaml": (project / "data/facts.yaml").read_bytes()}
    result = run("build", "--project", project)
    assert result.exit_code == 1
    assert "Nothing was written." in result.output
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == after_edit


def test_build_of_an_unknown_deck_is_wrong_usage(project: Path) -> None:
    """A misspelt deck ends with exit code 2 and the names that exist."""
    result = run("build", "river", "--project", project)
    assert result.exit_code == 2
    assert "the decks are: rivers" in result.output


def test_build_removes_what_is_made_no_more(project: Path) -> None:
    """A form that is asked for no longer does not lie about; what others put into build/ stays."""
    run("build", "--project", project)
    (project / "build/notes.txt").write_text("mine", encoding="utf-8")
    edit(project, "forms: 2", "forms: 1", "decks/rivers.yaml")
    run("build", "--project", project)
    assert "build/quizzes/rivers-short/form-b.html" not in outputs(project)
    assert outputs(project)["build/notes.txt"] == b"mine"


def test_build_names_changed_facts_and_items(project: Path) -> None:
    """After an edit the summary says which fact, which notes, which items, which printed papers."""
    run("build", "--project", project)
    edit(project, "answer: the Mediterranean", "answer: the Mediterranean Sea")
    lines = run("build", "--project", project).output.splitlines()
    assert "1 fact edited: nile-mouth" in lines
    assert "Rivers: students see 1 updated, 0 new, 2 unchanged" in lines
    assert sum("item" in line and "edited (now " in line for line in lines) == 2
    assert sum("printed form" in line and "nile-mouth edited" in line for line in lines) == 2


def test_diff_shows_old_and_new_and_writes_nothing(project: Path) -> None:
    """``diff`` reads the old text from the package in build/."""
    run("build", "--project", project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    edit(project, "answer: the Mediterranean", "answer: the Mediterranean Sea")
    result = run("diff", "--project", project)
    assert result.exit_code == 0
    assert "    answer: the Mediterranean → the Mediterranean Sea" in result.output.splitlines()
    del before[project / "data/facts.yaml"]
    assert all(path.read_bytes() == content for path, content in before.items())


def test_diff_tells_programs_of_forms_and_printed_items(project: Path) -> None:
    """Both forms change by the one item, and the printed ones are out of date at it."""
    run("build", "--project", project)
    edit(project, "answer: the Mediterranean", "answer: the Mediterranean Sea")
    data = json.loads(run("diff", "--project", project, "--json").stdout)
    assert [(form["quiz"], form["form"], len(form["edited"])) for form in data["forms"]] == [
        ("rivers-short", "A", 1),
        ("rivers-short", "B", 1),
    ]
    numbers = [number for form in data["forms"] for number in form["edited"]]
    assert sorted(item["item"] for item in data["out_of_date"]) == sorted(numbers)
    assert {(item["fact"], item["what"]) for item in data["out_of_date"]} == {("nile-mouth", "edited")}


def test_diff_since_a_package(project: Path, tmp_path: Path) -> None:
    """``--since`` compares with what students were given once, however often was built since."""
    run("build", "--project", project)
    (project / "build/rivers.apkg").rename(tmp_path / "old.apkg")
    edit(project, "answer: the Mediterranean", "answer: the Mediterranean Sea")
    run("build", "--project", project, SOURCE_DATE_EPOCH="4000000000")
    assert "see nothing new" in run("diff", "--project", project).output
    data = json.loads(run("diff", "--project", project, "--since", tmp_path / "old.apkg", "--json").stdout)["decks"]
    assert [deck["counts"] for deck in data] == [{"updated": 1, "new": 0, "unchanged": 2}]
    assert data[0]["updated"][0]["fields"] == [
        {"field": "answer", "before": "the Mediterranean", "after": "the Mediterranean Sea"}
    ]


def test_diff_since_a_package_that_is_dated_later(project: Path, tmp_path: Path) -> None:
    """Where git took the ledger back Anki skips what was edited, and nobody would hear of it."""
    run("build", "--project", project)
    ledger = (project / "decks/ledger.tsv").read_bytes()
    edit(project, "answer: the Mediterranean", "answer: the Atlantic")
    run("build", "--project", project, SOURCE_DATE_EPOCH="4000000000")
    (project / "build/rivers.apkg").rename(tmp_path / "wrong.apkg")
    edit(project, "answer: the Atlantic", "answer: the Mediterranean")
    (project / "decks/ledger.tsv").write_bytes(ledger)
    diff = ("diff", "--project", project, "--since", tmp_path / "wrong.apkg")
    assert run(*diff).output.splitlines()[:2] == ["1 fact edited that Anki will skip:", "  nile-mouth"]
    (data,) = json.loads(run(*diff, "--json").stdout)["decks"]
    assert (data["counts"], data["skipped"]) == ({"updated": 0, "new": 0, "unchanged": 3}, ["nile-mouth"])


def test_diff_since_another_zip_is_a_problem(project: Path, tmp_path: Path) -> None:
    """What was not built by us is named, and what to name in its place."""
    zipped(tmp_path / "old.apkg", {"holiday.txt": b"sun"})
    result = run("diff", "--project", project, "--since", tmp_path / "old.apkg")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[QZ052]" in result.stderr
    assert "it holds no `collection.anki2`" in result.stderr
    assert "that `quizgen build` made" in result.stderr


def test_diff_names_new_facts_and_changed_topics(project: Path) -> None:
    """Students get new notes, and see new tags on those that they have."""
    run("build", "--project", project)
    edit(project, "[river/africa]", "[river/africa, delta]")
    with (project / "data" / "facts.yaml").open("a", encoding="utf-8") as file:
        file.write(FACTS.removeprefix("facts:\n").partition("  - id: volga")[0].replace("nile", "jordan"))
    said = run("diff", "--project", project).output.splitlines()
    assert said[:5] == [
        "1 fact edited:",
        "  nile-mouth",
        "    topics: (nothing) → quizgen::riversri::topic::delta",
        "1 fact new:",
        "  jordan-mouth",
    ]
    assert "Rivers: students see 2 updated, 2 new, 1 unchanged" in said


def test_diff_of_what_cannot_be_built_shows_the_problems(project: Path) -> None:
    """There is nothing to compare with: exit code 1, and no word of changes."""
    run("build", "--project", project)
    edit(project, "answer: the Mediterranean", "anwser: the Mediterranean")
    result = run("diff", "--project", project)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[QZ020]" in result.stderr


def test_explain_lists_and_explains() -> None:
    """Every code that is listed is explained; an unknown one is wrong usage."""
    listed = run("explain").output.splitlines()
    code = listed[0].split()[0]
    assert run("explain", code.lower()).output.startswith(f"{code}: ")
    result = run("explain", "QZ99999")
    assert result.exit_code == 2
    assert "there is no code QZ99999" in result.output


def test_init_lays_out_a_project_that_builds(tmp_path: Path) -> None:
    """The first minute: init, build, no problem; each new project has a namespace of its own."""
    assert run("init", tmp_path / "one").exit_code == 0
    assert run("init", tmp_path / "two").exit_code == 0
    namespaces = {(tmp_path / name / "quizgen.yaml").read_text(encoding="utf-8") for name in ("one", "two")}
    assert len(namespaces) == 2
    result = run("build", "--project", tmp_path / "one")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "one/build/index.html").is_file()


def test_init_in_the_folder_itself_sends_nobody_elsewhere(tmp_path: Path) -> None:
    """Whoever stands in the new folder already is not told to go to `.`."""
    said = run_quizgen("init", ".", cwd=tmp_path).stdout
    assert said == "Laid out 7 files here. Next:\n\n  quizgen build\n\n"


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """A file that stands there stops it before anything is written."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/facts.yaml").write_text("mine", encoding="utf-8")
    result = run("init", tmp_path)
    assert result.exit_code == 1
    assert "data/facts.yaml" in result.output
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["facts.yaml"]


def test_init_lays_out_the_example(tmp_path: Path) -> None:
    """The project of this repository, with a fresh namespace and without the ledger of our cards, builds at once."""
    project = tmp_path / "my example"
    result = run("init", "--example", "kazakhstan", project)
    assert result.exit_code == 0, result.output
    assert f'cd "{project}"' in result.output
    laid_out = {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
    ours = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "decks").glob("*.yaml")}
    assert ours < laid_out
    assert {".gitignore", ".gitattributes", "data/facts.yaml", "docs/curating.md", "quizgen.yaml"} < laid_out
    assert "decks/ledger.tsv" not in laid_out
    settings = [(folder / "quizgen.yaml").read_text(encoding="utf-8") for folder in (project, REPOSITORY)]
    assert settings[0].splitlines()[2:] == settings[1].splitlines()[2:]
    assert settings[0].splitlines()[1] != settings[1].splitlines()[1]
    assert run("build", "--project", project).exit_code == 0


def test_new_never_coins_the_id_of_a_deleted_fact(project: Path) -> None:
    """Students who still have its card would get the new fact on it, with the progress of the old one."""
    run("build", "--project", project)
    edit(project, "id: volga-mouth", "id: volga-end")
    assert "  - id: volga-mouth-2" in run("new", "--project", project, "volga mouth").output


def test_new_coins_a_fact_that_reads_well(project: Path) -> None:
    """The skeleton goes at the end of the fact file as it is; its id is one that no fact has."""
    for name in ("Nile  mouth", "Nile mouth", "Дельта"):
        skeleton = run("new", name, "--project", project).output
        with (project / "data/facts.yaml").open("a", encoding="utf-8") as file:
            file.write(skeleton)
    ids = [
        line.split()[-1] for line in (project / "data/facts.yaml").read_text("utf-8").splitlines() if "- id:" in line
    ]
    assert ids == ["nile-mouth", "volga-mouth", "nile-mouth-2", "nile-mouth-3", "delta"]
    assert check_project(project).problems == ()


def test_project_is_found_from_below_and_from_anywhere(project: Path, tmp_path: Path) -> None:
    """In the project's folders no option is needed; elsewhere ``--project`` names it, before or after the command."""
    below = run_quizgen("check", cwd=project / "data")
    assert (below.returncode, below.stderr) == (0, "")
    for arguments in (("--project", "rivers", "check"), ("check", "--project", "rivers")):
        assert run_quizgen(*arguments, cwd=tmp_path).returncode == 0


def test_without_a_project_the_way_out_is_told(tmp_path: Path) -> None:
    """No project: wrong usage, exit code 2, and the command that makes one."""
    result = run_quizgen("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "quizgen init" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_project_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """The folder that was named is named again."""
    result = run("check", "--project", tmp_path)
    assert result.exit_code == 2
    assert f"no quizgen.yaml stands in {tmp_path}" in result.stderr


def test_no_colour_where_no_terminal_is(project: Path) -> None:
    """Output that goes into a file has no escape sequences."""
    edit(project, "answer: the Caspian Sea", "anwser: the Caspian Sea")
    assert "\x1b" not in run_quizgen("check", cwd=project).stdout


@pytest.mark.parametrize("value", ["", "soon", "-5", "1e9"])
def test_bad_source_date_epoch_is_wrong_usage(project: Path, value: str) -> None:
    """A time that is none is told as what it is."""
    result = run("build", "--project", project, SOURCE_DATE_EPOCH=value)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.output
