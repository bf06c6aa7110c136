"""The fixed words on paper, by language: they follow the language of the quiz."""

from __future__ import annotations

from quizgen.rendering.quiz_words.english import ENGLISH
from quizgen.rendering.quiz_words.kazakh import KAZAKH
from quizgen.rendering.quiz_words.russian import RUSSIAN
from quizgen.rendering.quiz_words.wording import QuizWords

_WORDS = {words.lang: words for words in (ENGLISH, RUSSIAN, KAZAKH)}


def quiz_words_of(lang: str) -> QuizWords:
    """Return the words of a BCP 47 language tag: ``kk-Cyrl`` gives Kazakh, what is unknown English."""
    return _WORDS.get(lang.partition("-")[0].lower(), ENGLISH)
