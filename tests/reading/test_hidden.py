"""Characters that nobody can see are found where they hide something, and left alone where they have their use."""

from __future__ import annotations

import pytest

from quizgen.reading.documents import Document
from quizgen.reading.hidden import check_hidden
from tests.support.project import REPOSITORY

HONEST = {
    "Persian": "می‌خواهم کتاب‌ها را بخوانم، PDF‌ها هم هست، و ۲۰‌تایی",
    "Urdu": "یہ دریا سو کلو میٹر لمبا ہے۔",
    "Hindi": "क्‍ष और क्‌ष, राष्ट्रीय",
    "Malayalam and Sinhala": "ക്‌ഷ ത്‍ ශ්‍රී ලංකා",
    "Thai, Khmer and Burmese": "ภาษา\u200bไทย ភាសា\u200bខ្មែរ မြန်မာ\u200bစာ",
    "Hebrew": "אורך הנהר (100 km)\u200f הוא 12\u200e; שָׁ\u034fלוֹם",
    "Arabic": "النهر \u2068Elbe\u2069 طويل \u061c12-15 و\u202babc\u202c",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u180bᠤᠨ",
    "Korean": "강의 길이 \u1100\u1160",
    "ideographs with variants": "葛\U000e0100飾 芦\ufe00",
    "emoji": "👩‍🔬 👨‍👩‍👧‍👦 👩🏽‍⚕️ 🏳️‍🌈 ❤️‍🔥 1️⃣ ☎︎ ℹ️ 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "mathematics": "x ≨︀ y, 0︀, µm, Å, ΔG",
    "Russian and Kazakh": "Длина реки — 100 км, өзеннің ұзындығы — «100 км»",
    "braille": "⠃\u2800⠗",
}
HIDDEN = {
    "a space without width": "ri\u200bver",
    "a joiner between Latin letters": "ri\u200cver and ri\u200dver",
    "a soft hyphen": "kilo\u00admetres",
    "a word joiner": "100\u2060km",
    "an override": "a\u202eb\u202c",
    "an override in Hebrew": "שלום \u202eabc\u202c",
    "an isolate that is not closed": "שלום \u2066abc",
    "an embedding on a Latin line": "a \u202bb\u202c",
    "a mark of direction on a Latin line": "a\u200eb",
    "a text in tags": "a\U000e0068\U000e0069",
    "a flag that is none": "🏴\U000e0068\U000e0069",
    "a selector after a letter": "a\ufe0f",
    "bytes in selectors": "😀\ufe0f\ufe01\U000e0141",
    "a letter that is empty": "\u3164",
    "an invisible times": "2\u2062x",
}


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_what_a_script_needs_is_left_alone(text: str) -> None:
    """A curator who writes Persian, Hindi or emoji is not told to delete what makes them readable."""
    assert list(check_hidden(Document("a.yaml", f"claim: {text}\nnext: line"))) == []


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_what_hides_something_is_found(text: str) -> None:
    """A word that is split, or a text that is hidden, is seen by nobody but us."""
    assert list(check_hidden(Document("a.yaml", f"claim: {text}\nnext: line"))) != []


def test_text_in_tags_is_read_out() -> None:
    """Hidden words are shown to the curator."""
    (problem,) = check_hidden(Document("a.yaml", "a" + "".join(chr(0xE0000 + ord(letter)) for letter in "obey")))
    assert (problem.place, problem.note) == (("a.yaml", 1, 2, 4), "as text it says `obey`")


def test_there_are_none_in_this_repository() -> None:
    """Our own facts, decks and documents hold nothing that nobody sees."""
    files = [path for name in ("data", "decks", "starter", "docs") for path in (REPOSITORY / name).rglob("*.[my][da]*")]
    texts = [Document(path.name, path.read_text(encoding="utf-8")) for path in files]
    assert len(texts) > 5
    assert [problem for text in texts for problem in check_hidden(text)] == []
