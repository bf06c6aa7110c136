"""Our own facts: what a machine can hold of the rules in docs/curating.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from shutil import copy, copytree
from textwrap import dedent

import pytest

from quizgen.build.check import check_project
from quizgen.build.lint import lint_project
from quizgen.build.selecting import quiz_orders
from quizgen.model.bank import Bank
from quizgen.model.cloze import parse_cloze
from quizgen.model.content import Content
from quizgen.model.fact import Certainty, Citation, Fact
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

LONGEST_HEADING = 8
"""Words in a heading of the page, at the most: a paragraph has more."""

SOURCES_OF_PARAGRAPHS = (
    "state-2014",
    "loc-2006",
    "loc-1996",
    *(["state-2014"] * 3),
    *(["loc-1996"] * 4),
    *(["state-2014"] * 4),
    "page",
    "loc-2006",
    "page",
)
"""The source of each paragraph of the page, from the first on: its headings do not follow it."""

SOURCE_MARKS = {
    "state-2014": "[Source: \u201cCountry Reports on Human Rights Practices for 2014",
    "loc-2006": "[Source: Library of Congress, December",
    "loc-1996": "[Source: Library of Congress, March 1996",
}
"""How the page writes a source out, at the end of one of its paragraphs."""

ASKED = (
    ("vote-share-2011", "95 percent"),
    ("media-state-share-2013", "16 percent"),
    ("foreign-programs-limit-2014", "20 percent"),
    ("emergency-preview-24h-2014", "24 hours"),
    ("crimes-against-women-2005", "20,000"),
    ("referendum-observers-1995", "9"),
    ("asanov-trials", "3"),
    ("national-broadcasters-count-2014", "7"),
    ("monitors-four-count-2006", "4"),
    ("referendum-date-1995", "August 1995"),
    ("newspaper-firebombed-2002", "2002"),
    ("election-coverage-law-year", "2004"),
    ("vote-share-year-2011", "2011"),
    ("media-state-share-2013", "2013"),
    ("emergency-decree-date-2014", "January 2014"),
    ("president-dominant-2014", "Nursultan Nazarbayev"),
    ("asanov-person", "Karishal Asanov"),
    ("system-dominated-2014", "Nur Otan"),
    ("alash-discouraged-1996", "Alash"),
    ("mazhilis-house-2014", "the Mazhilis"),
    ("public-organizations-register-2006", "the Ministry of Justice"),
    ("media-registration-2014", "the Ministry of Investment and Development"),
    ("frequencies-ministry-2014", "the Ministry of Investment and Development"),
    ("prosecuted-officials-2014", "the Agency for Regulating Natural Monopolies"),
    ("national-security-law-2006", "the law on national security"),
    ("new-laws-2014", "a labor law"),
    ("new-codes-2014", "criminal"),
    ("new-codes-2014", "administrative"),
    ("religion-persecution-2006", "Jehovah's Witnesses"),
    ("religion-persecution-2006", "Hare Krishna"),
    ("almaty-outsiders-1996", "Almaty"),
    ("asanov-article", "Moscow"),
)
"""The numbers, dates, people, bodies, laws and places of the page, each with the fact that it answers."""

TOLD = (("mazhilis-elections-2012", "2012"), ("press-harassment-2005", "2005"))
"""Years of the page that no question asks for, with a fact whose question names them."""

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
    """Each citation names a paragraph of the page, and the source that this paragraph is from."""
    for citation in fact.citations:
        assert content().bank.source_of(citation).as_of is not None
        assert citation.source == SOURCES_OF_PARAGRAPHS[_paragraph_of(citation) - 1]


def _paragraph_of(citation: Citation) -> int:
    number = re.fullmatch(r"paragraph ([1-9]|1[0-7])", citation.locator or "")
    assert number is not None, citation.locator
    return int(number[1])


def test_every_paragraph_is_cited() -> None:
    """No paragraph of the page is left out."""
    cited = {_paragraph_of(citation) for fact in content().bank.facts for citation in fact.citations}
    assert cited == set(range(1, len(SOURCES_OF_PARAGRAPHS) + 1))


@pytest.mark.skipif(not PAGE.is_file(), reason="the page is not here")
def test_sources_of_paragraphs_are_those_of_the_page() -> None:
    """Where a paragraph writes its source out, the table has it; the page has as many paragraphs as the table."""
    body = PAGE.read_text(encoding="utf-8").split("Text Sources:")[0]
    paragraphs = [line for line in body.splitlines() if len(words(line)) > LONGEST_HEADING]
    written_out = {
        number: source
        for number, paragraph in enumerate(paragraphs)
        for source, mark in SOURCE_MARKS.items()
        if mark in paragraph
    }
    assert len(paragraphs) == len(SOURCES_OF_PARAGRAPHS)
    assert set(written_out.values()) == set(SOURCE_MARKS)
    assert written_out == {number: SOURCES_OF_PARAGRAPHS[number] for number in written_out}


def test_reported_abuses_are_sensitive() -> None:
    """Whatever rests on the page's list of other reported abuses is an accusation."""
    abuses = ("state-2014", 5)
    rest = [
        fact
        for fact in content().bank.facts
        if abuses in {(citation.source, _paragraph_of(citation)) for citation in fact.citations}
    ]
    assert len(rest) > 10
    assert [str(fact.id) for fact in rest if not fact.sensitive] == []


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


@pytest.mark.parametrize(("id_", "text"), ASKED)
def test_number_or_name_of_the_page_is_asked(id_: str, text: str) -> None:
    """What the page names is the answer to a question, or hidden in a cloze: of the fact that is about it."""
    fact = content().bank.fact_by_id[id_]
    cloze = parse_cloze(fact.cloze) if fact.cloze else None
    hidden = [deletion.text for deletion in cloze.deletions] if cloze else []
    assert text in {*(str(answer.text) for answer in fact.answers), *hidden}


@pytest.mark.parametrize(("id_", "year"), TOLD)
def test_year_of_the_page_is_told(id_: str, year: str) -> None:
    """A year that is not asked for stands in the question on what happened in it."""
    assert year in words(content().bank.fact_by_id[id_].question or "")


def test_each_deck_has_a_quiz_of_four_forms() -> None:
    """Whoever studies a deck finds a paper of one lesson about it, which neighbours cannot copy from each other."""
    short = {id_ for id_, quiz in quizzes().items() if 15 <= len(quiz.forms[0].items) <= 25}
    assert [spec.id for spec in content().specs if short.isdisjoint(quiz.id for quiz in spec.quizzes)] == []
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


def test_review_asks_nothing_of_the_exams() -> None:
    """Who hands the review out before an exam gives none of its questions away, and reviews each deck."""
    asked = {id_: {claim_of(fact, content().bank) for fact in form_of(id_).facts} for id_ in quizzes()}
    assert asked["mixed-review"].isdisjoint(asked["final-exam"] | asked["final-make-up"])
    homes = Counter(_deck_of(fact) for fact in form_of("mixed-review").facts)
    assert len(homes) == len(content().specs) - 1
    assert min(homes.values()) >= 4


def _deck_of(fact: Fact) -> str:
    """Return the name of the deck spec that ships a fact."""
    selections = {str(spec.id): spec.facts for spec in content().specs if spec.facts is not None}
    return next(id_ for id_, selection in selections.items() if fact in selection.select(content().bank.facts))


def test_paper_of_a_teacher_leaves_facts_out(tmp_path: Path) -> None:
    """The deck spec advised to teachers is a quiz without the facts that it leaves out, and takes away no card."""
    page = (REPOSITORY / "docs" / "teaching-loaded-material.md").read_text(encoding="utf-8")
    ((path, example),) = re.findall(r"^  ```yaml (\S+)\n(.*?)^  ```$", page, flags=re.DOTALL | re.MULTILINE)
    for name in ("data", "decks"):
        copytree(REPOSITORY / name, tmp_path / name)
    copy(REPOSITORY / "quizgen.yaml", tmp_path)
    (tmp_path / path).write_text(dedent(example), encoding="utf-8")
    assert lint_project(tmp_path, CheckSettings(), None).problems == ()
    (mine,) = [spec for spec in check_project(tmp_path).content.specs if spec.id == Path(path).stem]
    assert mine.anki is None
    assert mine.facts is not None
    left_out = {fact.id for fact in content().bank.facts} & set(mine.facts.exclude)
    assert len(left_out) == len(mine.facts.exclude) > 0
    assert left_out.isdisjoint(fact.id for fact in mine.facts.select(content().bank.facts))


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
