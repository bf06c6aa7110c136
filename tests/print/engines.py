"""The engines that print: both browsers, and WeasyPrint for PDF. Each prints sheets of one paper at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from quizgen.model.sheets import Sheet
from quizgen.writing.pdf import pdf_bytes
from tests.support.chromium import Chromium
from tests.support.firefox import Firefox
from tests.support.pdf import Page, letters, read_pdf

Size = tuple[int, int]
"""Width and height in points."""
Print = Callable[[Sequence[tuple[Sheet, str]], Size], list[tuple[Page, ...]]]
"""Prints sheets, each with the code that stands at the head of its pages, and gives the pages of each."""


def in_chromium(browser: Chromium, folder: Path) -> Print:
    """Print page by page, as a teacher does."""

    def print_(sheets: Sequence[tuple[Sheet, str]], _size: Size) -> list[tuple[Page, ...]]:
        return [_printed(browser, sheet.html, folder) for sheet, _ in sheets]

    return print_


def in_firefox(browser: Firefox, folder: Path) -> Print:
    """Print all sheets in one go: for each page of HTML Firefox takes seconds, however short it is."""

    def print_(sheets: Sequence[tuple[Sheet, str]], size: Size) -> list[tuple[Page, ...]]:
        page = folder / "page.html"
        page.write_text(_joined([sheet.html for sheet, _ in sheets]), encoding="utf-8")
        browser.print(page, page.with_suffix(".pdf"), size)
        pages = read_pdf(page.with_suffix(".pdf"))
        parted = [tuple(one for one in pages if letters(code) in one.text) for _, code in sheets]
        assert sum(map(len, parted)) == len(pages), "a page without the head of its sheet"
        return parted

    return print_


def as_pdf(folder: Path) -> Print:
    """Print as `quizgen build --pdf` does."""

    def print_(sheets: Sequence[tuple[Sheet, str]], _size: Size) -> list[tuple[Page, ...]]:
        return [_made(sheet, folder) for sheet, _ in sheets]

    return print_


def _printed(browser: Chromium, html: str, folder: Path) -> tuple[Page, ...]:
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    browser.print(page, page.with_suffix(".pdf"))
    return read_pdf(page.with_suffix(".pdf"))


def _made(sheet: Sheet, folder: Path) -> tuple[Page, ...]:
    content, problems = pdf_bytes(sheet.html, sheet.pdf_path)
    assert problems == ()
    (folder / "page.pdf").write_bytes(content)
    return read_pdf(folder / "page.pdf")


def _joined(pages: Sequence[str]) -> str:
    """Put the sheets of several pages into the first one."""
    begin, _, rest = pages[0].partition("<main>")
    sheets = [re.search(r"<main>(.*)</main>", page, re.DOTALL) for page in pages]
    mains = '<div style="break-before: page"></div>'.join(sheet[1] for sheet in sheets if sheet)
    return f"{begin}<main>{mains}</main>{rest.partition('</main>')[2]}"
