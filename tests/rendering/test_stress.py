"""A word that turns a question round stands out, and nothing else changes."""

from __future__ import annotations

import pytest

from quizgen.rendering.markup import markup_html
from quizgen.rendering.stress import stressed_html


@pytest.mark.parametrize(
    ("text", "lang", "html"),
    [
        ("Which river is NOT navigable?", "en", "Which river is <b>NOT</b> navigable?"),
        ("It isn't & never was.", "en-GB", "It <b>isn&#39;t</b> &amp; <b>never</b> was."),
        ("He was allegedly beaten.", "en", "He was <b>allegedly</b> beaten."),
        ("All *except one*, `not x`, <b>not</b>", "en", None),
        ("Какая река не впадает в море?", "ru", "Какая река <b>не</b> впадает в море?"),
        ("Қай өзен кемелі емес?", "kk-Cyrl", "Қай өзен кемелі <b>емес</b>?"),
    ],
)
def test_negatives_are_bold(text: str, lang: str, html: str | None) -> None:
    """Of each language its own, whatever their case; code stays as it is."""
    expected = html or "All <em><b>except</b> one</em>, <code>not x</code>, &lt;b&gt;<b>not</b>&lt;/b&gt;"
    assert str(stressed_html(text, lang)) == expected


@pytest.mark.parametrize(("text", "lang"), [("The knot, nothing, a note", "en"), ("Welcher ist not?", "de")])
def test_other_words_are_left_alone(text: str, lang: str) -> None:
    """A word that only holds such letters, and a language that is not known."""
    assert stressed_html(text, lang) == markup_html(text)
