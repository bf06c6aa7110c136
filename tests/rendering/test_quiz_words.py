"""The fixed words on paper in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from quizgen.model.project import ItemType
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.quiz_words.wording import QuizWords

LANGUAGES = ["en", "ru", "kk"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_everything(lang: str) -> None:
    """No word is empty, every item type has its own, and no English one is left in another language."""
    words, english = quiz_words_of(lang), quiz_words_of("en")
    assert words.lang == lang
    assert set(words.types) == set(ItemType)
    assert all(text for _, text in texts(words))
    same = {name for (name, text), (_, other) in zip(texts(words), texts(english), strict=True) if text == other}
    assert lang == "en" or same == {"anki"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_room_for_the_same_things(lang: str) -> None:
    """A number that one language prints, all print, save where its singular needs none."""
    for (name, text), (_, english) in zip(texts(quiz_words_of(lang)), texts(quiz_words_of("en")), strict=True):
        assert name.endswith(" 0") or text.count("{}") == english.count("{}"), name


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


def texts(words: QuizWords) -> Iterator[tuple[str, str]]:
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
