"""Foreign texts become inline markup that our own renderer shows letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.diagnostics.problem import Place
from quizgen.reading.foreign.gathering import Gathering
from quizgen.reading.foreign.inline import Kind, Run, Style, inline_text, plain_inline_text
from quizgen.rendering.markup import pieces_of

STYLES = st.builds(Style, kind=st.sampled_from(Kind), emphasis=st.booleans())
TEXTS = st.text(st.sampled_from("aB1 *^~`\\{}:([,)\n"), max_size=6) | st.sampled_from(["{{c1::a", "::b}}", "}}"])
RUNS = st.lists(st.builds(Run, text=TEXTS, style=STYLES), max_size=8)
TAGS = {"<em>": "*", "<sup>": "^", "<sub>": "~", "<code>": "`"}


@given(runs=RUNS, with_cloze=st.booleans())
def test_the_renderer_shows_the_same_letters(runs: list[Run], *, with_cloze: bool) -> None:
    """Whatever marks a foreign text holds, no letter is lost or turned into a mark."""
    pieces = pieces_of(inline_text(runs, gathering()), with_cloze=with_cloze)
    shown = "".join(piece.text for piece in pieces if not piece.tag)
    letters = "".join(run.text for run in runs)
    assert "".join(shown.replace("/", "").split()) == "".join(letters.split())


@given(RUNS)
def test_no_letter_is_formatted_that_was_not(runs: list[Run]) -> None:
    """A mark of ours stands only where the foreign text had its formatting."""
    styles = [run.style for run in runs for letter in run.text if not letter.isspace()]
    shown = [pair for pair in shown_letters(inline_text(runs, gathering())) if not pair[0].isspace()]
    if len(shown) == len(styles):  # no line break was turned into a letter
        for (_, marks), style in zip(shown, styles, strict=True):
            assert marks <= {str(style.kind), "*" if style.emphasis else ""}


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        ([Run("How "), Run("long", Style(emphasis=True)), Run("?")], "How *long*?"),
        ([Run("H"), Run("2", Style(Kind.SUBSCRIPT)), Run("O")], "H~2~O"),
        ([Run("so "), Run("H", Style(emphasis=True)), Run("2", Style(Kind.SUBSCRIPT, emphasis=True))], "so *H~2~*"),
        ([Run("5*3*2")], r"5\*3\*2"),
        ([Run("5 * 3, ~4")], "5 * 3, ~4"),
        ([Run("*"), Run("a", Style(emphasis=True)), Run("b")], r"\*ab"),
        ([Run("1", Style(Kind.SUPERSCRIPT, emphasis=True)), Run("1", Style(Kind.SUPERSCRIPT))], "^1^1"),
        ([Run("all of it", Style(emphasis=True))], "all of it"),
        ([Run("The "), Run("{{c1::100 km}}", Style(emphasis=True)), Run(" long")], "The *{{c1::100 km}}* long"),
        ([Run("{{c1::a"), Run("b::c}}", Style(emphasis=True)), Run(".")], "{{c1::ab::c}}."),
        ([Run(r"C:\dir \* x")], r"C:\dir \\* x"),
        ([Run("call "), Run("f(x)", Style(Kind.CODE)), Run(" now")], "call `f(x)` now"),
    ],
)
def test_formatting_that_can_be_expressed_is_kept(runs: list[Run], written: str) -> None:
    """Emphasis, indices and code come through where our marks can pair, and are dropped where they cannot."""
    assert inline_text(runs, gathering()) == written


def test_formatting_that_is_dropped_is_counted() -> None:
    """The summary can say how much was lost."""
    notes = gathering()
    inline_text([Run("P", Style(emphasis=True)), Run("aris")], notes)
    assert [(left.number, left.many) for left in notes.left()] == [(1, "formatted pieces of text")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two \u00a0 blanks\t", "two blanks"),
        ("Paris\r\nFrance", "Paris / France"),
        ("Yes.\nIn 1996,\nit was", "Yes. In 1996, it was"),
        ("a\x0b\u2028b", "a / b"),
        ("\n\n", ""),
    ],
)
def test_a_text_becomes_one_line(text: str, line: str) -> None:
    """Line breaks stay visible where no punctuation stands, and blanks are single."""
    assert plain_inline_text(text, gathering()) == line


def test_control_characters_are_dropped_and_said() -> None:
    """What our reader refuses is left out, and named with the place of the first."""
    notes = gathering()
    assert plain_inline_text("a\x07b\ufeffc\x9b\ufeff", notes) == "abc"
    (problem,) = notes.all_problems()
    assert problem.message == "4 control characters were left out (U+0007, U+009B, U+FEFF)"
    assert problem.place == Place("x.csv", 3)


def gathering() -> Gathering:
    """Make a gathering at line 3 of a file."""
    return Gathering(Place("x.csv", 3))


def shown_letters(written: str) -> list[tuple[str, frozenset[str]]]:
    """Pair each letter that the renderer shows with the marks that it stands between."""
    marks: list[str] = []
    letters: list[tuple[str, frozenset[str]]] = []
    for piece in pieces_of(written):
        if piece.tag.startswith("</"):
            marks.remove(TAGS[piece.tag.replace("/", "")])
        elif piece.tag:
            marks.append(TAGS[piece.tag])
        else:
            letters += [(letter, frozenset(marks)) for letter in piece.text]
    return letters
