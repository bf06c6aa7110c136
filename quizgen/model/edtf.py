"""Dates as curators know them: EDTF levels 0 and 1, without times of day.

The Extended Date/Time Format is part of ISO 8601-2:2019; https://www.loc.gov/standards/datetime/ lists the levels.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Self

SEASONS = range(21, 25)
"""Months 21 to 24 mean spring, summer, autumn, winter."""

_MOMENT = re.compile(
    r"""(?P<year> Y-?[1-9]\d{4,8} | -?(?:\d{4}|\d{3}X|\d{2}XX) )
        (?: - (?P<month> \d\d|XX ) (?: - (?P<day> \d\d|XX ) )? )?
        (?P<mark> [?~%]? )""",
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day, as exactly as it is known."""

    year: int
    """The first year it may be: 1980 of ``198X``."""
    month: int | None = None
    """1 to 12, or a season, 21 to 24."""
    day: int | None = None
    unspecified: int = 0
    """How many of the year's last digits are not given: 1 of ``198X`` (a decade), 2 of ``19XX`` (a century)."""
    uncertain: bool = False
    """``?`` or ``%``: the source is not sure."""
    approximate: bool = False
    """``~`` or ``%``: about then."""

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read one date without an interval; ``None`` where it is not one, or not in the calendar."""
        match = _MOMENT.fullmatch(text)
        if match is None:
            return None
        year, month, day = match["year"], _part(match["month"]), _part(match["day"])
        unspecified = year.count("X")
        mark = match["mark"]
        self = cls(
            year=int(year.removeprefix("Y").replace("X", "0")),
            month=month,
            day=day,
            unspecified=unspecified,
            uncertain=mark in {"?", "%"},
            approximate=mark in {"~", "%"},
        )
        vague_first = (match["month"] == "XX" and day is not None) or (unspecified and match["month"])
        return self if not vague_first and self._in_calendar() else None

    def _in_calendar(self) -> bool:
        if self.month is None:
            return True
        if self.month in SEASONS:
            return self.day is None
        if not 1 <= self.month <= 12:  # noqa: PLR2004 - twelve months need no name
            return False
        leap_year = 2000 + self.year % 400  # the calendar repeats; monthrange knows the years 1 to 9999 only
        return self.day is None or 1 <= self.day <= monthrange(leap_year, self.month)[1]

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order in time: by the first day it may be; seasons stand at their first month."""
        month = self.month or 0
        if month in SEASONS:
            month = (month - SEASONS.start) * 3 + 3
        return (self.year, month, self.day or 0)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval."""

    text: str
    """As spelt."""
    start: Moment | None
    """``None`` where an interval is open or unknown at its beginning."""
    end: Moment | None
    """The same as ``start`` where it is one date; ``None`` where an interval is open or unknown at its end."""
    is_interval: bool = False

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read a date or an interval; ``None`` where it is neither."""
        first, slash, last = text.partition("/")
        if not slash:
            moment = Moment.parse(text)
            return None if moment is None else cls(text, moment, moment)
        ends = [None if part in {"", ".."} else Moment.parse(part) for part in (first, last)]
        if any(end is None and part not in {"", ".."} for end, part in zip(ends, (first, last), strict=True)):
            return None
        start, end = ends
        if start is None and end is None:
            return None
        if start is not None and end is not None and start.sort_key > end.sort_key:
            return None
        return cls(text, start, end, is_interval=True)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order in time: by the beginning, or by the end where the beginning is open."""
        moment = self.start or self.end
        assert moment is not None, "an interval without any date is not parsed"  # noqa: S101 - holds by `parse`
        return moment.sort_key


def _part(text: str | None) -> int | None:
    return None if text is None or text == "XX" else int(text)
