"""The fixed words round the sheets: large print, what an old key says of later corrections, the index page."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.words import language_of
from quizgen.rendering.own_words import overlaid


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWords:
    """The words of one language; ``{}`` is where a number, a date or the quiz's own words come in."""

    lang: str
    """The language that they are in, not the one that was asked for."""
    large_print: str
    """In the title of a form."""
    print_large: str
    """Before the links to such forms."""
    print_all: str
    """What the file with all sheets is called."""
    print_all_row: str
    """Before the link to it."""
    all_count: str
    """In the matrix, in place of a key: everybody gets the points."""
    all_count_note: str
    """On the key: what the word in the matrix means."""
    everyone: str
    """On the feedback: what becomes of the points of a withdrawn question."""
    withdrawn: str
    """A question, and the date."""
    withdrawn_undated: str
    corrected_since: str
    """A question, and the date."""
    edited_since: str
    deleted_since: str
    answer_today: str
    as_printed: str
    picture: str
    """Before the words that stand in for a picture which is not there."""


def print_words_of(lang: str) -> PrintWords:
    """Return the words of a BCP 47 language tag: ``kk-Cyrl`` gives Kazakh, what is unknown English."""
    return overlaid(_WORDS.get(language_of(lang), _ENGLISH), lang)


_ENGLISH = PrintWords(
    lang="en",
    large_print="large print",
    print_large="Large print",
    print_all="All forms, feedback, key",
    print_all_row="Print everything",
    all_count="all",
    all_count_note="Where the key says “{}”, everyone gets the points.",
    everyone="Everyone gets the points.",
    withdrawn="Question {} was withdrawn: {}.",
    withdrawn_undated="Question {} was withdrawn.",
    corrected_since="Question {} was corrected: {}.",
    edited_since="Question {} has been edited since this paper was printed.",
    deleted_since="Question {}: its fact has been deleted since this paper was printed.",
    answer_today="Answer today: {}",
    as_printed="As printed: what has been corrected or withdrawn since is not marked here.",
    picture="Picture: {}",
)

_RUSSIAN = PrintWords(
    lang="ru",
    large_print="крупный шрифт",
    print_large="Крупным шрифтом",
    print_all="Все варианты, разбор, ключ",
    print_all_row="Напечатать всё",
    all_count="всем",
    all_count_note="Где в ключе стоит «{}», баллы получают все.",
    everyone="Баллы получают все.",
    withdrawn="Вопрос {} снят: {}.",
    withdrawn_undated="Вопрос {} снят.",
    corrected_since="Вопрос {} исправлен: {}.",
    edited_since="Вопрос {} изменён после печати этой работы.",
    deleted_since="Вопрос {}: его запись удалена после печати этой работы.",
    answer_today="Ответ сегодня: {}",
    as_printed="Как в напечатанной работе: более поздние исправления и снятые вопросы здесь не отмечены.",
    picture="Изображение: {}",
)

_KAZAKH = PrintWords(
    lang="kk",
    large_print="ірі қаріп",
    print_large="Ірі қаріппен",
    print_all="Барлық нұсқа, талдау, кілт",
    print_all_row="Барлығын басып шығару",
    all_count="бәріне",
    all_count_note="Кілтте «{}» тұрған жерде ұпай бәріне беріледі.",
    everyone="Ұпай бәріне беріледі.",
    withdrawn="{}-сұрақ алып тасталды: {}.",
    withdrawn_undated="{}-сұрақ алып тасталды.",
    corrected_since="{}-сұрақ түзетілді: {}.",
    edited_since="{}-сұрақ бұл жұмыс басылғаннан кейін өзгертілді.",
    deleted_since="{}-сұрақ: оның жазбасы бұл жұмыс басылғаннан кейін жойылды.",
    answer_today="Бүгінгі жауап: {}",
    as_printed="Басылған күйінде: кейінгі түзетулер мен алып тасталған сұрақтар мұнда белгіленбеген.",
    picture="Сурет: {}",
)

_WORDS = {words.lang: words for words in (_ENGLISH, _RUSSIAN, _KAZAKH)}
