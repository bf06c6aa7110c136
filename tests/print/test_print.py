"""Printed quizzes in real browsers: nothing is lost, split or clipped, on either paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgen.model.project import Paper
from quizgen.model.quiz import Form, PlacedItem
from quizgen.model.sheets import Sheet, SheetRole
from tests.print.papers import sheets_of
from tests.support.chromium import print_with_chromium
from tests.support.firefox import Firefox, running_firefox
from tests.support.pdf import A4, LETTER, Page, pages_with, read_pdf

pytestmark = pytest.mark.slow

SIZES = {Paper.A4: A4, Paper.LETTER: LETTER}
LEFT, RIGHT, TOP = (72 / 25.4 * millimetres for millimetres in (20, 18, 12))
"""The margins of a sheet in points."""

Print = Callable[[Sheet, Paper], tuple[Page, ...]]


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    """One Firefox for all tests here: it takes seconds to start."""
    with running_firefox() as browser:
        yield browser


@pytest.fixture
def in_chromium(tmp_path: Path) -> Print:
    """Print a sheet with Chromium and read it."""

    def print_(sheet: Sheet, _paper: Paper) -> tuple[Page, ...]:
        page = _write(tmp_path, sheet)
        print_with_chromium(page, page.with_suffix(".chromium.pdf"))
        return read_pdf(page.with_suffix(".chromium.pdf"))

    return print_


@pytest.fixture
def in_firefox(tmp_path: Path, firefox: Firefox) -> Print:
    """Print a sheet with Firefox and read it."""

    def print_(sheet: Sheet, paper: Paper) -> tuple[Page, ...]:
        page = _write(tmp_path, sheet)
        firefox.print(page, page.with_suffix(".firefox.pdf"), SIZES[paper])
        return read_pdf(page.with_suffix(".firefox.pdf"))

    return print_


@pytest.mark.parametrize(
    ("name", "paper"),
    [("short", Paper.A4), ("short", Paper.LETTER), ("long", Paper.A4), ("long", Paper.LETTER), ("kazakh", Paper.A4)],
)
def test_a_form_is_printed_whole(name: str, paper: Paper, in_chromium: Print, in_firefox: Print) -> None:
    """Every item stands on one page, once, under the running head; both browsers break at the same places."""
    quiz, sheets = sheets_of(name, paper)
    form, sheet = quiz.forms[0], _sheet(sheets, SheetRole.FORM)
    printed = [in_chromium(sheet, paper), in_firefox(sheet, paper)]
    for pages in printed:
        _check_pages(pages, paper, [quiz.spec.title, form.code])
        _check_items(pages, form)
        assert pages_with(pages, f"{len(form.items)}.") or name == "kazakh"
    assert len(printed[0]) == len(printed[1])


@pytest.mark.parametrize("role", [SheetRole.KEY, SheetRole.FEEDBACK])
@pytest.mark.parametrize(("name", "paper"), [("short", Paper.A4), ("long", Paper.LETTER), ("kazakh", Paper.A4)])
def test_a_key_and_a_feedback_sheet_are_printed_whole(
    name: str, paper: Paper, role: SheetRole, in_chromium: Print, in_firefox: Print
) -> None:
    """Every claim or stem is there once, on one page; both browsers make as many pages."""
    quiz, sheets = sheets_of(name, paper)
    sheet = _sheet(sheets, role)
    printed = [in_chromium(sheet, paper), in_firefox(sheet, paper)]
    for pages in printed:
        _check_pages(pages, paper, [quiz.spec.title])
        for placed in quiz.forms[0].items:
            text = placed.item.stem if role is SheetRole.KEY else placed.item.fact.claim
            assert len(pages_with(pages, text)) == 1, text
    assert len(printed[0]) == len(printed[1])


def test_an_item_taller_than_a_page_loses_no_word(in_chromium: Print, in_firefox: Print) -> None:
    """It breaks, since it must; and the items around it are there."""
    quiz, sheets = sheets_of("giant", Paper.A4)
    sheet = _sheet(sheets, SheetRole.FORM)
    for pages in (in_chromium(sheet, Paper.A4), in_firefox(sheet, Paper.A4)):
        words = [word.text for page in pages for word in page.words]
        assert sorted(word for word in words if word.startswith("word")) == [f"word{at:04}" for at in range(1100)]
        for placed in quiz.forms[0].items:
            if placed.item.fact.id != "giant":
                assert len(pages_with(pages, placed.item.stem)) == 1


def _write(folder: Path, sheet: Sheet) -> Path:
    page = folder / sheet.path.rpartition("/")[2]
    page.write_text(sheet.html, encoding="utf-8")
    return page


def _sheet(sheets: tuple[Sheet, ...], role: SheetRole) -> Sheet:
    return next(sheet for sheet in sheets if sheet.role is role)


def _check_pages(pages: tuple[Page, ...], paper: Paper, head: list[str]) -> None:
    """Ask for the right paper, a running head on each page, text under it, and nothing beyond the margins."""
    width, height = SIZES[paper]
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert abs(page.width - width) + abs(page.height - height) < 3
        assert all(number in pages_with(pages, text) for text in head)
        assert len(page.words) > 15, f"page {number} is all but empty"
        assert min(word.left for word in page.words) > LEFT - 2
        assert max(word.right for word in page.words) < width - RIGHT + 2
        assert min(word.top for word in page.words) > TOP - 2
        assert max(word.bottom for word in page.words) < height


def _check_items(pages: tuple[Page, ...], form: Form) -> None:
    for placed in form.items:
        on = [pages_with(pages, text) for text in _texts(placed)]
        assert all(len(numbers) == 1 for numbers in on), (placed.number, placed.item.stem, on)
        assert len({numbers[0] for numbers in on}) == 1, (placed.number, placed.item.stem, on)


def _texts(placed: PlacedItem) -> list[str]:
    return [placed.item.stem, *(option.text for option in placed.options)]
