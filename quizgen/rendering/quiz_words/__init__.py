"""The fixed words on sheets: they follow the language of the quiz.

Three tables have the words, by where these stand: what a form, a key or a feedback sheet says, in its title too, is
here; what only the index page says is in ``index_words``; what cards and citations say, wherever they stand, in
``words``.
"""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.words import language_of
from quizgen.rendering.own_words import Language, overlaid
from quizgen.rendering.quiz_words.english import ENGLISH
from quizgen.rendering.quiz_words.kazakh import KAZAKH
from quizgen.rendering.quiz_words.russian import RUSSIAN
from quizgen.rendering.quiz_words.wording import QuizWords

_WORDS = {words.lang: words for words in (ENGLISH, RUSSIAN, KAZAKH)}


def quiz_words_of(lang: str) -> QuizWords:
    """Return the words of a BCP 47 language tag: ``kk-Cyrl`` gives Kazakh, what is unknown English."""
    words = overlaid(_WORDS.get(language_of(lang), ENGLISH), lang)
    if not isinstance(lang, Language):
        return words
    return replace(words, types={type_: overlaid(each, lang, f"types.{type_}.") for type_, each in words.types.items()})
