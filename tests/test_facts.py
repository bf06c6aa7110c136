"""Our own facts: what a machine can hold of the rules in docs/curating.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import permutations

import pytest

from quizgen.build.check import check_project
from quizgen.build.lint import lint_project
from quizgen.build.selecting import quiz_orders
from quizgen.model.bank import Bank
from quizgen.model.cloze import parse_cloze
from quizgen.model.content import Content
from quizgen.model.fact import Certainty, Fact
from quizgen.model.project import ItemType
from quizgen.model.quiz import Form, MarkingKind, PlacedItem, Quiz
from quizgen.model.settings import CheckSettings
from quizgen.planning.means import claim_of
from quizgen.planning.quizzes import plan_quizzes
from tests.support.project import REPOSITORY

PAGE = REPOSITORY.parent / "shared" / "reference" / "kazakhstan-human-rights.txt"
"""The page that the facts are curated from. It is not ours to ship: it lies beside a curator's checkout, or not."""

LONGEST_SHARED_RUN = 7
"""Words in a row that a sentence of ours may share with the page."""

NAMES = (
    "Country Reports on Human Rights Practices for 2014: Kazakhstan",
    "Bureau of Democracy, Human Rights and Labor",
    "Agency for Regulating Natural Monopolies",
    "Ministry of Investment and Development",
)
"""Names and titles, which are the same for everybody."""

HEDGES = {
    Certainty.JUDGED: r"judg|assess|rate[ds]?\b|rating|consider|regard|describ|call|deem|found|fell short|finding"
    r"|view|rank|criticiz|significant",
    Certainty.REPORTED: r"report|according to|statistics|figure|note|sa(?:y|id)|record|complain|told|f[io]u?nd|observ",
    Certainty.INFERRED: r"assum|estimat|potential|may\b|might|likely|appear|seem|could|suggest|expect|believ|presum",
    Certainty.ALLEGED: r"alleg|accus|claim|contend|depict|portray|said to|complain",
}
"""Words that say how the source puts it, by certainty."""


@cache
def content() -> Content:
    """Read the repository's own project, once."""
    return check_project(REPOSITORY).content


@cache
def quizzes() -> dict[str, Quiz]:
    """Plan the repository's own quizzes, once."""
    return plan_quizzes(quiz_orders(content()), content().bank)[0]


def form_of(id_: str) -> Form:
    """Return the first form of a quiz: the others ask the same."""
    return quizzes()[id_].forms[0]


def facts() -> list[object]:
    """Return every fact as a parameter."""
    return [pytest.param(fact, id=str(fact.id)) for fact in content().bank.facts]


def texts_of(fact: Fact) -> Iterator[str]:
    """Yield every sentence and phrase of a fact."""
    yield from (text for text in (fact.claim, fact.question, fact.explanation, fact.label, fact.voice) if text)
    if fact.cloze and (cloze := parse_cloze(fact.cloze)):
        yield cloze.sentence
    yield from (text for answer in fact.answers for text in (answer.text, *answer.accept))
    yield from (text for wrong in fact.distractors or () for text in (wrong.text, wrong.why) if text)
    yield from (text for wrong in fact.false_claims or () for text in (wrong.text, wrong.why) if text)


def words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return re.findall(r"\w+", text.replace("\u2019", "'").casefold())


def test_project_has_no_problem() -> None:
    """What we ship as the example is clean: no error, and no remark either, on facts, cards, items or quizzes."""
    assert lint_project(REPOSITORY, CheckSettings(), None).problems == ()


def test_every_claim_of_the_page_is_large_enough() -> None:
    """A showcase of a hundred claims, of every certainty but few."""
    claims = [fact for fact in content().bank.facts if fact.same_claim is None]
    assert len(claims) >= 100
    assert set(Certainty) == {fact.certainty for fact in claims}


@pytest.mark.parametrize("fact", facts())
def test_citation_resolves_to_a_paragraph(fact: Fact) -> None:
    """Each citation names a source of ours and a paragraph of the page."""
    for citation in fact.citations:
        assert content().bank.source_of(citation).as_of is not None
        number = re.fullmatch(r"paragraph (\d+)", citation.locator or "")
        assert number is not None
        assert 1 <= int(number[1]) <= 17


@pytest.mark.parametrize("fact", facts())
def test_hedge_stands_where_it_must(fact: Fact) -> None:
    """For all but stated claims a word that says so stands in claim, question and cloze."""
    if fact.certainty is Certainty.STATED:
        return
    for text in (fact.claim, fact.question, fact.cloze):
        assert text is None or re.search(HEDGES[fact.certainty], text, re.IGNORECASE) or _names_voice(fact, text), text


def _names_voice(fact: Fact, text: str) -> bool:
    return fact.voice is not None and fact.voice.casefold() in text.casefold()


@pytest.mark.parametrize("fact", facts())
def test_answer_does_not_stand_in_the_stem(fact: Fact) -> None:
    """The question does not give its own answer away."""
    stem = f" {' '.join(words(fact.question or ''))} "
    assert not [answer.text for answer in fact.answers if f" {' '.join(words(answer.text))} " in stem]


def test_every_fact_has_one_home_deck() -> None:
    """Each fact is shipped by exactly one deck, and the bundle ships them all."""
    specs = {str(spec.id): spec for spec in content().specs}
    homes = Counter(
        fact.id
        for spec in specs.values()
        if spec.facts is not None and spec.anki is not None
        for fact in spec.facts.select(content().bank.facts)
    )
    assert homes == Counter(fact.id for fact in content().bank.facts)
    assert set(specs["everything"].bundle) == set(specs) - {"everything"}


def test_contrasts_stand_side_by_side() -> None:
    """Who reads one of two claims that pull apart is shown the other, whichever comes first."""
    bank: Bank = content().bank
    one_way = [
        (fact.id, other)
        for fact in bank.facts
        for other in fact.contrast
        if fact.same_claim is None and fact.id not in bank.fact_by_id[other].contrast
    ]
    assert one_way == []


def test_numbers_of_the_page_are_askable() -> None:
    """Every figure and year that the page names is an answer or stands in a question."""
    asked = " ".join(
        f"{fact.question or ''} {' '.join(answer.text for answer in fact.answers)} {fact.cloze or ''}"
        for fact in content().bank.facts
    )
    figures = ["95", "16", "20", "24", "20,000", "1995", "2002", "2004", "2005", "2011", "2012", "2013", "2014"]
    assert [figure for figure in figures if not re.search(rf"\b{figure}\b", asked)] == []
    named = [
        *("nine|9", "three|3", "seven|7", "four|4", "Nur Otan", "Alash", "Asanov", "Ministry of Justice"),
        *("Ministry of Investment and Development", "Agency for Regulating Natural Monopolies"),
    ]
    assert [name for name in named if not re.search(rf"\b(?:{name})\b", asked)] == []


def test_each_deck_has_a_quiz_of_four_forms() -> None:
    """Whoever studies a deck finds a paper about it, which neighbours cannot copy from each other."""
    assert [spec.id for spec in content().specs if not spec.quizzes] == []
    assert {id_: len(quiz.forms) for id_, quiz in quizzes().items()} == dict.fromkeys(quizzes(), 4)


def test_quizzes_show_every_type_of_item() -> None:
    """A teacher who looks for an example of a type finds one here, and no quiz is of two types alone."""
    types = {id_: {part.spec.type for part in quiz.forms[0].parts} for id_, quiz in quizzes().items()}
    assert set().union(*types.values()) == set(ItemType)
    assert [id_ for id_, used in types.items() if len(used) < 5] == []


def test_final_exam_asks_about_every_part_of_the_subject() -> None:
    """Forty questions over everything: three or more facts of each part."""
    form = form_of("final-exam")
    assert len(form.items) == 40
    parts = Counter(str(fact.topics[0]).split("/", maxsplit=1)[0] for fact in form.facts)
    assert {part for part, count in parts.items() if count >= 3} == {
        str(fact.topics[0]).split("/", maxsplit=1)[0] for fact in content().bank.facts
    }


def test_make_up_is_as_much_and_asks_nothing_again() -> None:
    """Who missed the final exam gets a paper of its length and worth; who passed the questions on passed on nothing."""
    final, make_up = form_of("final-exam"), form_of("final-make-up")
    assert (len(make_up.items), make_up.points) == (len(final.items), final.points)
    claims = [{claim_of(fact, content().bank) for fact in form.facts} for form in (final, make_up)]
    assert claims[0].isdisjoint(claims[1])


def test_names_of_a_matching_differ_by_more_than_a_word() -> None:
    """Where one name lies within another (`monitors`, `international monitors`), both are right."""
    names = [
        (str(one.text), str(other.text))
        for quiz in quizzes().values()
        for placed in quiz.forms[0].items
        if placed.item.type is ItemType.MATCHING
        for one, other in permutations(placed.item.options, 2)
    ]
    assert [pair for pair in names if set(words(pair[0])) <= set(words(pair[1]))] == []


def test_essays_have_something_to_compare() -> None:
    """The directions ask what is said otherwise, or at another time; the notes for the marker must have it."""
    essays = [item.item for quiz in quizzes().values() for item in quiz.forms[0].items if item.item.marking]
    assert len(essays) > len(quizzes())
    lonely = [item.fact.id for item in essays if MarkingKind.CONTRAST not in {note.kind for note in item.marking}]
    assert lonely == []


def test_essays_promise_no_point_that_the_notes_have_spent() -> None:
    """Directions that keep a point for clear sentences must find one left beside the marker's notes."""
    spent = [
        placed.item.fact.id
        for quiz in quizzes().values()
        for part in quiz.forms[0].parts
        for placed in part.items
        if "One point is for" in (part.spec.instructions or "")
        and len(placed.item.marking) >= part.points_of(placed.item)
    ]
    assert spent == []


def test_no_item_dates_an_event_that_is_to_be_ordered() -> None:
    """A stem such as `the decree of January 2014` tells where the decree stands in the order of time."""
    dated = [
        (month, placed.item.fact.id)
        for quiz in quizzes().values()
        for month in _months_asked(quiz.forms[0])
        for placed in quiz.forms[0].items
        if placed.item.type is not ItemType.ORDERING and month in _printed(placed)
    ]
    assert dated == []


def _months_asked(form: Form) -> list[str]:
    """Return the dates of a form's orderings that name a month: a year alone may be that of something else."""
    events = (fact for placed in form.items if placed.item.type is ItemType.ORDERING for fact in placed.item.facts)
    return [answer.text for fact in events for answer in fact.answers if re.fullmatch(r"[A-Z]\w+ \d{4}", answer.text)]


def _printed(placed: PlacedItem) -> str:
    texts = (placed.item.stem, *placed.item.pieces, *(option.text for option in placed.options))
    return " ".join(texts)


@pytest.mark.skipif(not PAGE.is_file(), reason="the page is not here")
def test_sentences_are_our_own() -> None:
    """No run of more than seven words is shared with the page, but for names and titles."""
    page = words(PAGE.read_text(encoding="utf-8"))
    size = LONGEST_SHARED_RUN + 1
    runs = {tuple(page[at : at + size]) for at in range(len(page) - size + 1)}
    shared = [
        (str(fact.id), " ".join(run))
        for fact in content().bank.facts
        for text in texts_of(fact)
        for run in _runs(text, size)
        if run in runs
    ]
    assert shared == []


def _runs(text: str, size: int) -> Iterator[tuple[str, ...]]:
    for name in NAMES:
        text = text.replace(name, "\0")
    for stretch in text.split("\0"):
        found = words(stretch)
        yield from (tuple(found[at : at + size]) for at in range(len(found) - size + 1))
