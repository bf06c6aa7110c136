"""Dates in the words of each language."""

from __future__ import annotations

import pytest

from quizgen.rendering.dates import date_words, issued_words
from tests.support.facts import date

WORDS = """\
1949-08-29 | 29_August 1949 | 29_августа 1949 года | 1949 жылғы 29_тамыз
2006-12 | December 2006 | декабрь 2006 года | 2006 жылғы желтоқсан
2014 | 2014 | 2014 год | 2014 жыл
2014-06-XX | June 2014 | июнь 2014 года | 2014 жылғы маусым
198X | the 1980s | 1980-е годы | 1980-жылдар
19XX | the 20th century | XX век | XX ғасыр
12XX | the 13th century | XIII век | XIII ғасыр
2006-22 | summer 2006 | лето 2006 года | 2006 жылғы жаз
1984~ | about 1984 | около 1984 года | шамамен 1984 жыл
1984? | perhaps 1984 | предположительно 1984 год | болжам бойынша 1984 жыл
1984% | perhaps about 1984 | предположительно около 1984 года | болжам бойынша шамамен 1984 жыл
../2022-03 | until March 2022 | не позднее марта 2022 года | 2022 жылғы наурызға дейін
../1949-08-29 | until 29_August 1949 | не позднее 29_августа 1949 года | 1949 жылғы 29_тамызға дейін
2011/2012 | from 2011 to 2012 | с 2011 года по 2012 год | 2011 жыл – 2012 жыл
2006-05/2007-03 | from May 2006 to March 2007 | с мая 2006 года по март 2007 года | 2006 жылғы мамыр – 2007 жылғы наурыз
2011/.. | from 2011 on | с 2011 года | 2011 жылдан бастап
198X/.. | from the 1980s on | с 1980-х годов | 1980-жылдардан бастап
-0043 | 44_BC | 44 год до_н._э. | б._з._д. 44 жыл
"""
"""EDTF and its words in English, Russian and Kazakh; ``_`` is a no-break space."""


@pytest.mark.parametrize("line", WORDS.splitlines())
def test_a_date_is_written_out(line: str) -> None:
    """The month is a word, and day and month do not part at the end of a line."""
    edtf, *expected = (cell.strip().replace("_", "\u00a0") for cell in line.split("|"))
    assert [date_words(date(edtf), lang) for lang in ("en", "ru", "kk-Cyrl")] == expected


def test_an_unknown_language_is_written_in_english() -> None:
    """Until its words are known."""
    assert date_words(date("2006-12"), "de") == "December 2006"


def test_the_year_of_a_citation_is_a_bare_number() -> None:
    """“Издатель, 2013”, not “Издатель, 2013 год”; everything else is written as in a sentence."""
    dates = ["2013", "2013-08", "2013~", "2012/2013", "201X"]
    assert [issued_words(date(each), "ru") for each in dates] == [
        "2013",
        "август 2013 года",
        "около 2013 года",
        "с 2012 года по 2013 год",
        "2010-е годы",
    ]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_every_month_has_a_word_of_its_own_in_every_case(lang: str, month: int) -> None:
    """No table is a word short, so no month is called by its neighbour's name."""
    for form in ("2006-{:02}", "2006-{:02}-01", "../2006-{:02}", "2006-{:02}/.."):
        words = {date_words(date(form.format(number)), lang) for number in range(1, 13)}
        assert len(words) == 12
    assert date_words(date(f"2006-{month:02}"), lang) != date_words(date("2006"), lang)
