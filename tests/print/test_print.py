"""Fifty printed quizzes in Chromium, in Firefox and as PDF: nothing is lost, split or clipped, on any paper.

On a laptop ten of them are printed, in CI all fifty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quizgen.model.project import Paper
from quizgen.model.sheets import Sheet, SheetRole
from tests.print.engines import Print, Size, as_pdf, in_chromium, in_firefox
from tests.print.papers import GIANT_WORDS, LONGEST_WORDS, NUMBERS, Make, Printed, key_of, make_of, paper_of
from tests.support.chromium import Chromium, running_chromium
from tests.support.firefox import Firefox, running_firefox
from tests.support.need import need_module
from tests.support.pdf import A4, A5, LETTER, Page, letters

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

SIZES = {Paper.A4: A4, Paper.LETTER: LETTER, Paper.A5: A5}
MARGINS = {A4: (20, 18, 12), LETTER: (20, 18, 12), A5: (13, 11, 10)}
"""Left, right and top, in millimetres."""
LARGE_MARGINS = (25, 25, 16)
MILLIMETRE = 72 / 25.4

AT_ONCE = 10
"""Quizzes of a test."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One Chromium for all tests here: it takes seconds to start."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    """One Firefox likewise."""
    with running_firefox() as browser:
        yield browser


@pytest.fixture(params=["chromium", "firefox", "pdf"])
def print_with(request: pytest.FixtureRequest, tmp_path: Path) -> Print:
    """Print with one of the engines."""
    if request.param == "chromium":
        return in_chromium(request.getfixturevalue("chromium"), tmp_path)
    if request.param == "firefox":
        return in_firefox(request.getfixturevalue("firefox"), tmp_path)
    need_module("weasyprint")
    need_module("pypdfium2")
    return as_pdf(tmp_path)


@pytest.mark.parametrize("first", range(0, len(NUMBERS), AT_ONCE))
def test_forms_are_printed_whole(first: int, print_with: Print) -> None:
    """Every item stands on one page under the running head, whatever its type, its length and its alphabet."""
    check(NUMBERS[first : first + AT_ONCE], SheetRole.FORM, print_with)


@pytest.mark.parametrize("role", [SheetRole.LARGE, SheetRole.KEY, SheetRole.FEEDBACK])
def test_other_sheets_are_printed_whole(role: SheetRole, print_with: Print) -> None:
    """As the forms: nothing is lost or split, and nothing reaches beyond the margins.

    The longest items are taller than a page in large print, and their feedback on A5.
    """
    numbers = [number for number in NUMBERS if not is_too_long(make_of(number), role)]
    check(numbers[1::4], role, print_with)


def test_the_matrix_of_a_final_fits_on_one_page(print_with: Print) -> None:
    """Four forms, forty questions, a note of two lines above, on the lower paper: the marker turns no page."""
    count = 40
    sheet, code = key_of(Paper.LETTER, count)
    page = print_with([(sheet, code)], LETTER)[0][0]
    numbers = [word.text for word in page.words if word.left < MARGINS[LETTER][0] * MILLIMETRE + 20]
    assert [text for text in numbers if text.isdecimal()] == [str(number) for number in range(1, count + 1)]
    assert page.text.count("см") == 4 * (count // 2)


@pytest.mark.parametrize("engine", ["chromium", "pdf"])
def test_each_sheet_begins_on_a_new_leaf(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Printed on both sides, no student gets the back of another's paper; no leaf is wasted. Firefox cannot do it."""
    print_ = as_pdf(tmp_path) if engine == "pdf" else in_chromium(request.getfixturevalue("chromium"), tmp_path)
    printed = paper_of(make_of(4))
    sheets = {sheet.role: sheet for sheet in printed.sheets}
    code = printed.quiz.forms[0].code
    roles = (SheetRole.FORM, SheetRole.FEEDBACK, SheetRole.KEY, SheetRole.ALL)
    *single, together = print_([(sheets[role], code) for role in roles], SIZES[printed.make.paper])
    expected = [has_code for pages in single for has_code in [True] * len(pages) + [False] * (len(pages) % 2)]
    found = [letters(code) in page.text for page in together]
    assert found == expected[: len(found)]
    assert False in found


def is_too_long(make: Make, role: SheetRole) -> bool:
    """Whether not only the giant breaks."""
    breaks = role is SheetRole.LARGE or (role is SheetRole.FEEDBACK and make.paper is Paper.A5)
    return breaks and make.longest == LONGEST_WORDS


def check(numbers: Sequence[int], role: SheetRole, print_with: Print) -> None:
    """Print sheets of one role, those of one paper together, and look at their pages."""
    by_size: dict[Size, list[tuple[Printed, Sheet]]] = defaultdict(list)
    for printed in map(paper_of, map(make_of, numbers)):
        sheet = next(sheet for sheet in printed.sheets if sheet.role is role)
        by_size[size_of(printed.make, role)].append((printed, sheet))
    for size, group in by_size.items():
        pages_of = print_with([(sheet, printed.quiz.forms[0].code) for printed, sheet in group], size)
        for (printed, sheet), pages in zip(group, pages_of, strict=True):
            check_sheet(printed, sheet, pages, size)


def size_of(make: Make, role: SheetRole) -> Size:
    """Return the paper of a sheet; large print comes on nothing smaller than A4."""
    return A4 if role is SheetRole.LARGE and make.paper is Paper.A5 else SIZES[make.paper]


def check_sheet(printed: Printed, sheet: Sheet, pages: tuple[Page, ...], size: Size) -> None:
    """Look at the pages of a sheet."""
    is_large = sheet.role is SheetRole.LARGE
    where = f"{sheet.role}: {printed.make}"
    fewest = 3 if is_large else 12  # a head in large print has three words
    check_pages(pages, size, LARGE_MARGINS if is_large else MARGINS[size], fewest, where)
    head = [printed.quiz.forms[0].code, *([] if is_large else [printed.quiz.spec.title])]
    assert all(letters(text) in page.text for page in pages for text in head), where
    check_items(pages, sheet, printed.make, where)


def check_pages(pages: tuple[Page, ...], size: Size, margins: tuple[int, int, int], fewest: int, where: str) -> None:
    """Ask for the right paper, and for text on every page, within the margins."""
    left, right, top = (MILLIMETRE * margin for margin in margins)
    assert pages, where
    for page in pages:
        assert abs(page.width - size[0]) + abs(page.height - size[1]) < 3, where
        assert min(word.left for word in page.words) > left - 2, where
        assert max(word.right for word in page.words) < size[0] - right + 2, where
        assert min(word.top for word in page.words) > top - 2, where
        assert max(word.bottom for word in page.words) < size[1], where
        assert len(page.words) > fewest, f"{where}: a page is all but empty"


def check_items(pages: tuple[Page, ...], sheet: Sheet, make: Make, where: str) -> None:
    """Ask for all texts of each row of the sheet together on one page, but for the item that is taller than a page."""
    reader = Rows(breaks_lists=sheet.role is SheetRole.LARGE)
    reader.feed(sheet.html)
    texts = [[letters(text) for text in row] for row in reader.rows]
    giants = [row for row in texts if any(text.startswith("word0000") for text in row)]
    for row in texts:
        if row not in giants:
            together = [page for page in pages if all(text in page.text for text in row)]
            assert together, f"{where}: {[text for text in row if not any(text in page.text for page in pages)] or row}"
    words = sorted(word.text for page in pages for word in page.words if word.text.startswith("word"))
    assert words == [f"word{at:04}" for at in range(GIANT_WORDS)] * len(giants), where
    assert len(giants) == (make.has_giant and sheet.role is not SheetRole.FEEDBACK), where


class Rows(HTMLParser):
    """The texts of a sheet, by the rows, and the halves of rows, that must not break.

    In large print a matching or an ordering may be taller than a page; it breaks between its lines.
    """

    def __init__(self, *, breaks_lists: bool) -> None:
        """Begin outside the sheet."""
        super().__init__()
        self.rows: list[list[str]] = []
        self.is_inside = False
        self.breaks_lists = breaks_lists
        self.is_list = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row; the head is not one."""
        self.is_inside = self.is_inside or tag == "tbody"
        self.is_list = tag != "tr" and (
            self.is_list or ("class", "match") in attrs or ("class", "boxed events") in attrs
        )
        if tag == "tr" or ("class", "half") in attrs or (tag == "li" and self.is_list and self.breaks_lists):
            self.rows.append([])

    def handle_data(self, data: str) -> None:
        """Add a text to its row."""
        if self.is_inside and data.strip():
            self.rows[-1].append(data)
