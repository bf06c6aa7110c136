"""Numbers and dates in options: enough of them to print options from low to high.

Only what is spelt in digits is read, never number words, and only where all options are alike: the same words
around the number, or all dates. Anything else keeps its hashed order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from quizgen.model.edtf import Edtf
from quizgen.planning.numbers import parted_at_number


class _Value(NamedTuple):
    place: tuple[Decimal, ...]
    """Where it stands among its like."""
    unit: str
    """The words around it; values of different units are not compared."""


def ascending_places(texts: Sequence[str]) -> tuple[tuple[Decimal, ...], ...] | None:
    """Return a sort key for each text, from low to high and from early to late; ``None`` if they are not alike."""
    for read in _READERS:
        values = [read(text) for text in texts]
        found = [value for value in values if value is not None]
        if len(found) == len(texts) and len({value.unit for value in found}) == 1:
            return tuple(value.place for value in found)
    return None


def _read_number(text: str) -> _Value | None:
    parts = parted_at_number(text)
    if parts is None:
        return None
    before, number, after = parts
    return _Value((number,), f"{_words(before)}…{_words(after)}")


def _words(text: str) -> str:
    # `1 hour` and `6 hours` are alike
    return " ".join(re.sub(r"s\b", "", text.casefold()).split())


def _read_edtf(text: str) -> _Value | None:
    date = Edtf.parse(text)
    return None if date is None else _Value(tuple(map(Decimal, date.sort_key)), "")


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "январь", "января", "қаңтар"),
            ("february", "февраль", "февраля", "ақпан"),
            ("march", "март", "марта", "наурыз"),
            ("april", "апрель", "апреля", "сәуір"),
            ("may", "май", "мая", "мамыр"),
            ("june", "июнь", "июня", "маусым"),
            ("july", "июль", "июля", "шілде"),
            ("august", "август", "августа", "тамыз"),
            ("september", "сентябрь", "сентября", "қыркүйек"),
            ("october", "октябрь", "октября", "қазан"),
            ("november", "ноябрь", "ноября", "қараша"),
            ("december", "декабрь", "декабря", "желтоқсан"),
        ),
        start=1,
    )
    for name in names
}
_DATE_WORDS = {"года", "год", "г", "жыл", "жылғы", "жылы"}


def _read_worded_date(text: str) -> _Value | None:
    words = [word for word in re.findall(r"\w+", text.casefold()) if word not in _DATE_WORDS]
    years = [word for word in words if re.fullmatch("[0-9]{4}", word)]
    months = [word for word in words if word in _MONTHS]
    days = [word for word in words if re.fullmatch("[0-9]{1,2}", word)]
    if len(years) != 1 or len(months) > 1 or len(days) > len(months):
        return None
    rest = [word for word in words if word not in {*years, *months, *days}]
    month = _MONTHS[months[0]] if months else 0
    return _Value((Decimal(years[0]), Decimal(month), Decimal(days[0] if days else 0)), " ".join(rest))


_READERS: tuple[Callable[[str], _Value | None], ...] = (_read_number, _read_edtf, _read_worded_date)
