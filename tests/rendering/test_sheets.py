"""Forms, keys and feedback sheets as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.model.bank import Bank
from quizgen.model.edtf import Edtf
from quizgen.model.fact import Fact, Retirement
from quizgen.model.project import Paper, QuizSpec
from quizgen.model.quiz import Option, PlacedItem
from quizgen.model.sheets import SheetRole
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_quiz
from tests.support.every_type import SPEC as EVERY_TYPE
from tests.support.every_type import facts_of_every_type
from tests.support.facts import PROJECT
from tests.support.quiz_facts import ATLAS, SURVEY, bank_of, fact, full_fact, quiz, section
from tests.support.sheets import FACTS, SPEC, render, visible, without_style


@pytest.mark.parametrize("name", ["form-a.html", "key.html", "feedback-a.html"])
def test_a_whole_sheet(name: str, golden: Callable[[str, str], None]) -> None:
    """A form, a key and a feedback sheet, complete."""
    golden(f"quiz/{name}", without_style(render()[1][name]))


@pytest.mark.parametrize("name", ["form-a.html", "key.html", "feedback-a.html"])
def test_a_sheet_with_every_item_type(name: str, golden: Callable[[str, str], None]) -> None:
    """The same with a part of each type."""
    golden(f"quiz/every-type/{name}", without_style(render(facts_of_every_type(), EVERY_TYPE)[1][name]))


def test_a_page_for_each_form_and_role() -> None:
    """Forms first, each in large print too, one key for all, then feedback, then everything in one file."""
    made, problems = plan_quiz(SPEC, FACTS, bank_of(FACTS), "en")
    assert made is not None, problems
    sheets, _ = render_quiz(made, PROJECT, bank_of(FACTS), make_environment(None))
    assert [(sheet.role, sheet.letter, sheet.path) for sheet in sheets] == [
        (SheetRole.FORM, "A", "quizzes/rivers-short/form-a.html"),
        (SheetRole.LARGE, "A", "quizzes/rivers-short/form-a-large.html"),
        (SheetRole.FORM, "B", "quizzes/rivers-short/form-b.html"),
        (SheetRole.LARGE, "B", "quizzes/rivers-short/form-b-large.html"),
        (SheetRole.KEY, "", "quizzes/rivers-short/key.html"),
        (SheetRole.FEEDBACK, "A", "quizzes/rivers-short/feedback-a.html"),
        (SheetRole.FEEDBACK, "B", "quizzes/rivers-short/feedback-b.html"),
        (SheetRole.ALL, "", "quizzes/rivers-short/print-all.html"),
    ]


def test_a_sheet_needs_nothing_from_elsewhere() -> None:
    """No script, no address that a browser would load, one file."""
    for html in render()[1].values():
        assert not re.search(r"<script|<link|<img|<iframe|\bsrc=|url\(|@import|\bon\w+=", html)


@pytest.mark.parametrize(("facts", "spec"), [(FACTS, SPEC), (facts_of_every_type(), EVERY_TYPE)])
def test_a_form_holds_no_key_and_no_id(facts: tuple[Fact, ...], spec: QuizSpec) -> None:
    """With other keys, truths, numbers and fact ids behind the same texts, a form is the same to the byte."""
    made, pages = render(facts, spec)
    forms = tuple(
        replace(form, parts=tuple(replace(part, items=tuple(map(disguised, part.items))) for part in form.parts))
        for form in made.forms
    )
    sheets, _ = render_quiz(replace(made, forms=forms), PROJECT, bank_of(facts), make_environment(None))
    for sheet in sheets:
        same = sheet.html == pages[sheet.path.rpartition("/")[2]]
        assert same == (sheet.role in {SheetRole.FORM, SheetRole.LARGE}), sheet.path


def disguised(placed: PlacedItem) -> PlacedItem:
    """Keep what a student sees of an item, and change all that stands behind it."""
    names = {str(one.id): f"other-{at}-{placed.number}" for at, one in enumerate(placed.item.facts)}

    def disguise(option: Option) -> Option:
        slot = names.get(option.slot, f"slot-{option.slot}")
        return replace(option, slot=slot, why=None, is_key=not option.is_key, is_derived=not option.is_derived)

    fact, *others = (
        one._replace(id=Text(names[str(one.id)]), claim=Text("Other."), explanation=None, answers=(), when=None)
        for one in placed.item.facts
    )
    number = placed.item.number
    item = replace(
        placed.item,
        fact=fact,
        others=tuple(others),
        options=tuple(map(disguise, placed.item.options[::-1])),
        is_true=None if placed.item.is_true is None else not placed.item.is_true,
        answers=tuple(replace(answer, text=Text("other"), accept=()) for answer in placed.item.answers),
        number=None if number is None else replace(number, least="1", most="2"),
        marking=placed.item.marking[:1],
    )
    return replace(placed, item=item, options=tuple(map(disguise, placed.options)))


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><b>",
    "{{ 7 * 7 }} {% raw %}",
    "[latex]x[/latex] [sound:x.mp3] \\(x\\)",
    '" onclick="x" &amp; &#60;',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_comes_out_as_it_is_spelt(text: str) -> None:
    """Whatever a curator writes, anywhere, is text to a browser."""
    one = fact(
        "one",
        question=f"Q {text}",
        answer=f"a {text}",
        distractors=[(f"b {text}", f"why {text}"), f"c {text}"],
        claim=f"claim {text}",
        explanation=f"told {text}",
        locator=f"page {text}",
    )
    source = replace(SURVEY, title_short=Text(f"source {text}"), title=Text(f"title {text}"), url=f"https://x/{text}")
    spec = quiz(section("multiple_choice", 1), title=f"quiz {text}", subtitle=f"sub {text}", forms=1)
    _, pages = render([one], spec, Bank(facts=(one,), sources=(source,)))
    seen = {name: visible(html) for name, html in pages.items()}
    expected = {
        "form-a.html": ["Q", "a", "b", "c", "quiz", "sub"],
        "key.html": ["Q", "a", "quiz", "title", "page"],
        "feedback-a.html": ["claim", "b", "why", "told", "quiz", "title", "page"],
    }
    for name, starts in expected.items():
        assert all(f"{start} {text}" in seen[name].replace("\u00a0", " ") for start in starts), seen[name]
        assert "<script" not in pages[name]
        assert pages[name].count("<style>") == pages[name].count("</style>") == 1


def test_the_projects_title_cannot_leave_the_style_sheet() -> None:
    """It stands in the page's footer, inside CSS."""
    project = replace(PROJECT, title=Text('A</style><script>"\\; } body { display: none'))
    made, _ = render()
    sheets, _ = render_quiz(made, project, bank_of(FACTS), make_environment(None))
    html = sheets[0].html
    assert html.count("</style>") == 1
    assert "display: none" not in html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("name", "as_of", "line"),
    [
        ("the Survey of 2020", "2020", "The Survey of 2020"),
        ("the river survey", "2020", "The river survey, as of 2020"),
        ("the Atlas, March 1996", "1996-03", "The Atlas, March 1996"),
        ("the Survey of 2020", None, "The Survey of 2020"),
    ],
)
def test_the_line_above_a_question_always_has_a_date(name: str, as_of: str | None, line: str) -> None:
    """The date of the facts stands in the source's name, or else after it."""
    one = fact("one", answer="x")
    source = replace(SURVEY, title_short=Text(name), as_of=Edtf.parse(as_of) if as_of else None)
    _, pages = render([one], quiz(section("short_answer", 1)), Bank(facts=(one,), sources=(source,)))
    assert f'<p class="by">{line}</p>' in pages["form-a.html"]


def test_the_source_of_a_whole_part_is_named_once() -> None:
    """Above its questions, on every form; a part with two sources names them above each question."""
    facts = [*(fact(f"long-{at}", answer="x") for at in range(3)), *(full_fact(f"full-{at}") for at in range(2))]
    facts.append(fact("plate", claim="It is so.", false_claims=["It is not so."], source=ATLAS))
    ids = [one.id for one in facts]
    spec = quiz(section("short_answer", 3, ids=ids[:3]), section("true_false", 3, ids=ids[3:]), forms=2)
    _, pages = render(facts, spec)
    for name in ("form-a.html", "form-a-large.html", "form-b.html"):
        lines = re.findall(r'<p class="by">(.*?)</p>', pages[name])
        assert lines[0] == "All questions of this part: the Survey of 2020"
        assert sorted(lines[1:]) == ["The Atlas of March 1996", "The Survey of 2020", "The Survey of 2020"], name


def test_each_source_has_its_own_date() -> None:
    """“The Survey of 2020; the atlas, as of 1996”, not two dates in a row; the fact's own date is for both."""
    one = fact("one", answer="x")
    one = one._replace(citations=(*one.citations, replace(one.citations[0], source=ATLAS.id)))
    sources = (SURVEY, replace(ATLAS, title_short=Text("the atlas"), as_of=Edtf.parse("1996")))
    for own, line in (
        (None, "The Survey of 2020; the atlas, as of 1996"),
        ("1980", "The Survey of 2020; the atlas, as of 1980"),
    ):
        asked = one._replace(as_of=Edtf.parse(own) if own else None)
        _, pages = render([asked], quiz(section("short_answer", 1)), Bank(facts=(asked,), sources=sources))
        assert f'<p class="by">{line}</p>' in pages["form-a.html"]


def test_the_size_of_the_paper_is_the_specs() -> None:
    """A4 unless the quiz asks for Letter."""
    assert "@page { size: A4;" in render()[1]["form-a.html"]
    assert "@page { size: Letter;" in render(spec=replace(SPEC, paper=Paper.LETTER))[1]["key.html"]


def test_a_set_shows_how_many_answers_are_asked_for() -> None:
    """Two of three: two numbered lines on the form, “any 2 of these” on the key and in the feedback."""
    _, pages = render([FACTS[5]], quiz(section("short_answer", 1, points=2), forms=1))
    assert "Give 2 answers." in visible(pages["form-a.html"])
    assert re.findall(r"<div>(\d?)</div>", pages["form-a.html"]) == ["1", "", "2", ""]
    assert "any 2 of these: springs (also: brooks) snow" in visible(pages["key.html"])
    assert "Answer: any 2 of these: springs; snow; rain" in visible(pages["feedback-a.html"])


@pytest.mark.parametrize(("points", "lines", "expected"), [(1, None, 2), (3, None, 6), (1, 5, 5), (9, 1, 1)])
def test_lines_to_write_on(points: int, lines: int | None, expected: int) -> None:
    """Two a point, or as many as the section says."""
    _, pages = render([fact("a", answer="x")], quiz(section("short_answer", 1, points=points, lines=lines)))
    assert pages["form-a.html"].count("<div></div>") == expected


def test_fixed_words_follow_the_language_of_the_quiz() -> None:
    """Kazakh words and letters on a Kazakh quiz; facts in another language say which."""
    true_false = quiz(section("true_false", 2), lang="kk", forms=1)
    made, pages = render([FACTS[3]._replace(lang=Text("kk")), FACTS[4]], true_false, lang="kk-KZ")
    form = pages["form-a.html"]
    assert '<html lang="kk" dir="ltr">' in form
    assert "Дұрыс дегені: аталған дереккөз солай дейді." in visible(form)
    assert len(re.findall('<p lang="en">', form)) == 1
    letters = ["Д" if placed.item.is_true else "Б" for placed in made.forms[0].items]
    assert re.findall(r'<td class="ans">(.)</td>', pages["key.html"]) == letters


def test_a_language_without_words_of_its_own_gets_english() -> None:
    """The page then says that its words are English, and its facts that they are not."""
    french = [one._replace(lang=Text("fr")) for one in FACTS]
    form = render(french, lang="fr")[1]["form-a.html"]
    assert '<html lang="en" dir="ltr">' in form
    assert len(re.findall(' lang="fr"', form)) == 6


@pytest.mark.parametrize(
    ("forms", "count", "tables"), [(1, 4, 1), (6, 30, 1), (7, 4, 2), (4, 41, 1), (2, 42, 2), (26, 70, 15)]
)
def test_the_matrix_is_cut_to_fit_a_page(forms: int, count: int, tables: int) -> None:
    """Six forms and 42 numbers at the most in one table, and every key in one of them."""
    facts = [full_fact(f"fact-{at}") for at in range(count + 1)]
    spec = quiz(section("multiple_choice", count), section("short_answer", 1), forms=forms)
    if count == 30:
        spec = quiz(section("multiple_choice", count), forms=forms)
    made, pages = render(facts, spec)
    key = pages["key.html"]
    assert key.count('<table class="key') == tables
    letters = [placed.key_letter for form in made.forms for placed in form.items if placed.key_letter]
    assert sorted(re.findall(r'<td class="ans">(.)</td>', key)) == sorted(letters)
    assert all(form.code in key for form in made.forms)


def test_the_key_of_each_form_stands_in_its_column() -> None:
    """Read down a column, the letters are the form's own."""
    facts = [full_fact(f"fact-{at}") for at in range(12)]
    made, pages = render(facts, quiz(section("multiple_choice", 12), forms=3))
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(\d+)</th>(.*?)</tr>", pages["key.html"])
    table = [[number, *re.findall(r'<td class="ans">(.)</td>', cells)] for number, cells in rows]
    for at, form in enumerate(made.forms, start=1):
        assert [(row[0], row[at]) for row in table] == [(str(one.number), one.key_letter) for one in form.items]


def test_a_written_answer_leads_from_every_form_to_its_entry() -> None:
    """Where a cell has no room for the answer, it names the entry, which is numbered as in form A."""
    facts = [fact(f"fact-{at}", answer=f"an answer that is too long, {at}") for at in range(5)]
    made, pages = render(facts, quiz(section("short_answer", 5), forms=2))
    numbers = {placed.item.fact.id: placed.number for placed in made.forms[0].items}
    second = [f"see {numbers[placed.item.fact.id]}" for placed in made.forms[1].items]
    cells = re.findall(r'<td class="txt">(.*?)</td>', pages["key.html"])
    assert cells[1::2] == second
    assert cells[::2] == [f"see {number}" for number in range(1, 6)]


def test_feedback_tells_what_was_wrong_with_the_other_choices() -> None:
    """Each reason stands with the letter that the option has on this form."""
    made, pages = render(FACTS[:2], quiz(section("multiple_choice", 1, options=4), forms=2))
    assert made.forms[0].items[0].key_letter == "C"
    for letter in "ab":
        seen = visible(pages[f"feedback-{letter}.html"])
        assert "1 [1] C By the survey's estimate the Long River is 640 km long. inferred" in seen
        assert "B 540 km: That is the Broad River." in seen
        assert "Compare: The Long River is 600 km long. The Atlas of March 1996 (2, plate\u00a03)" in seen


def test_feedback_never_compares_with_a_retired_fact() -> None:
    """What is no longer asked is no longer told either."""
    facts = [FACTS[0], FACTS[1]._replace(retired=Retirement())]
    seen = visible(render(facts, quiz(section("multiple_choice", 1)))[1]["feedback-a.html"])
    assert "Compare" not in seen


def test_a_mistake_in_a_template_is_told_once(tmp_path: Path) -> None:
    """The other sheets are made all the same."""
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz" / "form.html").write_text("{{ nothing.here }}")
    made, _ = render()
    sheets, problems = render_quiz(made, PROJECT, bank_of(FACTS), make_environment(tmp_path))
    assert [sheet.role for sheet in sheets] == [SheetRole.KEY, SheetRole.FEEDBACK, SheetRole.FEEDBACK]
    assert len(problems) == 1
