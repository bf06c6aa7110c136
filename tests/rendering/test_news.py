"""What an old key says of corrections and withdrawals since."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quizgen.model.archive import ArchivedForm
from quizgen.model.fact import Correction, Fact, Retirement
from quizgen.model.sheets import News
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_archived
from tests.support.facts import PROJECT, date
from tests.support.quiz_facts import ATLAS, SURVEY, bank_of, fact, full_fact, quiz, section
from tests.support.sheets import visible

EVENTS = tuple(fact(f"e{at}", label=f"flood {at}", when=f"19{at}0") for at in range(4))
RETIRED = Retirement(on=date("2026-11-21"), reason=Text("No flood came."))


def sheets_of(then: tuple[Fact, ...], today: tuple[Fact, ...], type_: str = "ordering") -> tuple[str, str]:
    """Return key and feedback of a form about all these facts, as ``quizgen key`` makes them today."""
    spec = quiz(section(type_, len(then), line=7), forms=1)
    made, problems = plan_quiz(spec, then, bank_of(then), "en")
    assert made is not None, problems
    archived = ArchivedForm(project=PROJECT, spec=spec, lang="en", form=made.forms[0], sources=(SURVEY, ATLAS))
    news = News(today={str(one.id): one for one in today})
    (key, feedback), problems = render_archived(archived, news, make_environment(None))
    assert not problems
    return key.html, feedback.html


def test_every_event_of_an_ordering_can_withdraw_it() -> None:
    """Whichever event turns out to be none, its numbers are worth nothing: all get the points."""
    for at, event in enumerate(EVENTS):
        today = (*EVENTS[:at], event._replace(retired=RETIRED), *EVENTS[at + 1 :])
        key, feedback = sheets_of(EVENTS, today)
        notice = "Question 1 was withdrawn: 21\u00a0November 2026. No flood came."
        assert notice in visible(key), event.id
        assert '<td class="txt">all</td>' in key
        assert f"{notice} Everyone gets the points." in visible(feedback)


def test_a_withdrawal_may_have_no_day() -> None:
    """The retirement of a fact may say why and not when; then only why is printed."""
    today = (EVENTS[0]._replace(retired=replace(RETIRED, on=None)), *EVENTS[1:])
    assert "Question 1 was withdrawn. No flood came." in visible(sheets_of(EVENTS, today)[0])


def test_every_event_of_an_ordering_can_be_corrected() -> None:
    """The correction stands on the key and beside the question in the feedback."""
    note = Correction(on=date("2026-11-22"), note=Text("The year was another."))
    for at, event in enumerate(EVENTS):
        today = (*EVENTS[:at], event._replace(corrections=(note,)), *EVENTS[at + 1 :])
        for html in sheets_of(EVENTS, today):
            assert "Question 1 was corrected: 22\u00a0November 2026. The year was another." in visible(html), event.id


@pytest.mark.parametrize(("withdrawn", "tables"), [(0, [31]), (1, [31]), (5, [10, 10, 11]), (31, [31])])
def test_the_matrix_begins_under_the_notices(withdrawn: int, tables: list[int]) -> None:
    """It is cut where they leave no room for all of it, and waits for the next page where they leave none."""
    facts = tuple(full_fact(f"fact-{at}") for at in range(31))
    today = tuple(one._replace(retired=RETIRED if at < withdrawn else None) for at, one in enumerate(facts))
    key, _ = sheets_of(facts, today, "multiple_choice")
    found = re.findall(r'<table class="key.*?</table>', key, re.DOTALL)
    assert [len(re.findall(r'<th scope="row">\d', table)) for table in found] == tables
