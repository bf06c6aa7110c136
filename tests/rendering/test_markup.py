"""Inline markup becomes HTML; nothing else in a fact does."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.rendering.markup import anki_cloze_html, anki_html, anki_text, markup_html, plain_text

MARKUP = [
    ("*em*", "<em>em</em>"),
    ("a *b c* d", "a <em>b c</em> d"),
    ("(*a*), “*b*”", "(<em>a</em>), “<em>b</em>”"),
    ("`x*y*z`", "<code>x*y*z</code>"),
    ("m^2^", "m<sup>2</sup>"),
    ("H~2~O", "H<sub>2</sub>O"),
    ("*10^6^ km*", "<em>10<sup>6</sup> km</em>"),
    (r"\*a\* \^ \~ \` \\", "*a* ^ ~ ` \\"),
    (r"C:\new \(x\)", r"C:\new \(x\)"),
    ("Құқық *туралы*", "Құқық <em>туралы</em>"),
]
PLAIN = [
    "2*3*4",
    "a * b * c",
    "* a *",
    "*a",
    "**a**",
    "f***",
    "~5 and ~6",
    "~5–~6",
    "x^a b^",
    "H~2 ~O",
    "`a`b",
    "` a `",
    "``a``",
    "snake_case_name",
    "*",
    "",
]


@pytest.mark.parametrize(("text", "html"), MARKUP)
def test_a_tight_pair_is_markup(text: str, html: str) -> None:
    """Each mark with text against its inner sides becomes its tag; a backslash makes it a character."""
    assert markup_html(text) == html


@pytest.mark.parametrize("text", PLAIN)
def test_anything_else_is_plain_text(text: str) -> None:
    """A stray mark, or one amid figures, is what it looks like."""
    assert markup_html(text) == text
    assert plain_text(text) == text


def test_the_inner_pair_counts_where_one_mark_is_left_over() -> None:
    """The nearest opening mark belongs to a closing one."""
    assert markup_html("*a *b* c*") == "*a <em>b</em> c*"


def test_pairs_do_not_cross() -> None:
    """A pair that would close inside another one is no pair."""
    assert markup_html("^a(*b^ c*") == "<sup>a(*b</sup> c*"
    assert markup_html("*a^b* c^") == "<em>a^b</em> c^"


def test_html_is_text() -> None:
    """Tags, entities and quotation marks in a fact are shown as they were typed."""
    assert markup_html("<b>&amp; \"'") == "&lt;b&gt;&amp;amp; &#34;&#39;"


@pytest.mark.parametrize(
    "text",
    [
        "[latex]\\frac{1}{2}[/latex]",
        "[$]x[/$] [$$]x[/$$]",
        "[sound:x.mp3]",
        "[anki:tts lang=en_US]hello[/anki:tts]",
        "{{c1::x}} {{Front}} {{{x}}}",
        r"\(x\) \[y\]",
    ],
)
def test_commands_of_anki_are_defused(text: str) -> None:
    """No character that begins a command is left, and a reader sees the same."""
    html = anki_html(text)
    assert not re.search(r"[\[\]{}\\]", html)
    assert unescape(html) == text
    assert anki_text(text) == html


def test_plain_text_is_what_a_reader_sees() -> None:
    """Marks are gone, words stay."""
    assert plain_text(r"*a* `b` m^2^ H~2~O \*c\* <b>") == "a b m2 H2O *c* <b>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{{c1::a}} [b] {c}", "{{c1::a}} &#91;b&#93; &#123;c&#125;"),
        ("{{c1::*a*::*hint*}}", "{{c1::<em>a</em>::<em>hint</em>}}"),
        ("*the {{c1::a}} times*", "<em>the {{c1::a}} times</em>"),
        ("*a {{c1::b*}} c", "*a {{c1::b*}} c"),
        ("{{c1::*a::b*}}", "{{c1::*a::b*}}"),
        ("{{c1::{a} [sound:b]}} std::x", "{{c1::&#123;a&#125; &#91;sound:b&#93;}} std::x"),
        ("`{{c1::a}}`", "`{{c1::a}}`"),
        ("{{c1::`a`}}", "{{c1::<code>a</code>}}"),
    ],
)
def test_cloze_deletions_are_left_to_anki(text: str, html: str) -> None:
    """Their borders stay; marks pair on one side of a border only; braces inside are text."""
    assert anki_cloze_html(text) == html


@given(st.text(alphabet="ab *`^~\\{}[]<&:c1\n", max_size=40))
def test_no_text_escapes(text: str) -> None:
    """Whatever is typed, tags nest, no command is left, and both kinds of HTML show the same words."""
    for html in (markup_html(text), anki_html(text)):
        seen = _Seen(str(html))
        assert seen.opened == []
        assert seen.text == plain_text(text)
    assert not re.search(r"[\[\]{}\\]", anki_html(text))


class _Seen(HTMLParser):
    """The text of some HTML; refuses tags that are not ours or do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert (tag, attrs) in [(name, []) for name in ("em", "code", "sup", "sub")]
        self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
