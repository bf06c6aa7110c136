"""Texts as words."""

from __future__ import annotations

import pytest

from quizgen.planning.folding import core_of, is_same, line_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The *Long* River’s mouth", " the long river mouth "),
        ("H~2~O, 20,000 km", " h2o 20,000 km "),
        ("20 000 км; 16%", " 20,000 км 16 % "),
        ("Café Ó'Neill", " cafe o'neill "),
        ("Ұлт, Й", " ұлт й "),
        ("№ 5; 20\u00a0000", " no 5 20,000 "),
    ],
)
def test_a_text_is_folded_to_its_words(text: str, line: str) -> None:
    """Marks, case, accents of Latin letters and punctuation go; letters of other alphabets stay."""
    assert line_of(text) == line


def test_an_article_at_the_beginning_does_not_count() -> None:
    """“the Survey” is “Survey”; “a” alone is nothing."""
    assert core_of("The Survey") == core_of("survey") == " survey "
    assert core_of("a") == core_of("") == ""
    assert is_same("An *oak*", "oak")
