"""``quizgen build --pdf``: a PDF beside every page, in the index, and gone when it would be old."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main
from tests.cli.test_key import DECK, FACTS
from tests.support.need import need_module
from tests.support.project import lay_out_project

PAGES = ["feedback-a", "form-a", "key", "print-all"]
ONE_FORM = DECK.replace("forms: 2", "large_print: false")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a small project."""
    need_module("weasyprint")
    need_module("pypdfium2")
    return lay_out_project(tmp_path / "rivers", {"data/facts.yaml": FACTS, "decks/rivers.yaml": ONE_FORM})


def build(project: Path, *options: str) -> Result:
    """Build in this process."""
    result = CliRunner().invoke(main, ["--project", str(project), "build", *options])
    assert result.exit_code == 0, result.output
    return result


def pdfs(project: Path) -> dict[str, bytes]:
    """Return the PDFs that stand there, by name."""
    return {file.stem: file.read_bytes() for file in (project / "build" / "quizzes" / "rivers-short").glob("*.pdf")}


def test_each_page_has_a_pdf_beside_it(project: Path) -> None:
    """The index leads to all; a second build has nothing to do, and a build from nothing makes the same bytes."""
    build(project, "--pdf")
    made = pdfs(project)
    assert sorted(made) == PAGES
    assert (project / "build" / "index.html").read_text(encoding="utf-8").count('.pdf"') == len(PAGES)
    assert "Nothing changed since the last build" in build(project, "--pdf").output
    for file in (project / "build").rglob("*"):
        if file.is_file():
            file.unlink()
    build(project, "--pdf")
    assert pdfs(project) == made


def test_an_edit_prints_again_what_it_changes(project: Path) -> None:
    """No PDF is older than its page."""
    build(project, "--pdf")
    before = pdfs(project)
    facts = project / "data" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("page 9", "page 10"), encoding="utf-8")
    build(project, "--pdf")
    changed = sorted(name for name, content in pdfs(project).items() if content != before[name])
    assert changed == ["feedback-a", "key", "print-all"]


def test_without_the_software_nothing_is_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was asked for PDFs and cannot make them says what to install."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    result = CliRunner().invoke(main, ["--project", str(project), "build", "--pdf"])
    assert result.exit_code == 1
    assert "the Python module `weasyprint` is missing" in result.stderr
    assert "pip install 'quizgen[pdf]'" in result.stderr
    assert not (project / "build").exists()


def test_without_the_option_old_pdfs_go(project: Path) -> None:
    """One that no longer fits its page would be handed out; a build of one deck removes its own as well."""
    build(project, "--pdf")
    build(project, "rivers")
    assert pdfs(project) == {}
    build(project, "--pdf")
    build(project)
    assert pdfs(project) == {}
    assert ".pdf" not in (project / "build" / "index.html").read_text(encoding="utf-8")
