"""Large print, two columns, paper sizes, pictures, and the file with everything: sheets beyond the usual ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from quizgen.model.fact import Fact, Image
from quizgen.model.media import MediaFile
from quizgen.model.project import Paper, QuizSpec
from quizgen.model.quiz import Quiz
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_quiz
from tests.support.facts import PROJECT
from tests.support.quiz_facts import bank_of, fact, full_fact, quiz, section
from tests.support.sheets import FACTS, SPEC, visible, without_style

PICTURE = MediaFile(name="quizgen-x.png", mime_type="image/png", content=b"\x89PNG\r\n\x1a\n...")
SHOWN = Image(file=Text("river.png"), alt=Text('The "river"'), credit=Text("A. Brook <2020>"))


def render(
    spec: QuizSpec = SPEC, facts: tuple[Fact, ...] = FACTS, images: Mapping[str, MediaFile] | None = None
) -> tuple[Quiz, dict[str, str]]:
    """Plan and render a quiz; the HTML comes by the names of its files."""
    bank = bank_of(facts)
    made, problems = plan_quiz(spec, bank.facts, bank, "en")
    assert made is not None, problems
    sheets, problems = render_quiz(made, PROJECT, bank, make_environment(None), images or {})
    assert not problems
    return made, {sheet.path.rpartition("/")[2]: sheet.html for sheet in sheets}


def test_large_print_is_the_same_form() -> None:
    """The same words in the same order, with the same code; what differs is the style."""
    _, pages = render()
    for letter in "ab":
        small, large = pages[f"form-{letter}.html"], pages[f"form-{letter}-large.html"]
        assert visible(large.partition("<tbody>")[2]) == visible(small.partition("<tbody>")[2])
        assert re.findall('class="code">.*?<', large) == re.findall('class="code">.*?<', small)
        assert "font-size: 18pt" in large
        assert "font-size: 18pt" not in small


def test_large_print_has_nothing_below_18_points() -> None:
    """Every size that its style sheet sets at last is 18 points or more."""
    html = render()[1]["form-a-large.html"]
    style = html.partition("<style>")[2].partition("</style>")[0]
    sizes = re.findall(r"--small: (\d+)pt", style)
    assert sizes[-1] == "18"
    large = style.partition("/* Large print")[2]
    assert all(int(size) >= 18 for size in re.findall(r"font-size: (\d+)pt", large))


def test_a_quiz_may_go_without_large_print() -> None:
    """`large_print: false`."""
    assert not [name for name in render(replace(SPEC, large_print=False))[1] if "large" in name]


@pytest.mark.parametrize(
    ("paper", "small", "large"), [(Paper.A4, "A4", "A4"), (Paper.LETTER, "Letter", "Letter"), (Paper.A5, "A5", "A4")]
)
def test_large_print_needs_a_large_paper(paper: Paper, small: str, large: str) -> None:
    """On A5 there is no room for it."""
    pages = render(replace(SPEC, paper=paper))[1]
    assert f"@page {{ size: {small}; }}" in pages["form-a.html"]
    assert f"@page {{ size: {large}; }}" in pages["form-a-large.html"]


def test_two_columns_pair_short_items() -> None:
    """Items stand side by side, each once and in order; what is written on lines keeps the whole width."""
    facts = tuple(full_fact(f"fact-{at}") for at in range(9))
    spec = quiz(section("multiple_choice", 5), section("short_answer", 3), forms=1)
    made, pages = render(replace(spec, columns=2), facts)
    form = without_style(pages["form-a.html"])
    assert form.count('<div class="half">') == 4  # the fifth one has the whole width
    assert visible(form) == visible(render(spec, facts)[1]["form-a.html"])
    assert '<div class="half">' not in pages["form-a-large.html"]
    assert [placed.number for placed in made.forms[0].items] == list(range(1, 9))


def test_long_items_keep_the_whole_width() -> None:
    """Beside a short one, a long one or a picture would leave half of the page empty; the order stays."""
    short = [fact(f"short-{at}", answer="x", distractors=["y", "z"]) for at in range(3)]
    asked = fact("asked", question=f"What is {'very ' * 40}long?", answer="x", distractors=["y", "z"])
    chosen = fact("chosen", answer=f"what is {'very ' * 12}long", distractors=["y", "z"])
    shown = fact("shown", answer="x", distractors=["y", "z"])._replace(image=SHOWN)
    facts = (*short, asked, chosen, shown)
    spec = replace(quiz(section("multiple_choice", 6, options=3), forms=3), columns=2)
    made, pages = render(spec, facts)
    for form in made.forms:
        html = without_style(pages[f"form-{form.letter.lower()}.html"])
        halves = re.findall(r'<div class="half">\n<div class="q"><span class="n">(\d+)<', html)
        names = [str(placed.item.fact.id) for placed in form.items]
        at = [at for at, name in enumerate(names) if name.startswith("short")]
        pairs = [(one, other) for one, other in pairwise(at) if other == one + 1]
        assert halves == [str(number + 1) for number in (pairs[0] if pairs else ())]
        assert re.findall(r'<span class="n">(\d+)<', html) == list("123456")


def test_a5_has_one_column() -> None:
    """Half of it is too narrow for an item; whoever asks for two is told."""
    facts = tuple(full_fact(f"fact-{at}") for at in range(4))
    spec = replace(quiz(section("multiple_choice", 4)), columns=2, paper=Paper.A5)
    made, _ = plan_quiz(spec, facts, bank_of(facts), "en")
    assert made is not None
    sheets, problems = render_quiz(made, PROJECT, bank_of(facts), make_environment(None))
    assert [problem.code for problem in problems] == ["QZ430"]
    assert '<div class="half">' not in sheets[0].html


def test_everything_stands_in_one_file() -> None:
    """All forms, all feedback, the key, in this order; large print is for single students."""
    _, pages = render()
    pieces = re.findall(r'<section class="piece piece-\d+">(.*?)</section>', pages["print-all.html"], re.DOTALL)
    names = ["form-a.html", "form-b.html", "feedback-a.html", "feedback-b.html", "key.html"]
    bodies = [re.findall(r"<main>(.*?)</main>", pages[name], re.DOTALL)[0] for name in names]
    assert [visible(piece).strip() for piece in pieces] == [visible(body).strip() for body in bodies]


def test_a_picture_is_printed_with_its_question() -> None:
    """Inside the page, with its text alternative and its credit, on the form and on the feedback, not on the key."""
    one = fact("one", answer="x")._replace(image=SHOWN)
    _, pages = render(quiz(section("short_answer", 1)), (one,), {"river.png": PICTURE})
    for name in ("form-a.html", "form-a-large.html", "feedback-a.html"):
        assert 'src="data:image/png;base64,iVBORw0KGgo' in pages[name]
        assert 'alt="The &#34;river&#34;"' in pages[name]
        assert "Image: A. Brook <2020>" in visible(pages[name])
    assert "<img" not in pages["key.html"]


def test_words_stand_in_for_a_picture_that_is_not_there() -> None:
    """As on the feedback of an archived form: nobody knows what the picture looked like then."""
    one = fact("one", answer="x")._replace(image=SHOWN)
    feedback = render(quiz(section("short_answer", 1)), (one,))[1]["feedback-a.html"]
    assert "<img" not in feedback
    assert 'Picture: The "river"' in visible(feedback)
