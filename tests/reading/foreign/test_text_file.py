"""Text files of spreadsheets, Quizlet and Anki are read as their writers meant them."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.diagnostics.problem import Place
from quizgen.model.bringing import Record
from quizgen.reading.foreign.gathering import MOST_CHARACTERS, Gathering
from quizgen.reading.foreign.text_file import read_text_file

QUIZLET = """\
mitochondria\tthe powerhouse of the cell
"Hello", he said\ta greeting
"quoted"\ta term in quotes
photosynthesis\thow plants
make food, and more
"open\ta quotation mark that is never closed
to be\tsein
"""

SHEET = """\
Question;Answer;Wrong 1;Wrong 2;Tags;Source;Page;Remarks;\r
"What is ""X""?";2,5 km;"3 km";4 km;geo, big rivers;https://rivers.example/a;3;mine;\r
"Two\r
lines";"a;b";;;;;pp. 4-5;;\r
;;;;;;;;\r
Why?;;no;;;A Survey;;;\r
=cmd|calc;+1;-2;@x;;;;;\r
"""

NOTES = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
x1\tBasic\tGeo::Rivers\tHow <b>long</b> is it?\t100&nbsp;km\tleech length
x2\tBasic\tGeo::Rivers\t"What is <img src=""map.png""> this?"\tthe river\t
x3\tCloze\tGeo\tIt is {{c1::long::how?}} and {{c2::<i>wide</i>}}.\tMore on <b>it</b>.\ta::b
"x#4"\tBasic\tDefault\t"two
lines"\t"a ""b""\tc"\t
"""


def test_quizlets_export() -> None:
    """Terms and definitions; quotation marks are text, and a definition may go over several lines."""
    records, notes = read(QUIZLET)
    assert [(one["question"], one["answer"]) for one in records] == [
        ("mitochondria", "the powerhouse of the cell"),
        ('"Hello", he said', "a greeting"),
        ('"quoted"', "a term in quotes"),
        ("photosynthesis", "how plants / make food, and more"),
        ('"open', "a quotation mark that is never closed"),
        ("to be", "sein"),
    ]
    assert [(problem.code, problem.place.line) for problem in notes.problems] == [("QZ551", 5)]


def test_a_spreadsheet_with_a_header() -> None:
    """Columns by their names, quotes and line breaks within cells, blank rows left out, unknown columns counted."""
    records, notes = read(SHEET)
    assert records == [
        {
            "line": 2,
            "question": 'What is "X"?',
            "answer": "2,5 km",
            "distractors": ("3 km", "4 km"),
            "tags": ("geo", "big rivers"),
            "source": "https://rivers.example/a",
            "locator": "page 3",
        },
        {"line": 3, "question": "Two / lines", "answer": "a;b", "locator": "pp. 4-5"},
        {"line": 6, "question": "Why?", "distractors": ("no",), "source": "A Survey"},
        {"line": 7, "question": "=cmd|calc", "answer": "+1", "distractors": ("-2", "@x")},
    ]
    assert [(left.number, left.one) for left in notes.left()] == [(1, "text in `Remarks`")]


def test_ankis_export() -> None:
    """Decks and tags by the columns that the file names, HTML made plain, cloze notes as cloze."""
    records, notes = read(NOTES)
    assert records == [
        {
            "line": 7,
            "question": "How *long* is it?",
            "answer": "100 km",
            "home": "Geo::Rivers",
            "tags": ("leech", "length"),
        },
        {"line": 8, "question": "What is this?", "answer": "the river", "home": "Geo::Rivers"},
        {
            "line": 9,
            "cloze": "It is {{c1::long::how?}} and {{c2::*wide*}}.",
            "explanation": "More on *it*.",
            "home": "Geo",
            "tags": ("a::b",),
        },
        {"line": 10, "question": "two lines", "answer": 'a "b" c', "home": "Default"},
    ]
    assert [left.many for left in notes.left()] == ["pictures that are not in a text file"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("sep=;\nWhat, then?;yes\n", ("What, then?", "yes")),
        ('question,answer\n"a, b",c\n', ("a, b", "c")),
        ("front|back\na|b\n", ("a", "b")),
        ("a - b\nc - d\n", ("a", "b")),
        ("a::b\nc::d\n", ("a", "b")),
        ("a,b;c,d;e,f", ("a", "b")),
        ('"a"\t"b"\n"c"\t"d"\n', ("a", "b")),
        ("вопрос;ответ\nГде?;Там\n", ("Где?", "Там")),
        ("Question:,Answer:\na,b\n", ("a", "b")),
        ('#separator:Comma\na,"b""c"\n', ("a", 'b"c')),
        ("#deck:Geo\n#tags:x y\n# a remark\na\tb\n", ("a", "b")),
        ("#columns:Answer\tQuestion\n#separator:tab\nb\ta\n", ("a", "b")),
        ("a\tb\r\rc\td\r", ("a", "b")),
    ],
)
def test_separators_and_headers_are_found_out(text: str, pair: tuple[str, str]) -> None:
    """Tabs, semicolons, bars, commas and dashes; headers in other languages; what the file says of itself."""
    first = read(text)[0][0]
    assert (first["question"], first["answer"]) == pair


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2,Answer 3,Correct answer(s)",
            'Which?,A1,B1,C1,"1,3"',
            {"answer": "A1", "accept": ("C1",), "distractors": ("B1",)},
        ),
        ("question,option a,option b,correct", "Which?,yes,no,B", {"answer": "no", "distractors": ("yes",)}),
        ("question,option a,option b,answer", "Which?,yes,no,yes", {"answer": "yes", "distractors": ("no",)}),
        ("question,answer,wrong answers", "Which?,a,b; c | d", {"answer": "a", "distractors": ("b", "c", "d")}),
        ("question,answer,wrong 1,wrong 2", "Which?,a,b; c,d", {"answer": "a", "distractors": ("b; c", "d")}),
        (
            "question,answer,accept,extra",
            "Which?,a,A; aa,because",
            {"answer": "a", "accept": ("A", "aa"), "explanation": "because"},
        ),
        ("cloze,extra", "It is {{c1::a}}.,because", {"cloze": "It is {{c1::a}}.", "explanation": "because"}),
    ],
)
def test_columns_are_known_by_their_names(header: str, row: str, expected: dict[str, object]) -> None:
    """Distractors, options with a key, other spellings and explanations find their fields."""
    (record,), notes = read(f"{header}\n{row}\n")
    assert {name: record[name] for name in record if name not in {"line", "question"}} == expected
    assert notes.problems == []


def test_cells_that_hold_html_are_read_as_such_and_it_is_said() -> None:
    """An old export of Anki says nothing of itself, but its cells do."""
    records, notes = read("How<br>long?\t<b>100</b>&nbsp;km\nWide?\t<div>10 m</div>\n")
    assert [(one["question"], one["answer"]) for one in records] == [("How / long?", "*100* km"), ("Wide?", "10 m")]
    assert [problem.code for problem in notes.problems] == ["QZ550"]


def test_a_fact_about_html_stays_as_it_is() -> None:
    """Angle brackets alone make no HTML."""
    (record,), notes = read("question,answer\nWhich tag makes text bold?,<b>\n")
    assert (record["answer"], notes.problems) == ("<b>", [])


def test_a_text_that_is_too_long_is_left_out_with_its_row() -> None:
    """A quotation mark that is missing must not make one fact of a whole file."""
    records, notes = read(f"question,answer\n{'x' * (MOST_CHARACTERS + 1)},a\nShort?,b\n")
    assert [one["question"] for one in records] == ["Short?"]
    assert [(problem.code, problem.place.line) for problem in notes.problems] == [("QZ548", 2)]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "one\ntwo\nthree\n", "question,answer\n", "#separator:tab\n", ";;;\n;;;\n"]
)
def test_a_file_without_questions_has_none(text: str) -> None:
    """Words in one column, headers and blank rows alone are no questions."""
    assert read(text)[0] == []


def read(text: str) -> tuple[list[dict[str, Any]], Gathering]:
    """Read a text; of each record return what it says, with its line."""
    notes = Gathering(Place("cards.txt"))
    return [said(record) for record in read_text_file(text, notes)], notes


def said(record: Record) -> dict[str, Any]:
    """Return the fields of a record that are not empty."""
    fields = {name: getattr(record, name) for name in Record.__slots__ if name != "place" and getattr(record, name)}
    return {"line": record.place.line, **fields}
