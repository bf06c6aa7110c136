"""The fixed words on sheets and on the index page in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from quizgen.model.project import ItemType
from quizgen.rendering.index_words import IndexWords, index_words_of
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.quiz_words.wording import QuizWords
from tests.support.project import REPOSITORY

LANGUAGES = ["en", "ru", "kk"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_everything(lang: str) -> None:
    """No word is empty, every item type has its own, and no English one is left in another language."""
    words, english = (both(quiz_words_of(one), index_words_of(one)) for one in (lang, "en"))
    assert quiz_words_of(lang).lang == index_words_of(lang).lang == lang
    assert set(quiz_words_of(lang).types) == set(ItemType)
    assert all(words.values())
    assert lang == "en" or {name for name in words if words[name] == english[name]} == {"anki"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_room_for_the_same_things(lang: str) -> None:
    """A number that one language prints, all print, save where its singular needs none."""
    words, english = (both(quiz_words_of(one), index_words_of(one)) for one in (lang, "en"))
    assert words.keys() == english.keys()
    for name, text in words.items():
        assert name.endswith(" 0") or text.count("{}") == english[name].count("{}"), name


def test_words_stand_in_the_table_of_their_page() -> None:
    """The index page alone has words in a table of its own, and no sheet needs them; all others are on some sheet."""
    sheets = [*(REPOSITORY / "templates" / "quiz").rglob("*.html"), *(REPOSITORY / "quizgen/rendering").glob("*.py")]
    index = {"index.html", "index_page.py"}
    used = " ".join(path.read_text(encoding="utf-8") for path in sheets if path.name not in index)
    for table, is_on_sheets in ((QuizWords, True), (IndexWords, False)):
        for name in {field.name for field in fields(table)} - {"lang"}:
            assert (re.search(rf"words\.{name}\b", used) is not None) is is_on_sheets, name


@pytest.mark.parametrize(
    ("lang", "count", "text"),
    [
        ("en", 1, "Answer the question."),
        ("en", 2, "Answer all 2 questions."),
        ("ru", 5, "Ответьте на все вопросы (5)."),
        ("kk-KZ", 5, "Барлық 5 сұраққа жауап беріңіз."),
        ("fr", 3, "Answer all 3 questions."),
    ],
)
def test_numbers_are_put_in(lang: str, count: int, text: str) -> None:
    """One or more, and English for a language that is not known."""
    words = quiz_words_of(lang)
    assert words.counted(words.answer_all, count) == text


def both(sheets: QuizWords, index: IndexWords) -> dict[str, str]:
    """Return every text of a language by its name."""
    return dict([*texts(sheets), *texts(index)])


def texts(words: QuizWords | IndexWords) -> Iterator[tuple[str, str]]:
    """Return every text with the name of its field; the members of a pair are numbered."""
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, str):
            yield from [(field.name, value)] * (field.name != "lang")
        elif isinstance(value, tuple):
            yield from ((f"{field.name} {at}", text) for at, text in enumerate(value))
        else:
            for type_, told in value.items():
                assert is_dataclass(told)
                yield from ((f"{type_} {one.name}", getattr(told, one.name)) for one in fields(told))
