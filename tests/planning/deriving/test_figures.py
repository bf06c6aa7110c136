"""Wrong numbers, percentages and dates beside a right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.planning.deriving.distractors import derived_distractors
from quizgen.planning.deriving.figures import wrong_figures
from quizgen.planning.hashing import Ranks
from quizgen.planning.means import Index, Means
from tests.support.facts import make_source
from tests.support.quiz_facts import ATLAS, SURVEY, fact, means_of


def derived(one: Fact, *others: Fact, count: int = 3, lang: str = "en") -> Iterator[str]:
    """Yield the wrong answers of many seeds, so that every draw comes up."""
    for seed in range(300):
        yield from wrong_figures(one, count, means_of([one, *others], lang=lang, seed=str(seed)))


def number(answer: str, **more: str) -> Fact:
    """Make a fact with a number as answer."""
    return fact("a", question=more.pop("question", "How many?"), answer=answer, answer_type="number", quantity=more)


def percentage(answer: str) -> Fact:
    """Make a fact with a percentage as answer."""
    return fact("a", question="Which share?", answer=answer, answer_type="percentage")


def numbers_in(texts: Iterator[str]) -> set[int]:
    """Return the numbers of some texts."""
    return {int(re.sub(r"\D", "", text)) for text in texts}


def test_the_hand_of_the_answer_is_kept() -> None:
    """Unit, sign for thousands and zeros at the end are the same, so that nothing stands out."""
    texts = set(derived(number("about 23,000 boats")))
    assert texts
    assert all(re.fullmatch(r"about [1-9]\d?,000 boats", text) for text in texts)
    assert "about 30,000 boats" not in texts, "rounder than the right one"


def test_zeros_behind_the_point_are_no_roundness() -> None:
    """Where the right one ends with a zero, others do as well."""
    assert any(text.endswith(".0 km") for text in derived(number("20.0 km")))


def test_small_numbers_begin_with_one() -> None:
    """Neither 0 nor less is offered beside them; 1 itself has larger ones beside it."""
    assert min(numbers_in(derived(number("3")))) == 1
    assert min(numbers_in(derived(number("1")))) == 2


def test_small_numbers_leave_room_for_each_other() -> None:
    """Five below 6 are just possible, and found whenever they are drawn."""
    assert len(list(derived(number("6"), count=5))) == 5 * 300


@pytest.mark.parametrize("answer", ["sixteen", "0", "-4 °C", "1 hour to 2 hours"])
def test_nothing_is_made_of_number_words_or_below_zero(answer: str) -> None:
    """Plain digits of positive numbers are the only ones that are safe."""
    assert not set(derived(number(answer)))


def test_percentages_stay_between_0_and_100() -> None:
    """Neither end is offered: they are hardly ever right, and known to be."""
    found = numbers_in(derived(percentage("60 percent")))
    assert found
    assert min(found) > 0
    assert max(found) < 100


def test_shares_reach_up_to_99_percent_and_growth_beyond() -> None:
    """A share has its end at 100; what is as large itself is no share."""
    assert max(numbers_in(derived(percentage("89 percent")))) == 99
    for answer in (100, 150):
        assert max(numbers_in(derived(percentage(f"{answer} percent")))) > answer


def test_a_number_without_a_sign_for_thousands_needs_none() -> None:
    """`1040` or `1,040`? Where the curator wrote neither, no number is that large."""
    assert max(numbers_in(derived(number("640 km")))) < 1000


def test_one_hour_and_two_hours() -> None:
    """The unit has to agree with every number: no `1 hours`; in Russian no `5 часа`."""
    assert 1 not in numbers_in(derived(number("4 hours"), count=2))
    assert not set(derived(number("1 hour")))
    assert {value % 10 for value in numbers_in(derived(number("23 часа"), lang="ru"))} <= {2, 3, 4}


def test_no_right_answer_is_offered() -> None:
    """Not what is accepted, within tolerance, right by another fact, in contrast, or named in the question."""
    one = fact("a", question="Of 50 boats, how many?", answer="40", answer_type="number", accept=["41"], contrast=["c"])
    same = fact("b", question="Of 50 boats, how many?", answer="45", answer_type="number")
    contrast = fact("c", question="How many in all?", answer="36", answer_type="number")
    assert numbers_in(derived(one, same, contrast)).isdisjoint({36, 40, 41, 45, 50})
    tolerant = number("40", tolerance="3")
    assert numbers_in(derived(tolerant)).isdisjoint(range(35, 46))
    precise = numbers_in(derived(number("650", precision="50")))
    assert precise
    assert all(value % 50 == 0 for value in precise)


def test_a_right_number_in_other_words_is_right() -> None:
    """As is one with another unit, or in the question: it is the number that counts, and how exact it is."""
    asks = "Of 49 rivers, how long?"
    one = fact("a", question=asks, answer="41 km", answer_type="number", contrast=["c"])
    same = fact("b", question=asks, answer="47.0 kilometres", answer_type="number")
    contrast = fact("c", question="How far?", answer="36 kilometres", answer_type="number")
    in_words = fact("d", question=asks, answer="fifty-one", answer_type="number", quantity={"value": "51"})
    found = numbers_in(derived(one, same, contrast, in_words))
    assert {46, 48, 52} < found
    assert found.isdisjoint({36, 47, 49, 51})


def test_a_tolerance_in_percent() -> None:
    """No number is nearer than twice as much, so that one answer alone can be right."""
    found = numbers_in(derived(number("41", tolerance="10%")))
    assert found
    assert found.isdisjoint(range(33, 50))


@pytest.mark.parametrize(
    ("answer", "shape"),
    [
        ("1991", r"\d{4}"),
        ("29 August 1949", r"29 August \d{4}"),
        ("в декабре 2006 года", r"в декабре \d{4} года"),
        ("before 1990", r"before \d{4}"),
    ],
)
def test_of_a_date_the_year_moves(answer: str, shape: str) -> None:
    """No later than the source speaks for, 2 to 15 years apart, everything else as it was."""
    one = fact("a", question="When?", answer=answer, answer_type="date", source=SURVEY)
    texts = set(derived(one))
    assert texts
    assert all(re.fullmatch(shape, text) for text in texts)
    assert max(int(text[-8:].strip("год а")[-4:]) for text in texts) <= 2020


@pytest.mark.parametrize("answer", ["the 1990s", "1995-08-30", "1990 to 1995", "29 February 1952", "May", "2020-06"])
def test_dates_of_other_makes_are_left_alone(answer: str) -> None:
    """Decades, intervals, leap days and dates without a year."""
    assert not set(derived(fact("a", question="When?", answer=answer, answer_type="date")))


def test_no_year_is_later_than_its_source() -> None:
    """What a source of 1996 cannot know would be no option; nor is one made of a year after it."""
    before = fact("a", question="When?", answer="1990", answer_type="date", source=ATLAS)
    assert max(numbers_in(derived(before))) <= 1996
    assert not set(derived(fact("a", question="When?", answer="1997", answer_type="date", source=ATLAS)))


def test_a_bare_year_is_a_year_even_as_a_number() -> None:
    """`1998` moves by years, not by hundreds; and so from 1000 to 2100, of which no source can speak yet."""
    for answer in ("1998", "1998.", "1000"):
        years = numbers_in(derived(number(answer)))
        assert {abs(year - int(answer[:4])) <= 45 for year in years} == {True}
    assert not set(derived(number("2100")))


@pytest.mark.parametrize("answer", ["1,998", "1998 km", "about 1998", "1998.5", "998", "2101"])
def test_a_number_that_is_no_bare_year(answer: str) -> None:
    """With a unit, a comma or a point, or as a year that is hardly meant, it moves as numbers do."""
    found = [float(re.sub(r"[^0-9.]", "", text)) for text in derived(number(answer))]
    assert max(found) - min(found) > 300


def when(answer: str, question: str = "When?", **more: str) -> Fact:
    """Make a fact with a date as answer, of a source that speaks until 2020."""
    return fact("a", question=question, answer=answer, answer_type="date", quantity=more)


def test_a_number_stands_where_its_answer_stands() -> None:
    """A problem with it points at what it was derived from."""
    one = number("640 km")
    placed = Text("640 km", "data/rivers.yaml", 9, 14, 6)
    options = derived_distractors(one._replace(answers=(replace(one.answers[0], text=placed),)), 3, means_of([one]))
    assert [option.text.place for option in options] == [placed.place] * 3


def test_a_year_of_the_question_is_not_offered() -> None:
    """Nobody takes it for the answer; nor is a date offered that answers the same question elsewhere."""
    asked = when("29 August 1949", "Which flood came before that of 1952?")
    texts = set(derived(asked))
    assert "29 August 1951" in texts
    assert "29 August 1952" not in texts
    same = fact("b", question=asked.question, answer="29 August 1951", answer_type="date")
    assert "29 August 1951" not in set(derived(asked, same))


def test_years_within_the_tolerance_are_not_offered() -> None:
    """Each is as far from the next as twice the tolerance, so that one answer alone can be right."""
    years = numbers_in(derived(when("1990", tolerance="3")))
    assert years
    assert min(abs(year - 1990) for year in years) == 6


def test_a_year_has_four_digits() -> None:
    """One of three would stand out."""
    years = numbers_in(derived(when("1004")))
    assert years
    assert min(years) >= 1000


def test_a_year_may_be_the_last_that_its_source_speaks_of() -> None:
    """All others are earlier then."""
    assert max(numbers_in(derived(when("2020")))) < 2020


@pytest.mark.parametrize(
    ("dates", "last"),
    [
        ({"as_of": None, "issued": "2001"}, 2001),
        ({"as_of": None, "issued": None, "accessed": "2004-05-01"}, 2004),
        ({"as_of": "1990/1996"}, 1996),
        ({"as_of": "1994/.."}, 1994),
        ({"as_of": "../1995"}, 1995),
    ],
)
def test_how_long_a_source_speaks(dates: dict[str, Any], last: int) -> None:
    """Until the date that it stands for, or else until it was issued or read; the end of an interval counts."""
    assert max(numbers_in(derived_from(make_source(**dates)))) == last


def test_a_source_without_any_date_bounds_nothing() -> None:
    """So no year is made up."""
    assert not set(derived_from(make_source(as_of=None, issued=None)))


def derived_from(source: Source) -> Iterator[str]:
    """Yield the wrong answers to a question about 1988 that rests on this source."""
    one = when("1988")
    index = Index(Bank(facts=(one,), sources=(source,)), (one,))
    for seed in range(300):
        yield from wrong_figures(one, 3, Means(ranks=Ranks(str(seed), "rivers-short"), index=index, lang="en"))
