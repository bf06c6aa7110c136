"""What is not a date is told in the form that it should have."""

from __future__ import annotations

import pytest

from quizgen.reading.dates import date_hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("3.5.1961", "write `1961-05-03`"),
        ("03. 12. 1961", "write `1961-12-03`"),
        ("5.1961", "write `1961-05`"),
        ("3 May 1961", "write `1961-05-03`"),
        ("September 3, 1961", "write `1961-09-03`"),
        ("Sept. 1961", "write `1961-09`"),
    ],
)
def test_a_date_as_people_write_it(text: str, hint: str) -> None:
    """The very text to type."""
    assert date_hint(text) == hint


@pytest.mark.parametrize(
    "text", ["31.2.1961", "3/5/1961", "last year", "13.13.1961", "Mayday 1961", "May 1961 or so", "١.٢.١٩٦١", ""]
)
def test_what_nobody_can_know(text: str) -> None:
    """A day that there is not, a day or a month, no date at all: the forms that are known."""
    assert "EDTF" in date_hint(text)
