"""Dates, parsed once: many facts share one. What is no date is guessed at, for a hint."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.model.edtf import Edtf

_FORMS = "write it as 2014, 2014-01, 2014-01-31, 2011/2012 or ../2014 (EDTF)"
_DOTTED = re.compile(r"(?:(?P<day>\d{1,2})\. ?)?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
"""With dots the day comes first wherever people write so; with strokes nobody can know."""
_NAMED = re.compile(r"(?:(?P<day>\d{1,2})\.? )?(?P<month>[a-z]{3,9})\.?(?: (?P<late_day>\d{1,2}),)? (?P<year>\d{4})")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Edtf | None:
    """Parse an EDTF date or interval; ``None`` where it is neither."""
    return Edtf.parse(text)


def date_hint(text: str) -> str:
    """Say how to write what is not a date: that very one, if it is a day or a month as people write them."""
    found = _DOTTED.fullmatch(text.strip()) or _NAMED.fullmatch(text.strip().lower())
    if found is None:
        return _FORMS
    parts = found.groupdict()
    month, day = parts["month"], parts["day"] or parts.get("late_day")
    named = (at for at, name in enumerate(_MONTHS, start=1) if name.startswith(month))
    number = int(month) if month.isdigit() else next(named, 0)
    written = f"{parts['year']}-{number:02}" + (f"-{int(day):02}" if day else "")
    return f"write `{written}`" if parse_date(written) else _FORMS
