"""Sheets as PDF: whole, tagged, the same bytes every time, and closed to the disk and the network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.writing.pdf import check_pdf_software, pdf_bytes
from tests.support.need import need_module, need_program
from tests.support.pdf import read_pdf
from tests.support.project import REPOSITORY

PAGE = """\
<!doctype html>
<html lang="kk"><head><meta charset="utf-8"><title>Өзендер</title>
<style>@page { size: A5; } p { font: 12pt "Noto Sans", sans-serif; } .gone { display: none; }</style></head>
<body><h1>Өзендер</h1><p class="first">Ертіс қайда құяды?</p>
<ol><li>affluent, state-owned</li><li>Обь</li></ol></body></html>
"""


@pytest.fixture(autouse=True)
def _software() -> None:
    """All tests here need the extra."""
    need_module("weasyprint")
    need_module("pypdfium2")


def test_all_text_is_there(tmp_path: Path) -> None:
    """In the letters of the page, on its paper; the numbers of a list hang beside it and come last."""
    content, problems = pdf_bytes(PAGE, "form-a.pdf")
    (tmp_path / "a.pdf").write_bytes(content)
    (page,) = read_pdf(tmp_path / "a.pdf")
    assert problems == ()
    assert page.text == "ӨзендерЕртісқайдақұяды?affluent,state-ownedОбь1.2."
    assert round(page.width) == 420


def test_it_is_tagged(tmp_path: Path) -> None:
    """Who hears the page gets its title, its language, headings and lists."""
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(PAGE, "form-a.pdf")[0])
    told = [
        subprocess.run([need_program("pdfinfo"), *how, tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
        for how in ([], ["-struct"])
    ]
    assert "Tagged:          yes" in told[0].stdout
    assert "Өзендер" in told[0].stdout
    assert "Date" not in told[0].stdout
    assert all(tag in told[1].stdout for tag in ("H1", "L (block)", "LI"))


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "7"}])
def test_it_is_the_same_every_time(environment: dict[str, str]) -> None:
    """Whatever the time, and in whatever process."""
    script = (
        "import sys; from quizgen.writing.pdf import pdf_bytes; sys.stdout.buffer.write(pdf_bytes(sys.argv[1], 'a')[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, PAGE],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
        capture_output=True,
        check=True,
    )
    assert done.stdout == pdf_bytes(PAGE, "a")[0]


def test_a_pdf_of_the_same_page_is_not_printed_again() -> None:
    """What stands there already is taken as it is; after any change of the page it is not."""
    content, _ = pdf_bytes(PAGE, "form-a.pdf")
    marked = content + b"% as it was"
    assert pdf_bytes(PAGE, "form-a.pdf", marked) == (marked, ())
    assert pdf_bytes(PAGE.replace("Обь", "Обь!"), "form-a.pdf", marked)[0] != marked


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ('class="first"', 'class="gone"', "`Ертіс қайда құяды?`"),
        ("<li>Обь</li>", '<li class="gone">Обь</li>', "`Обь`"),
        ("<li>Обь</li>", '<li>Обь</li><li class="gone">Обь</li>', "`Обь`"),
    ],
)
def test_lost_text_is_a_problem(old: str, new: str, lost: str) -> None:
    """A question or an option that is not on the paper, even if another one has the same words."""
    _, (problem,) = pdf_bytes(PAGE.replace(old, new), "quizzes/x/form-a.pdf")
    assert (problem.code, problem.place.document) == ("QZ521", "build/quizzes/x/form-a.pdf")
    assert lost in problem.message


def test_a_text_that_goes_on_over_the_page_is_not_lost() -> None:
    """It stands there in two pieces."""
    words = " ".join(f"word{at:04}" for at in range(1500))
    assert pdf_bytes(PAGE.replace("Обь", words), "form-a.pdf")[1] == ()


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://rivers.example/a.png", "logo.png"])
def test_nothing_is_loaded_from_elsewhere(address: str) -> None:
    """A template that somebody sent cannot read files or speak to the network; what it asked for is told."""
    content, (problem,) = pdf_bytes(PAGE.replace("<ol>", f'<img src="{address}" alt=""><ol>'), "form-a.pdf")
    assert content
    assert problem.code == "QZ522"
    assert f"`{address}`" in problem.message


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("sys.modules['weasyprint'] = None", "pip install 'quizgen[pdf]'"),
        ("sys.modules['pypdfium2'] = None", "pip install 'quizgen[pdf]'"),
        ("sys.path.insert(0, sys.argv[1])", "libpango"),
    ],
)
def test_missing_software_is_one_problem(line: str, hint: str, tmp_path: Path) -> None:
    """With the line that installs it, and with the other way out."""
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    script = f"import sys; {line}; from quizgen.writing.pdf import check_pdf_software as check; p = check('form-a.pdf')"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; print(p.code, p.hint, p.note)", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("QZ520 ")
    assert hint in done.stdout
    assert "print from the browser" in done.stdout


def test_with_all_software_there_is_no_problem() -> None:
    """So PDFs can be made here."""
    assert check_pdf_software("form-a.pdf") is None
