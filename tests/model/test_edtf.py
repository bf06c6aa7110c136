"""Dates as curators know them: what is read, what is refused, and what comes first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.edtf import Edtf, Moment

MOMENTS = {
    "2014": Moment(2014),
    "0000": Moment(0),
    "-0044": Moment(-44),
    "Y-17000": Moment(-17000),
    "Y170000": Moment(170000),
    "2014-01": Moment(2014, 1),
    "2014-01-31": Moment(2014, 1, 31),
    "2016-02-29": Moment(2016, 2, 29),
    "2000-02-29": Moment(2000, 2, 29),
    "2014-21": Moment(2014, 21),
    "2014-24": Moment(2014, 24),
    "2014?": Moment(2014, uncertain=True),
    "2014-01~": Moment(2014, 1, approximate=True),
    "2014-01-31%": Moment(2014, 1, 31, uncertain=True, approximate=True),
    "198X": Moment(1980, unspecified=1),
    "19XX": Moment(1900, unspecified=2),
    "2004-XX": Moment(2004),
    "2004-06-XX": Moment(2004, 6),
    "2004-XX-XX": Moment(2004),
}

INTERVALS = {
    "2011/2012": (Moment(2011), Moment(2012)),
    "2014/2014": (Moment(2014), Moment(2014)),
    "2014-01-31/2014-02": (Moment(2014, 1, 31), Moment(2014, 2)),
    "2014-21/2014-06": (Moment(2014, 21), Moment(2014, 6)),
    "1984?/2004~": (Moment(1984, uncertain=True), Moment(2004, approximate=True)),
    "198X/199X": (Moment(1980, unspecified=1), Moment(1990, unspecified=1)),
    "-0044/0014": (Moment(-44), Moment(14)),
    "../2014": (None, Moment(2014)),
    "/2014": (None, Moment(2014)),
    "2014/..": (Moment(2014), None),
    "2014/": (Moment(2014), None),
}

NONE = (
    "", " ", "14", "214", "20144", "2014 ", " 2014", "2014\n", "２０１４", "٢٠١٤", "Y2014", "Y017000", "--0044",
    "2014-1", "2014-00", "2014-13", "2014-20", "2014-25", "2014-001", "2014-01-1", "2014-01-00", "2014-01-32",
    "2014-04-31", "2014-02-29", "1900-02-29", "2014-21-01", "2014-XX-05", "198X-01", "19XX-XX", "1XXX", "XXXX", "20X4",
    "2014-1X", "2014??", "?2014", "2014?-01", "~2014", "2014-01-31T12:00", "20140131", "2014/01", "2014.01",
    "31.01.2014", "January 2014", "spring", "n.d.", "2012/2011", "2014-02/2014-01", "2011/2012/2013", "/",
    "..", "../..", "../", "//", "2014/x", "x/2014", "2014 / 2015", "2014–2015", "[2014]", "{2014}", "open/2014",
    "unknown/2014",
)  # fmt: skip

IN_ORDER = (
    "Y-17000", "-0044", "0000", "../1980", "198X", "1984", "1984-21", "1984-04", "1984-04-XX", "1984-04-01", "1984-24",
    "1984-12-31/1990", "1985?", "Y17000",
)  # fmt: skip


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items(), ids=MOMENTS)
def test_a_date(text: str, moment: Moment) -> None:
    """A single date is known as exactly as it is written."""
    assert Edtf.parse(text) == Edtf(text, moment, moment)


@pytest.mark.parametrize(("text", "ends"), INTERVALS.items(), ids=INTERVALS)
def test_an_interval(text: str, ends: tuple[Moment | None, Moment | None]) -> None:
    """An interval has two ends, one of which may be open."""
    assert Edtf.parse(text) == Edtf(text, *ends, is_interval=True)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text: str) -> None:
    """What is not in the format, or not in the calendar, is refused and not guessed at."""
    assert Edtf.parse(text) is None


def test_the_order_in_time() -> None:
    """Dates sort by the first day they may be, the vaguer one first; seasons by their first month."""
    dates = [date for text in IN_ORDER if (date := Edtf.parse(text))]
    assert len(dates) == len(IN_ORDER)
    for earlier, later in pairwise(dates):
        assert earlier.sort_key <= later.sort_key, (earlier.text, later.text)


@given(st.dates())
def test_every_day_of_the_calendar(day: object) -> None:
    """Each day that a calendar has can be written, and comes back as it was."""
    date = Edtf.parse(str(day))
    assert date is not None
    assert date.start is not None
    assert f"{date.start.year:04}-{date.start.month:02}-{date.start.day:02}" == str(day)


@given(st.text(max_size=30) | st.text("0123456789-/.XY?~% ", max_size=25))
def test_any_text(text: str) -> None:
    """Whatever a curator types is a date or none, and a date keeps its spelling."""
    date = Edtf.parse(text)
    assert date is None or date.text == text
