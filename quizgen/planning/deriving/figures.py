"""Wrong numbers, percentages and years beside a right one, in the same hand and with the same unit."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal

from quizgen.model.edtf import Edtf
from quizgen.model.fact import AnswerType, Fact
from quizgen.planning.deriving.guards import Guard, guard_of
from quizgen.planning.deriving.steps import Draw, Ladder, numbers_around
from quizgen.planning.means import Means
from quizgen.planning.numbers import Figure, agreement, figure_of, read_decimal

_YEAR = re.compile(r"(?<![\w./-])(?P<year>[12][0-9]{3})(?![\w/-]|[.,][0-9])")
_FIRST_YEAR = 1000
_LAST_YEAR = 2100
_YEARS_APART = (2, 15)
_LEAP_DAY = re.compile(r"\b29\b.*(?:feb|фев|ақпан)|(?:feb|фев|ақпан).*\b29\b", re.IGNORECASE)
_TEN, _HUNDRED = 10, 100


def wrong_figures(fact: Fact, count: int, means: Means) -> tuple[str, ...]:
    """Return wrong answers to a question about a number or a date, ascending; ``()`` where there is no room."""
    figure = figure_of(fact)
    if fact.answer_type is AnswerType.DATE or (figure is not None and _is_year(figure)):
        return _wrong_dates(fact, count, means)
    return () if figure is None else _wrong_numbers(fact, figure, count, means)


def _is_year(figure: Figure) -> bool:
    # a bare `1998` may be a year even where the curator says that it is a number
    is_bare = not (figure.before.strip() or figure.after.strip(" .") or figure.separator or figure.decimals)
    return is_bare and _FIRST_YEAR <= figure.value <= _LAST_YEAR


def _wrong_numbers(fact: Fact, figure: Figure, count: int, means: Means) -> tuple[str, ...]:
    quantum = _quantum(fact, figure)
    if figure.value <= 0 or figure.value % quantum:
        return ()
    guard, lang = guard_of(fact, means), means.lang_of(fact)
    key, form = int(figure.value / quantum), agreement(figure.value, lang)

    def allows(number: int) -> bool:
        value = number * quantum
        is_rounder = number % _TEN == 0 != key % _TEN
        agrees = not figure.has_unit or agreement(value, lang) == form
        return agrees and not (is_rounder or guard.bars_value(value) or guard.bars_text(figure.spell(value)))

    ladder = Ladder(least=1, most=_most(fact, figure, quantum), fewest=_twice(guard, quantum), allows=allows)
    numbers = numbers_around(key, count, ladder, _draw(fact, means))
    return tuple(figure.spell(number * quantum) for number in numbers)


def _quantum(fact: Fact, figure: Figure) -> Decimal:
    precision = read_decimal(fact.quantity.precision)
    return max(figure.quantum, precision) if precision else figure.quantum


def _most(fact: Fact, figure: Figure, quantum: Decimal) -> int | None:
    """Return the greatest number of steps: percentages end below 100, and no number outgrows its way of writing."""
    if fact.answer_type is AnswerType.PERCENTAGE:
        return int(_HUNDRED / quantum) - 1 if figure.value < _HUNDRED else None
    if figure.separator:
        return None
    # `1040` or `1,040`? the curator wrote neither
    digits = max(3, len(str(int(figure.value))))
    return int((Decimal(10) ** digits - quantum) / quantum)


def _wrong_dates(fact: Fact, count: int, means: Means) -> tuple[str, ...]:
    """Move the year of a date, and nothing else of it; no later than the source speaks for."""
    text = str(fact.answers[0].text)
    years = list(_YEAR.finditer(text))
    last = _last_year(fact, means)
    if len(years) != 1 or last is None or _LEAP_DAY.search(text):
        return ()
    year, (start, end) = int(years[0]["year"]), years[0].span("year")
    guard = guard_of(fact, means)
    barred = {int(match["year"]) for match in _YEAR.finditer(fact.question or "")}

    def spell(number: int) -> str:
        return f"{text[:start]}{number}{text[end:]}"

    def allows(number: int) -> bool:
        return number not in barred and not guard.bars_text(spell(number))

    least, most = _YEARS_APART
    fewest = max(least, _twice(guard, Decimal(1)))
    ladder = Ladder(least=_FIRST_YEAR, most=last, fewest=fewest, furthest=max(fewest, most), allows=allows)
    numbers = numbers_around(year, count, ladder, _draw(fact, means)) if year <= last else ()
    return tuple(map(spell, numbers))


def _twice(guard: Guard, quantum: Decimal) -> int:
    """Return how many steps twice the tolerance are; at least one."""
    return max(1, int((guard.tolerance * 2 / quantum).to_integral_value(ROUND_CEILING)))


def _last_year(fact: Fact, means: Means) -> int | None:
    """Return the last year that the fact or its sources can speak of."""
    sources = [means.bank.source_of(citation) for citation in fact.citations]
    dates = [means.bank.as_of(fact), *(date for source in sources for date in (source.issued, source.accessed))]
    return next((year for date in dates if (year := _year_of(date)) is not None), None)


def _year_of(date: Edtf | None) -> int | None:
    moment = None if date is None else date.end or date.start
    return None if moment is None else moment.year


def _draw(fact: Fact, means: Means) -> Draw:
    return lambda name: means.ranks.of("number", fact.id, name)
