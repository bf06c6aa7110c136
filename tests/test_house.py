"""What the repository says of itself is true, and its code keeps to its sizes."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import quizgen
from quizgen.cli import main
from tests.support.need import need_program
from tests.support.project import REPOSITORY, run_quizgen

MODULES = sorted((REPOSITORY / "quizgen").rglob("*.py"))
DOCUMENTS = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("starter/**/*.md")])
PAGES = REPOSITORY / "quizgen" / "diagnostics" / "pages"

LONGEST_FUNCTION = 40
LONGEST_MODULE = 250


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_modules_and_functions_are_short(module: Path) -> None:
    """No module is over 250 lines, and no function over 40, its docstring aside."""
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    assert {name: size for name, size in function_sizes(text) if size > LONGEST_FUNCTION} == {}


def test_every_problem_code_has_its_page() -> None:
    """The codes in the code and the pages of `quizgen explain` are the same."""
    used = {code for path in MODULES for code in re.findall(r"\bQZ\d{3}\b", path.read_text(encoding="utf-8"))}
    assert used == {path.stem for path in PAGES.glob("*.md")}


def test_the_changelog_begins_with_this_version() -> None:
    """Its newest version is the one that the package has; before the first release there is none."""
    headings = re.findall(r"^## \[(.+?)\]", read("CHANGELOG.md"), flags=re.MULTILINE)
    assert headings
    assert [version for version in headings if version != "Unreleased"][:1] in ([], [quizgen.__version__])


def test_make_explains_every_target() -> None:
    """`make help` names each target that is meant to be typed, with what it does."""
    help_text = subprocess.run(
        [need_program("make"), "help"], cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=True
    ).stdout
    explained = dict(re.findall(r"^  ([a-z-]+) +(\S.+)$", help_text, flags=re.MULTILINE))
    assert list(explained) == make_targets()


def test_no_test_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Pytest goes into every folder that holds tests; its own list would leave out one called `build`."""
    left_out = pytestconfig.getini("norecursedirs")
    paths = [path.relative_to(REPOSITORY) for path in (REPOSITORY / "tests").rglob("test_*.py")]
    folders = {part for path in paths for part in path.parent.parts}
    assert [folder for folder in sorted(folders) if any(fnmatch(folder, name) for name in left_out)] == []


def test_this_repositorys_own_decks_build(tmp_path: Path) -> None:
    """`make build` has no problems to show: each deck spec gives a package, and the index leads to all."""
    shutil.copy(REPOSITORY / "quizgen.yaml", tmp_path)
    for folder in ("data", "decks"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    result = run_quizgen("build", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    packages = {path.stem for path in (tmp_path / "build").glob("*.apkg")}
    assert packages == {path.stem for path in (REPOSITORY / "decks").glob("*.yaml")}
    assert (tmp_path / "build" / "index.html").is_file()


def test_the_readme_lists_every_command() -> None:
    """The README's list of commands and those of `quizgen --help` are the same."""
    listed = re.findall(r"^quizgen ([a-z]+) .*#", read("README.md"), flags=re.MULTILINE)
    assert sorted(listed) == sorted(main.commands)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_documents_name_what_exists(document: Path) -> None:
    """Every `make` target and every file of this repository that a document names or links to is there."""
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"(?:(?<=`)|(?<=\$ )|(?<=&& )|^)make ([a-z-]+)(?=`| *#| *&&| *$)", text, flags=re.MULTILINE)
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text)
    assert set(targets) <= set(make_targets())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_readmes_fact_is_one_that_init_lays_out() -> None:
    """The YAML that the README shows stands in the starter, and so it is built and looked at."""
    (example,) = re.findall(r"```yaml\n(.+?)```", read("README.md"), flags=re.DOTALL)
    assert example.count("\n") == 10
    assert example in read("starter/data/facts.yaml")


def test_nothing_names_the_machine_it_was_written_on() -> None:
    """No path of one machine stands in the code, the documents or the data."""
    homes = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
    named = [path for path in text_files() if homes.search(path.read_text(encoding="utf-8"))]
    assert named == []


def function_sizes(text: str) -> Iterator[tuple[str, int]]:
    """Name and lines of every function in a module, docstrings not counted."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) else None
            yield node.name, lines(node) - (lines(docstring) if docstring else 0)


def lines(node: ast.stmt) -> int:
    """Lines that a statement takes."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def make_targets() -> list[str]:
    """Targets of the Makefile that are meant to be typed, in its order."""
    return [name for name in phony_targets() if name != "system"]


def phony_targets() -> list[str]:
    """Everything in the Makefile that is not a file."""
    return " ".join(re.findall(r"^\.PHONY: (.+)$", read("Makefile"), flags=re.MULTILINE)).split()


def text_files() -> list[Path]:
    """All files that were written by hand, and golden files; no picture, and nothing that a build made."""
    folders = ["quizgen", "templates", "starter", "data", "decks", "docs", "tests", "tools", "bench", ".ci", ".github"]
    files = [path for folder in folders for path in (REPOSITORY / folder).rglob("*") if path.is_file()]
    top = [path for path in REPOSITORY.iterdir() if path.is_file()]
    return [path for path in top + files if path != Path(__file__) and is_text(path)]


def is_text(path: Path) -> bool:
    """Whether a file holds text, and not bytes."""
    try:
        return "\0" not in path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False


def read(name: str) -> str:
    """Text of a file of the repository."""
    return (REPOSITORY / name).read_text(encoding="utf-8")
