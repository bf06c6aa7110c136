"""Problems as people, editors, code hosts and programs see them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from quizgen.diagnostics.formats import Format, render_problems
from quizgen.diagnostics.problem import Label, Place, Problem

FACTS = "data/facts.yaml"
DECK = "decks/rivers.yaml"
TEXTS = {
    FACTS: "facts:\n  - id: river-length\n    topics: [river]\n    answer: 100 km\n    answer: 200 km\n",
    DECK: "title: Rivers\n" + "\n" * 9 + "facts: {topics: [rivre]}\n",
}
PROBLEMS = (
    Problem(
        code="QZ014",
        message="the field `answer` stands twice",
        place=Place(FACTS, 5, 5, 6),
        labels=(Label(Place(FACTS, 4, 5, 6), "first here"),),
        hint="delete one of the two",
    ),
    Problem(
        code="QZ200",
        message="there is no topic `rivre`",
        place=Place(DECK, 11, 18, 5),
        labels=(Label(Place(FACTS, 3, 14, 5), "a topic"), Label(Place("gone.yaml", 7), "a file that is not there")),
        note="a topic also takes what lies below it",
        hint="did you mean `river`?",
    ),
    Problem(code="QZ001", message="there is no `quizgen.yaml`", place=Place("quizgen.yaml")),
)


def full(problem: Problem, texts: dict[str, str]) -> str:
    """Render one problem in the full format."""
    return render_problems([problem], Format.FULL, texts)


def at(text: str, line: int, column: int, width: int = 1) -> str:
    """Render the excerpt of a place: the lines between the arrow and the hint."""
    lines = full(Problem(code="QZ010", message="m", place=Place("a", line, column, width)), {"a": text}).split("\n")
    return "\n".join(lines[2:-2])


@pytest.mark.parametrize("style", Format)
def test_every_format_as_a_whole(style: Format, golden: Callable[[str, str], None]) -> None:
    """Code, place, excerpt, labels in other documents, note and hint stand where they should in each format."""
    golden(f"problems/{style}.txt", render_problems(PROBLEMS, style, TEXTS))


def test_colours_only_where_asked(golden: Callable[[str, str], None]) -> None:
    """Colour is added to the same text, and to nothing that a curator wrote."""
    coloured = render_problems(PROBLEMS, Format.FULL, TEXTS, colour=True)
    golden("problems/full-colour.txt", coloured.replace("\x1b", "ESC"))
    plain = render_problems(PROBLEMS, Format.FULL, TEXTS)
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("style", Format)
def test_nothing_wrong_says_nothing(style: Format) -> None:
    """No problem is no text, or an empty list for programs."""
    assert render_problems([], style, {}) == ("[]\n" if style is Format.JSON else "")


def test_very_many_of_one_kind_are_counted() -> None:
    """Two hundred imported facts owe the same: twenty are shown, and how to see all; programs get each."""
    many = [Problem(code="QZ023", message="m", place=Place(FACTS, 1 + at)) for at in range(201)]
    others = [PROBLEMS[0], *many, PROBLEMS[2]]
    text = render_problems(others, Format.FULL, {})
    assert text.count("error[QZ023]") == 20
    assert text.endswith("\n\nand 181 more of QZ023: quizgen check --format concise\n\n")
    assert render_problems(others, Format.CONCISE, {}).count("\n") == len(
        json.loads(render_problems(others, Format.JSON, {}))
    )


def test_the_caret_under_wide_characters() -> None:
    """A Chinese character takes two columns of a terminal, and the caret stands under it."""
    assert at("题目: 河流\n", 1, 5, 2) == "  |\n1 | 题目: 河流\n  |       ^^^^"


def test_the_caret_under_combining_characters() -> None:
    """An accent that is a character of its own takes no column, and neither does a vowel of decomposed Korean."""
    assert at("cafe\u0301: x\n", 1, 8) == "  |\n1 | cafe\u0301: x\n  |       ^"
    assert at("\u1100\u1161: x\n", 1, 5) == "  |\n1 | \u1100\u1161: x\n  |     ^"


def test_the_caret_after_tabs() -> None:
    """A tab is shown as four spaces, so the caret does not depend on the terminal."""
    assert at("\ta:\tx\n", 1, 5) == "  |\n1 |     a:    x\n  |           ^"


def test_lines_that_end_as_on_windows() -> None:
    """The carriage return is no part of the line."""
    assert at("a: 1\r\nb: 2\r\nc: 3\r\n", 2, 4) == "  |\n2 | b: 2\n  |    ^"
    assert at("a: 1\rb: 2\r\n", 2, 4) == "  |\n2 | b: 2\n  |    ^"


def test_the_end_of_a_line_and_of_the_file() -> None:
    """A place after the last character still has its caret."""
    assert at("a: [\n", 1, 5) == "  |\n1 | a: [\n  |     ^"
    assert at("a: [\n", 2, 1) == "  |\n2 | \n  | ^"
    assert at("a: [", 1, 99) == "  |\n1 | a: [\n  |     ^"


def test_a_place_without_a_line_has_no_excerpt() -> None:
    """An empty or missing file, and a line that is not there, show the place alone."""
    assert at("", 1, 1) == ""
    assert at("a: 1\n", 7, 1) == ""


def test_a_width_that_goes_beyond_the_line_is_cut() -> None:
    """What spans lines is underlined to the end of its first one."""
    assert at("a: >-\n  b\n", 1, 4, 50) == "  |\n1 | a: >-\n  |    ^^"


@pytest.mark.parametrize("column", [1, 60, 5000, 9990, 10_001])
@pytest.mark.parametrize("filling", ["x", "河"])
def test_a_very_long_line_is_cut_around_the_place(column: int, filling: str) -> None:
    """The line fits a terminal, shows that it is cut, and the caret stands under the right character."""
    line = filling * (column - 1) + "@" + filling * (10_000 - column)
    _, shown, marks = at(line, 1, column).split("\n")
    assert len(shown) <= 120
    assert "…" in shown
    before = shown[: shown.index("@")]
    assert marks.count("^") == 1
    assert marks.index("^") == len(before) + sum(character == "河" for character in before)


def test_a_very_long_place_is_cut() -> None:
    """What is underlined is cut with its line."""
    _, shown, marks = at("a: " + "x" * 10_000, 1, 4, 10_000).split("\n")
    assert shown == "1 | a: " + "x" * 106 + "…"
    assert marks == "  |    " + "^" * 107


HOSTILE = "\x1b[31m\x00\x07\x08\x7f\x85\x9b2J\u202e\u2028\u2066\ufeff\r\n\t\ud800é河"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@pytest.mark.parametrize("style", Format)
def test_no_control_character_reaches_a_terminal(style: Format) -> None:
    """Nothing in a file or its name can paint, move or turn round what a terminal shows, nor break a line."""
    place = Place(f"data/{HOSTILE}.yaml", 1, 1, 40)
    problem = Problem(
        code="QZ020", message=HOSTILE, place=place, labels=(Label(place, HOSTILE),), note=HOSTILE, hint=HOSTILE
    )
    text = render_problems([problem], style, {place.document: HOSTILE})
    assert CONTROLS.search(text.replace("\ufeff", "") if style is Format.JSON else text) is None
    assert "é河" in text
    text.encode()
    if style in {Format.CONCISE, Format.GITHUB}:
        assert text.count("\n") == 1


def test_a_curators_words_may_be_as_long_as_a_file() -> None:
    """A message that quotes a very long text is cut in its middle."""
    problem = Problem(code="QZ028", message=f"`{'x' * 100_000}` cannot be used as `id`", place=Place("a"))
    text = render_problems([problem], Format.CONCISE, {})
    assert len(text) < 600
    assert text.endswith("xxx` cannot be used as `id`\n")


def test_github_escapes() -> None:
    """What ends a property or a command is escaped, as the workflow commands want it."""
    problem = Problem(code="QZ020", message="100% of: a, b", place=Place("data/a:b,c%d.yaml", 2, 3, 4), hint="50%")
    assert render_problems([problem], Format.GITHUB, {}) == (
        "::error file=data/a%3Ab%2Cc%25d.yaml,line=2,col=3,endColumn=7,title=QZ020::100%25 of: a, b (50%25)\n"
    )


def test_json_parses_back() -> None:
    """A program gets every part of a problem, whatever characters it holds."""
    place = Place("data/a.yaml", 1, 2, 3)
    problem = Problem(
        code="QZ020", message=HOSTILE, place=place, labels=(Label(place, HOSTILE),), note=HOSTILE, hint=HOSTILE
    )
    where = {"file": "data/a.yaml", "line": 1, "column": 2, "width": 3}
    assert json.loads(render_problems([problem], Format.JSON, {})) == [
        {
            "code": "QZ020",
            "level": "error",
            "message": HOSTILE,
            **where,
            "labels": [{**where, "text": HOSTILE}],
            "note": HOSTILE,
            "hint": HOSTILE,
        }
    ]
