"""The HTML of cards becomes plain text with our marks, and what is lost is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.diagnostics.problem import Place
from quizgen.model.bringing import Picture
from quizgen.reading.foreign.gathering import Gathering
from quizgen.reading.foreign.html import plain_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("How <b>long</b>&nbsp;is the <i>river</i>?", "How *long* is the *river*?"),
        ("<div>one</div><div>two</div>", "one / two"),
        ("one<br>two<br/>three.<BR>four", "one / two / three. four"),
        ("<ul><li>one</li>\n<li>two</li></ul>", "one / two"),
        ("H<sub>2</sub>O, 10<sup>6</sup> and <code>a*b</code>", "H~2~O, 10^6^ and `a*b`"),
        ("5*3*2 and ~ alone", r"5\*3\*2 and ~ alone"),
        ("&lt;b&gt; &amp;amp; &#233;&eacute;", "<b> &amp; éé"),
        ("a < b and b > c, a <3", "a < b and b > c, a <3"),
        ("<script>alert(1)</script>x<style>p{}</style><!-- no -->", "x"),
        ("x <!-- never closed", "x"),
        ("<b>It is {{c1::<i>here</i>::hint}}</b>.", "*It is {{c1::here::hint}}*."),
        ("<a href='javascript:alert(1)'>Click</a>", "Click"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b / c"),
        ("unclosed <b>bold and <i>more", "unclosed *bold and more*"),
        ("</b>stray</i> ends</div>", "stray ends"),
        ('<span title="a > b">kept</span>', "kept"),
        ("one</br>two <img alt='no name'>three", "onetwo three"),
        ("{{Front}} {% x %} [latex]x[/latex]", "{{Front}} {% x %} [latex]x[/latex]"),
    ],
)
def test_what_is_seen_is_kept(html: str, text: str) -> None:
    """A reader of the fact sees the words that a reader of the card saw."""
    assert plain_html(html, gathering()).text == text


def test_pictures_are_named_with_their_alternative() -> None:
    """A picture goes along by its name, and a text that stands for it is not lost."""
    plain = plain_html('What is <img alt="a  map" src="river&amp;map.png"> this?<img src=b.jpg>', gathering())
    assert plain.text == "What is this?"
    assert plain.pictures == (Picture("river&map.png", "a map"), Picture("b.jpg"))


def test_what_is_lost_is_counted() -> None:
    """The summary can name sounds, links, tables, colours and formulas."""
    notes = gathering()
    plain_html(
        '[sound:a.mp3][sound:b.mp3] <a href="x">l</a> <table></table> <b style="color: red">c</b> \\(x\\)', notes
    )
    plain_html("[anki:tts lang=en_US]spoken[/anki:tts]", notes)
    assert {left.one: left.number for left in notes.left()} == {
        "sound": 2,
        "formula, which stands as it is typed": 1,
        "link": 1,
        "table's rows and columns": 1,
        "colour or font": 1,
        "mark for spoken text": 2,
    }


@given(st.text(st.sampled_from("<>/!-b\"'= &;#xdivrc{}[]:\n"), max_size=40))
def test_no_html_is_too_broken(html: str) -> None:
    """Whatever stands in a field is read, and comes out in one line."""
    assert "\n" not in plain_html(html, gathering()).text


def gathering() -> Gathering:
    """Begin to gather."""
    return Gathering(Place("cards.apkg"))
