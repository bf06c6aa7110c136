"""Each item type on a form, on the key and in the feedback."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Quiz
from quizgen.model.source import Source
from quizgen.model.text import Text
from tests.support.quiz_facts import ATLAS, SURVEY, fact, quiz, section
from tests.support.sheets import render, visible, without_style


def pages_of(facts: Iterable[Fact], spec: QuizSpec) -> tuple[Quiz, dict[str, str]]:
    """Plan and render a quiz; of each page what a reader sees."""
    made, pages = render(facts, spec)
    return made, {name.removesuffix(".html"): visible(html).replace("\u00a0", " ") for name, html in pages.items()}


def test_several_right_options() -> None:
    """Boxes to cross, the rule on the form and on the key, a set of letters in the matrix and in the feedback."""
    one = fact("a", answer=["springs", "snow"], distractors=["the sea", "a mill"], claim="Springs and snow feed it.")
    made, pages = render([one], quiz(section("multiple_response", 1, points=2, options=4), forms=1))
    letters = made.forms[0].items[0].key_letter
    assert re.fullmatch("[A-D] [A-D]", letters)
    assert pages["form-a.html"].count('<span class="r sq">') == 4
    assert "Cross all boxes that apply. Points are given only for exactly the right ones." in visible(
        pages["form-a.html"]
    )
    assert f'<td class="ans">{letters}</td>' in pages["key.html"]
    key = visible(pages["key.html"])
    assert "All points for exactly these letters; otherwise none." in key
    assert "What is asked about a? springs snow" in key
    assert f"Answer: {letters}" in visible(pages["feedback-a.html"])


def test_a_stop_stays_on_the_line_of_its_blank() -> None:
    """A full stop alone on a line looks like a mistake; the words after it may break."""
    one = fact("a", cloze="It is of {{c1::oak}}, or so (they say {{c1::often}}).")
    form = render([one], quiz(section("fill_in_blank", 1), forms=1))[1]["form-a.html"]
    assert re.findall(r"</span>([^<]*)</span>([^<]*)<", form)[-2:] == [(",", " or so (they say "), (").", "")]


def test_blanks_are_equally_long_and_tell_nothing() -> None:
    """What they hide stands on the key and in the feedback alone."""
    facts = [
        fact("a", cloze="It is of {{c1::oak}}, and {{c1::nine hundred::a number}} years old; {{c2::rye}} grows there."),
        fact("b", answer="Ada Brook", accept=["A. Brook"], cloze="It was built by {{c1::Ada Brook}}."),
    ]
    made, pages = render(facts, quiz(section("fill_in_blank", 2), forms=1))
    form, key = pages["form-a.html"], visible(pages["key.html"])
    assert form.count('<span class="blank" role="img" aria-label="blank"></span>') == 3
    assert "It is of , and (a number) years old; rye grows there." in visible(form)
    assert not re.search("oak|nine hundred|Ada Brook", form)
    assert "It is of oak, and nine hundred (a number) years old; rye grows there." in key
    assert "It was built by Ada Brook. (also: A. Brook)" in key
    assert "Answer: oak; nine hundred" in visible(pages["feedback-a.html"])
    cells = {placed.item.fact.id: f"see {placed.number}" for placed in made.forms[0].items}
    assert re.findall(r'<td class="txt">(.*?)</td>', pages["key.html"]) == [
        cells[Text("a")] if placed.item.fact.id == "a" else "Ada Brook" for placed in made.forms[0].items
    ]


@pytest.mark.parametrize(
    ("answer", "quantity", "line", "cell", "entry"),
    [
        ("640 km", {}, "km", "640 km", "How long? 640 km (also: 640 kilometres) The"),
        ("$640 km", {"tolerance": "10"}, "$ km", "$630–650 km", "$640 km (also: 640 kilometres) (accept 630 to 650)"),
        ("16 percent", {"tolerance": "0.5"}, "percent", "15.5–16.5 percent", "(accept 15.5 to 16.5)"),
    ],
)
def test_a_number(answer: str, quantity: dict[str, str], line: str, cell: str, entry: str) -> None:
    """The unit stands beside the line; the key says which numbers are right."""
    one = fact(
        "a", question="How long?", answer=answer, accept=["640 kilometres"], answer_type="number", quantity=quantity
    )
    _, pages = render([one], quiz(section("numerical", 1), forms=1))
    assert f"How long? {line} " in visible(pages["form-a.html"])
    assert f'<td class="txt">{cell}</td>' in pages["key.html"]
    assert entry in visible(pages["key.html"])
    assert f"Answer: {answer}" in visible(pages["feedback-a.html"])


def town(at: int, source: Source = SURVEY) -> Fact:
    """Make a fact with a place as answer."""
    name = ("Ashby", "Burgh", "Corfe", "Dunster", "Eastham")[at]
    claim = f"Ford {at} is at {name}."
    return fact(f"t{at}", answer=name, answer_type="place", label=f"ford {at}", claim=claim, source=source)


def test_a_matching_is_one_row() -> None:
    """The names come first in the page, lettered; each pair has its number, its box, and its own letter on the key."""
    made, pages = render([town(at) for at in range(5)], quiz(section("matching", 4, by="answer"), forms=2))
    form = without_style(pages["form-a.html"])
    row = next(row for row in form.split("<tr>") if "ford" in row)
    names = re.findall(r"<li><b>(.)</b> (.*?)</li>", row)
    assert [letter for letter, _ in names] == list("ABCDE")
    assert row.index("<li><b>") < row.index('class="bx"')
    assert re.findall(r'<span class="n">(\d)</span> <span class="bx"', row) == list("1234")
    assert row.count('<p class="by above">The Survey of 2020</p>') == 1
    for placed in made.forms[0].items:
        letter = next(letter for letter, name in names if name == placed.item.fact.answers[0].text)
        assert placed.key_letter == letter
        assert f"{placed.item.stem}: {placed.item.fact.answers[0].text}" in visible(pages["key.html"])
    assert f'<td class="ans">{made.forms[1].items[0].key_letter}</td>' in pages["key.html"]
    assert "Ford 0 is at Ashby." in visible(pages["feedback-a.html"])


def test_pairs_of_several_sources_each_name_theirs() -> None:
    """One line above all of them would be wrong."""
    facts = [town(0), town(1, ATLAS), town(2)]
    _, pages = pages_of(facts, quiz(section("matching", 2, by="answer", ids=["t0", "t1"]), forms=1))
    assert "ford 0 The Survey of 2020" in pages["form-a"]
    assert "ford 1 The Atlas of March 1996" in pages["form-a"]


def test_a_matching_by_source_names_no_source_beside_the_pairs() -> None:
    """It is what is asked."""
    letters = replace(ATLAS, id=Text("letters-1990"), title_short=Text("the Letters of 1990"))
    facts = [town(0), town(1, ATLAS), town(2, letters)]
    spec = quiz(section("matching", 2, by="source", ids=["t0", "t1"]), forms=1)
    _, pages = render(facts, spec, Bank(facts=tuple(facts), sources=(SURVEY, ATLAS, letters)))
    form = visible(pages["form-a.html"])
    assert [form.count(name) for name in ("The Survey of 2020", "the Survey of 2020", "the Letters of 1990")] == [
        0,
        1,
        1,
    ]
    assert "The source A the Atlas of March 1996 B the Letters of 1990 C the Survey of 2020" in form
    assert "ford 0: the Survey of 2020" in visible(pages["key.html"])


def test_an_ordering() -> None:
    """Boxes to number, a cell of numbers, the right order with dates on the key, all claims in the feedback."""
    facts = [
        fact(
            f"e{at}",
            label=f"flood {at}",
            when=f"19{at}0",
            claim=f"Flood {at} came in 19{at}0.",
            source=ATLAS if at else SURVEY,
        )
        for at in range(4)
    ]
    made, pages = render(facts, quiz(section("ordering", 4, points=2), forms=1))
    placed = made.forms[0].items[0]
    form, key, feedback = (
        visible(pages[f"{name}.html"]).replace("\u00a0", " ") for name in ("form-a", "key", "feedback-a")
    )
    assert re.findall(r"flood \d", form) == [str(event.text) for event in placed.options]
    assert "[8]" in form
    assert "The Survey of 2020" in form
    numbers = " ".join(map(str, placed.ranks))
    assert f'<td class="ans">{numbers}</td>' in pages["key.html"]
    assert "1 flood 0 (1900) The Survey of 2020 (1, page 7) 2 flood 1 (1910) The Atlas of March 1996 (2, page 7)" in key
    assert "Points for each event that has its right number." in key
    assert [f"Flood {at} came" in feedback for at in range(4)] == [True] * 4
    assert feedback.index("Flood 0") < feedback.index("Flood 3")
    assert f"Answer: {numbers}" in feedback


@pytest.mark.parametrize(
    ("points", "notes"),
    [
        (2, ["[1] springs (also: brooks)", "[1] snow (also: brooks) Says whom the source cites: millers Tells"]),
        (4, ["[1] Says whom the source cites: millers [1]", "[1] Tells what stands against it: The sea feeds it. A"]),
        (7, ["[1] Tells what stands against it: The sea feeds it.", "[3] For the rest, by your own judgment"]),
    ],
)
def test_the_notes_on_an_essay(points: int, notes: list[str]) -> None:
    """A point a line, as far as the points go; what is left over is the marker's own."""
    other = fact("b", claim="The sea feeds it.")
    one = fact("a", answer=["springs", "snow"], accept=["brooks"], voice="millers", contrast=["b"])
    _, pages = pages_of([one, other], quiz(section("essay", 1, points=points, lines=12), forms=2))
    key = pages["key"].replace(" B 1 ·", " A")
    assert all(note in key for note in notes), key
    assert "see 1" in key


def test_an_essay_has_its_lines() -> None:
    """As many as the section says, or two a point."""
    one = fact("a", answer=["springs", "snow"])
    for lines, count in ((12, 12), (None, 6)):
        _, pages = render([one], quiz(section("essay", 1, points=3, lines=lines), forms=1))
        assert pages["form-a.html"].count("<div></div>") == count


def test_a_derived_false_statement_is_set_right_on_the_key() -> None:
    """Nobody wrote a reason, so the key says what the source says."""
    facts = [
        fact(f"a{at}", claim=f"River {at} is 640 km long.", answer="640 km", answer_type="number") for at in range(12)
    ]
    made, pages = pages_of(facts, quiz(section("true_false", 12), forms=1))
    false = [placed.item for placed in made.forms[0].items if placed.item.is_derived]
    assert 2 < len(false) < 10
    for item in false:
        assert f"{item.stem} False The source says: {item.fact.claim}" in pages["key"]


def test_a_section_has_its_own_title_and_directions() -> None:
    """On the form; the title on key and feedback too; and the quiz its own line of instructions."""
    own = section("short_answer", 1, title="What is so?", instructions="Say *briefly* what is so.")
    _, pages = pages_of([fact("a", answer="x")], quiz(own, forms=1, instructions="Use a *pen*."))
    assert re.search(r"Part 1\. What is so\? ?\[1\] ?Say briefly what is so\.", pages["form-a"])
    assert "Use a pen." in pages["form-a"]
    assert "Part 1. What is so?" in pages["key"]
    assert "Part 1. What is so?" in pages["feedback-a"]
