"""Texts are taken apart into the same words, however quickly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.checking.folding import line_of, outline_of, words_of, words_of_all

SIGNS = st.text("aBs125.,'’ ^~-_é\u0301\x1f\n", max_size=12)
"""What words and numbers are made of, and what parts them."""


@given(st.lists(SIGNS, max_size=5))
def test_texts_together_have_the_words_of_each(texts: list[str]) -> None:
    """Else a rule would see other words in a fact that has an apostrophe than in one that has none."""
    assert words_of_all(texts) == [words_of(text) for text in texts]


@given(SIGNS, SIGNS)
def test_texts_of_the_same_words_have_one_outline(one: str, other: str) -> None:
    """Else two facts that ask the same would not be seen side by side."""
    assert line_of(one) != line_of(other) or outline_of(one) == outline_of(other)


def test_words_are_folded_and_numbers_keep_their_signs() -> None:
    """Small letters, no markup, no `'s`; a comma or point is part of a number alone."""
    assert words_of("The ^Danube^'s 2,850.5 km, H~2~O.") == ("the", "danube", "2,850.5", "km", "h2o")
    assert words_of("In 1.,5 of a.5, x5,1 and 7.") == ("in", "1", "5", "of", "a", "5", "x5", "1", "and", "7")
    assert words_of_all(["In 1869.", "5", "By 3.5, it was so"]) == [
        ("in", "1869"),
        ("5",),
        ("by", "3.5", "it", "was", "so"),
    ]
