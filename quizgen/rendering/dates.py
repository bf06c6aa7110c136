"""Dates in words: a month is always a word, for 03/04 is read in two ways."""

from __future__ import annotations

from quizgen.model.edtf import SEASONS, Edtf, Moment
from quizgen.rendering.date_grammars import FROM, PLAIN, UNTIL, DateGrammar, grammar_of

_CENTURY_DIGITS = 2


def date_words(date: Edtf, lang: str) -> str:
    """Write a date or an interval as in a sentence: “29 August 1949”, “the 1980s”, “until March 2022”."""
    grammar = grammar_of(lang)
    start, end = date.start, date.end
    if start and end and date.is_interval:
        first, last = grammar.between_cases
        return grammar.between.format(_moment(grammar, start, first), _moment(grammar, end, last))
    if start:
        is_open = date.is_interval
        words = _moment(grammar, start, FROM if is_open else PLAIN)
        return grammar.since.format(words) if is_open else words
    return grammar.until.format(_moment(grammar, end, UNTIL)) if end else date.text


def issued_words(date: Edtf, lang: str) -> str:
    """Write a date as in a citation: a year by itself is its number, without a word for “year”."""
    moment = date.start
    is_year = moment is not None and moment.year > 0 and moment == Moment(moment.year)
    return str(moment.year) if moment and is_year and not date.is_interval else date_words(date, lang)


def _moment(grammar: DateGrammar, moment: Moment, case: int) -> str:
    if moment.approximate and case == PLAIN:
        case = grammar.about_case
    words = _exact(grammar, moment, case)
    if moment.year <= 0:
        words = grammar.before_christ.format(words)
    if moment.approximate:
        words = grammar.about.format(words)
    return grammar.perhaps.format(words) if moment.uncertain else words


def _exact(grammar: DateGrammar, moment: Moment, case: int) -> str:
    if moment.month is None:
        return _year(grammar, moment, case)
    year = grammar.year_in_date.format(_counted_year(moment))
    if moment.day is not None:
        month = grammar.day_months[case].split()[moment.month - 1]
        return grammar.day.format(day=moment.day, month=month, year=year)
    names, first = (grammar.seasons, SEASONS.start) if moment.month in SEASONS else (grammar.months, 1)
    return grammar.month.format(month=names[case].split()[moment.month - first], year=year)


def _year(grammar: DateGrammar, moment: Moment, case: int) -> str:
    year = _counted_year(moment)
    if moment.unspecified == _CENTURY_DIGITS:
        return grammar.century[case].format(grammar.century_number(year // 100 + 1))
    return (grammar.decade if moment.unspecified else grammar.year)[case].format(year)


def _counted_year(moment: Moment) -> int:
    """Count as people do: the year 0 of EDTF is 1 BC."""
    return moment.year if moment.year > 0 or moment.unspecified else 1 - moment.year
