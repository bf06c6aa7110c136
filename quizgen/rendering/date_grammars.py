"""How each language writes dates: tables for ``rendering.dates``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from quizgen.model.words import language_of
from quizgen.rendering.own_words import Language, overlaid

PLAIN, FROM, UNTIL = range(3)
"""The cases of a date: by itself, and at the beginning and the end of an interval."""

Cases = tuple[str, str, str]
"""Words by case: ``PLAIN``, ``FROM``, ``UNTIL``. Months, and seasons, are one string of words a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateGrammar:
    """The months, the seasons and the order of words of one language; ``{}`` is where they come in."""

    months: Cases
    day_months: Cases
    """The months after a day."""
    seasons: Cases
    """Spring to winter."""
    year: Cases
    year_in_date: str
    """A year that has a month, a season or a day."""
    month: str
    """A month or a season with its ``{year}``."""
    day: str
    """A ``{day}`` with its month and year."""
    decade: Cases
    century: Cases
    century_number: Callable[[int], str]
    before_christ: str
    about: str
    about_case: int
    """The case after ``about``, where the date stands by itself."""
    perhaps: str
    between: str
    """Two dates: the first in ``between_cases[0]``, the second in ``between_cases[1]``."""
    between_cases: tuple[int, int]
    until: str
    since: str


def grammar_of(lang: str) -> DateGrammar:
    """Return the grammar of a BCP 47 language tag; English where it is unknown."""
    grammar = overlaid(_GRAMMARS.get(language_of(lang), _ENGLISH), lang, "dates.")
    is_english = isinstance(lang, Language) and language_of(lang) not in _GRAMMARS
    return replace(grammar, century_number=str) if is_english else grammar


def _ordinal(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _roman(number: int) -> str:
    signs = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
    written = ""
    for value, sign in signs.items():
        count, number = divmod(number, value)
        written += sign * count
    return written


def _same(words: str) -> Cases:
    return (words, words, words)


_ENGLISH_MONTHS = _same(
    "January February March April May June July August September October November December",
)
_RUSSIAN_MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
_RUSSIAN_MONTHS_OF = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_KAZAKH_MONTHS = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    """қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан
       шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан""",
    """қаңтарға ақпанға наурызға сәуірге мамырға маусымға
       шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға""",
)

_ENGLISH = DateGrammar(
    months=_ENGLISH_MONTHS,
    day_months=_ENGLISH_MONTHS,
    seasons=_same("spring summer autumn winter"),
    year=_same("{}"),
    year_in_date="{}",
    month="{month} {year}",
    day="{day}\u00a0{month} {year}",
    decade=_same("the {}s"),
    century=_same("the {} century"),
    century_number=_ordinal,
    before_christ="{}\u00a0BC",
    about="about {}",
    about_case=PLAIN,
    perhaps="perhaps {}",
    between="from {} to {}",
    between_cases=(PLAIN, PLAIN),
    until="until {}",
    since="from {} on",
)

_RUSSIAN = DateGrammar(
    months=(_RUSSIAN_MONTHS, _RUSSIAN_MONTHS_OF, _RUSSIAN_MONTHS_OF),
    day_months=_same(_RUSSIAN_MONTHS_OF),
    seasons=("весна лето осень зима", "весны лета осени зимы", "весны лета осени зимы"),
    year=("{} год", "{} года", "{} года"),
    year_in_date="{} года",
    month="{month} {year}",
    day="{day}\u00a0{month} {year}",
    decade=("{}-е годы", "{}-х годов", "{}-х годов"),
    century=("{} век", "{} века", "{} века"),
    century_number=_roman,
    before_christ="{} до\u00a0н.\u00a0э.",
    about="около {}",
    about_case=FROM,
    perhaps="предположительно {}",
    between="с {} по {}",
    between_cases=(FROM, PLAIN),
    until="не позднее {}",
    since="с {}",
)

_KAZAKH = DateGrammar(
    months=_KAZAKH_MONTHS,
    day_months=_KAZAKH_MONTHS,
    seasons=("көктем жаз күз қыс", "көктемнен жаздан күзден қыстан", "көктемге жазға күзге қысқа"),
    year=("{} жыл", "{} жылдан", "{} жылға"),
    year_in_date="{} жылғы",
    month="{year} {month}",
    day="{year} {day}\u00a0{month}",
    decade=("{}-жылдар", "{}-жылдардан", "{}-жылдарға"),
    century=("{} ғасыр", "{} ғасырдан", "{} ғасырға"),
    century_number=_roman,
    before_christ="б.\u00a0з.\u00a0д. {}",
    about="шамамен {}",
    about_case=PLAIN,
    perhaps="болжам бойынша {}",
    between="{} – {}",
    between_cases=(PLAIN, PLAIN),
    until="{} дейін",
    since="{} бастап",
)

_GRAMMARS = {"en": _ENGLISH, "ru": _RUSSIAN, "kk": _KAZAKH}
