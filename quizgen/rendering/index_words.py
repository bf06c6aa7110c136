"""The fixed words on the index page, and nowhere else: they follow the language of the project.

What a sheet says as well, such as the name of the key, is in ``quiz_words``.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.words import language_of
from quizgen.rendering.own_words import overlaid


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexWords:
    """The words of one language; ``{}`` is where a number comes in, and a pair is for one and for more than one."""

    lang: str
    """The language that they are in, not the one that was asked for."""
    questions: tuple[str, str]
    points_counted: tuple[str, str]
    print_forms: str
    """Before the links to forms."""
    print_large: str
    """Before the links to those in large print."""
    print_key: str
    print_feedback: str
    print_all_row: str
    """Before the link to the file with all sheets."""
    print_note: str
    anki: str
    """Before the link to a package."""
    anki_note: str


def index_words_of(lang: str) -> IndexWords:
    """Return the words of a BCP 47 language tag: ``kk-Cyrl`` gives Kazakh, what is unknown English."""
    return overlaid(_WORDS.get(language_of(lang), _ENGLISH), lang)


_ENGLISH = IndexWords(
    lang="en",
    questions=("{} question", "{} questions"),
    points_counted=("{} point", "{} points"),
    print_forms="Print for students",
    print_large="Large print",
    print_key="Print for the marker",
    print_feedback="Hand out afterwards",
    print_all_row="Print everything",
    print_note="Open a page and print it on the paper named, with the browser's headers and footers turned off."
    " For everything on both sides of the paper, use Chrome, Edge or the PDF: others begin no new leaf for each sheet.",
    anki="Anki",
    anki_note="Send the Anki file to students: Anki opens it. Importing a newer one keeps all their progress.",
)

_RUSSIAN = IndexWords(
    lang="ru",
    questions=("вопросов: {}", "вопросов: {}"),
    points_counted=("баллов: {}", "баллов: {}"),
    print_forms="Напечатать для учащихся",
    print_large="Крупным шрифтом",
    print_key="Напечатать для проверяющего",
    print_feedback="Раздать после работы",
    print_all_row="Напечатать всё",
    print_note="Откройте страницу и напечатайте её на указанной бумаге, отключив колонтитулы браузера."
    " Для двусторонней печати всего возьмите Chrome, Edge или PDF: другие не начинают каждый документ с нового листа.",
    anki="Anki",
    anki_note="Отправьте файл Anki учащимся: его открывает Anki. При импорте нового прогресс сохраняется.",
)

_KAZAKH = IndexWords(
    lang="kk",
    questions=("{} сұрақ", "{} сұрақ"),
    points_counted=("{} ұпай", "{} ұпай"),
    print_forms="Оқушыларға басып шығару",
    print_large="Ірі қаріппен",
    print_key="Тексерушіге басып шығару",
    print_feedback="Жұмыстан кейін тарату",
    print_all_row="Барлығын басып шығару",
    print_note="Бетті ашып, көрсетілген қағазға басып шығарыңыз; браузердің колонтитулдарын өшіріңіз."
    " Барлығын екі жақты басу үшін Chrome, Edge не PDF алыңыз: басқалары әр құжатты жаңа парақтан бастамайды.",
    anki="Anki",
    anki_note="Anki файлын оқушыларға жіберіңіз: оны Anki ашады. Жаңасын импорттағанда ілгерілеу сақталады.",
)

_WORDS = {words.lang: words for words in (_ENGLISH, _RUSSIAN, _KAZAKH)}
