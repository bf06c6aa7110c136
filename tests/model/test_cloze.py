"""Cloze texts: what is hidden, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.cloze import Cloze, Deletion, parse_cloze

WELL_FORMED = {
    "{{c1::all}}": (Deletion(1, "all", ""),),
    "It is {{c1::long}}.": ("It is ", Deletion(1, "long", ""), "."),
    "{{c1::1996::year}}": (Deletion(1, "1996", "year"),),
    "{{c1::a:: b }}": (Deletion(1, "a", "b"),),
    "{{c1::a::b::c}}": (Deletion(1, "a", "b::c"),),
    "{{c1::a::}}": (Deletion(1, "a", ""),),
    "{{c2::b}}{{c1::a}}": (Deletion(2, "b", ""), Deletion(1, "a", "")),
    "{{c1::a}} and {{c1::b}}": (Deletion(1, "a", ""), " and ", Deletion(1, "b", "")),
    "{{c499::last}}": (Deletion(499, "last", ""),),
    "{{c01::one}}": (Deletion(1, "one", ""),),
    "{{c1::a\nb}}": (Deletion(1, "a\nb", ""),),
    "{{c1::{a}}": (Deletion(1, "{a", ""),),
    "{{{c1::a}}}": ("{", Deletion(1, "a", ""), "}"),
    "{a} {{c1::b}} }": ("{a} ", Deletion(1, "b", ""), " }"),
    "{{c1::<b>река</b>}}": (Deletion(1, "<b>река</b>", ""),),
}

NOT_WELL_FORMED = (
    "", "plain", "{{}}", "{{c1::}}", "{{c1:: }}", "{{c1::::hint}}", "{{c0::a}}", "{{c500::a}}", "{{c1234567::a}}",
    "{{c::a}}", "{{c-1::a}}", "{{C1::a}}", "{{ c1::a}}", "{{c1 ::a}}", "{{c1:a}}", "{c1::a}", "{{c1::a}", "{{c1::a",
    "c1::a}}", "{{c1::a}} {{b}}", "{{c1::a}} {{", "}} {{c1::a}}", "{{c1::a {{c2::b}}}}", "{{c1::a}}}}",
    "{{c1::a}} {{c2::}}",
    "{{c１::a}}", "{{с1::a}}",
)  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), WELL_FORMED.items(), ids=WELL_FORMED)
def test_well_formed(text: str, parts: tuple[str | Deletion, ...]) -> None:
    """A text is taken apart into what is shown and what is hidden."""
    assert parse_cloze(text) == Cloze(parts)


@pytest.mark.parametrize("text", NOT_WELL_FORMED)
def test_not_well_formed(text: str) -> None:
    """What Anki would show as it stands, or nest, or hide nothing of, is refused."""
    assert parse_cloze(text) is None


def test_around_the_deletions_of_a_number() -> None:
    """What stands round the deletions of one number is a text each, and those of other numbers are shown in it."""
    cloze = parse_cloze("{{c2::It}} is {{c1::long::or short}}, {{c2::wide}} and {{c1::deep}}")
    assert cloze is not None
    assert cloze.around(1) == ("It is ", ", wide and ", "")
    assert cloze.around(2) == ("", " is long, ", " and deep")
    assert cloze.around(3) == ("It is long, wide and deep",)


def test_numbers_and_sentence() -> None:
    """Each number is a card, once; the sentence is whole, without hints."""
    cloze = parse_cloze("{{c3::A}} b {{c1::c::hint}}, {{c3::d}}.")
    assert cloze is not None
    assert cloze.numbers == (1, 3)
    assert [deletion.text for deletion in cloze.deletions] == ["A", "c", "d"]
    assert cloze.sentence == "A b c, d."


@given(st.text("{}c1:: ab\n", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    """Of a text that is taken apart, every brace and every letter is accounted for."""
    cloze = parse_cloze(text)
    if cloze is not None:
        assert cloze.deletions
        assert all("{{" not in part and "}}" not in part for part in cloze.parts if isinstance(part, str))
        assert all(deletion.text.strip() and deletion.text in text for deletion in cloze.deletions)
