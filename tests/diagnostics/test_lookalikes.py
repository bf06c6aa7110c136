"""Characters that look like others are told apart."""

from __future__ import annotations

import pytest

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.lookalikes import difference, lookalike_in, looks_like, plain


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("kаzаkh-ѕtаn", "kazakh-stan"),
        ("СССР", "CCCP"),
        ("Αθήνα", "Aθήva"),
        ("river–length", "river-length"),
        ("ｒｉｖｅｒ", "river"),
        ("𝐫𝐢𝐯𝐞𝐫", "river"),
        ("жизнь", "жизнь"),
        ("river", "river"),
    ],
)
def test_what_a_text_looks_like(text: str, alike: str) -> None:
    """Letters that nobody tells apart become one; all others stay, each in its place."""
    assert plain(text) == alike
    assert len(plain(text)) == len(text)


def test_ascii_looks_like_itself_alone() -> None:
    """What is right already is never called a lookalike."""
    assert not any(looks_like(chr(code)) for code in range(128))


def test_the_character_is_named() -> None:
    """Who cannot see a difference is told where it is, and what it is."""
    assert lookalike_in("kаzakh") == "the `а` in `kаzakh` looks like `a`, but is U+0430, cyrillic small letter a"
    assert lookalike_in("kazakh") == ""
    assert difference("survеy", "survey") == (
        "the `е` in what you wrote is U+0435, cyrillic small letter ie; the `e` there is U+0065, latin small letter e"
    )
    assert difference("survay", "survey") == ""


def test_a_hint_for_a_word_of_lookalikes() -> None:
    """A word of which every letter is another one is still the word that was meant."""
    assert did_you_mean("сор", ["cop", "river"]) == (
        "did you mean `cop`? The `с` in what you wrote is U+0441, cyrillic small letter es; "
        "the `c` there is U+0063, latin small letter c"
    )
