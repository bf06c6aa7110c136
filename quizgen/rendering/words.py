"""The fixed words on cards and in citations, attributions and notes on facts: they follow the language of the fact.

On a sheet they stand as well, in the language of the quiz; what only sheets say is in ``quiz_words``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quizgen.model.fact import Certainty
from quizgen.model.words import language_of
from quizgen.rendering.own_words import overlaid

_RTL_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "sdh", "syr", "ug", "ur", "yi"}
_RTL_SCRIPTS = {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
_SCRIPT_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language. ``{}`` is where a fact's own words come in."""

    lang: str
    """The language that they are in, not the one that was asked for."""
    reported: str
    judged: str
    inferred: str
    alleged: str
    according_to: str
    as_of: str
    """Of one date."""
    as_of_span: str
    """Of an interval in words: ``until March 2022``."""
    quotes: tuple[str, str]
    """Round the title of a work."""
    stop_inside_quotes: bool
    """Whether a full stop stands before the closing quotation mark."""
    editor: str
    and_others: str
    edition: tuple[str, str, str, str]
    """Of a number that ends with 1, with 2, with 3, and of all others, as of 11 to 13."""
    quoted_in: str
    seen: str
    source: str
    sources: str
    any_of: str
    """Over the members of a set answer, where some of them are enough."""
    corrected: str
    retired: str
    retired_undated: str
    retired_advice: str
    replaced_by: str
    former_answer: str
    compare: str
    image_credit: str
    licence: str
    version: str
    contact: str
    retired_deck: str
    """What the deck of the retired cards says of itself."""

    def certainty(self, certainty: Certainty) -> str:
        """Return the word on the chip of a certainty; a stated claim has none."""
        return "" if certainty is Certainty.STATED else str(getattr(self, certainty.value))

    def numbered_edition(self, number: int) -> str:
        """Return the words for the edition with this number: “2nd edition”."""
        is_teen = number // 10 % 10 == 1
        return self.edition[-1 if is_teen or number % 10 not in {1, 2, 3} else number % 10 - 1].format(number)

    def quoted(self, title: str) -> str:
        """Put a title between the language's quotation marks."""
        return title.join(self.quotes)


@lru_cache(maxsize=64, typed=True)  # a `Language` has words of its own
def words_of(lang: str) -> Words:
    """Return the words of a BCP 47 language tag: ``kk-Cyrl`` gives Kazakh, what is unknown English."""
    return overlaid(_WORDS.get(language_of(lang), _ENGLISH), lang)


@lru_cache(maxsize=64)
def direction_of(lang: str) -> str:
    """Return ``rtl`` or ``ltr``, by the script that a BCP 47 tag names or that its language is written in."""
    language, *subtags = lang.lower().split("-")
    script = next((tag for tag in subtags if len(tag) == _SCRIPT_LETTERS and tag.isalpha()), "")
    is_rtl = script in _RTL_SCRIPTS if script else language in _RTL_LANGUAGES
    return "rtl" if is_rtl else "ltr"


_ENGLISH = Words(
    lang="en",
    reported="reported",
    judged="judged",
    inferred="inferred",
    alleged="alleged",
    according_to="according to {}",
    as_of="as of {}",
    as_of_span="data {}",
    quotes=("“", "”"),
    stop_inside_quotes=True,
    editor="ed.",
    and_others="and others",
    edition=("{}st edition", "{}nd edition", "{}rd edition", "{}th edition"),
    quoted_in="as quoted in {}",
    seen="seen {}",
    source="Source",
    sources="Sources",
    any_of="any {} of these",
    corrected="Corrected {}.",
    retired="Retired {}. Do not study this card.",
    retired_undated="Retired. Do not study this card.",
    retired_advice="You may suspend or delete it.",
    replaced_by="The card {} takes its place.",
    former_answer="Former answer, withdrawn",
    compare="Compare",
    image_credit="Image: {}",
    licence="Licence",
    version="Version",
    contact="Contact",
    retired_deck="Cards that were withdrawn. Do not study them; you may suspend or delete them.",
)

_RUSSIAN = Words(
    lang="ru",
    reported="сообщается",
    judged="оценка источника",
    inferred="предположение",
    alleged="утверждается",
    according_to="источник: {}",
    as_of="данные: {}",
    as_of_span="данные: {}",
    quotes=("«", "»"),
    stop_inside_quotes=False,
    editor="ред.",
    and_others="и др.",
    edition=("{}-е издание",) * 4,
    quoted_in="цит. по: {}",
    seen="дата обращения: {}",
    source="Источник",
    sources="Источники",
    any_of="достаточно назвать: {}",
    corrected="Исправлено: {}.",
    retired="Карточка снята: {}. Не учите её.",
    retired_undated="Карточка снята. Не учите её.",
    retired_advice="Её можно приостановить или удалить.",
    replaced_by="Вместо неё: {}.",
    former_answer="Прежний ответ, отозван",
    compare="Сравните",
    image_credit="Изображение: {}",
    licence="Лицензия",
    version="Версия",
    contact="Обратная связь",
    retired_deck="Снятые карточки. Не учите их; их можно приостановить или удалить.",
)

_KAZAKH = Words(
    lang="kk",
    reported="хабарланған",
    judged="дереккөздің бағасы",
    inferred="болжам",
    alleged="мәлімделген",
    according_to="{} бойынша",
    as_of="дерек: {}",
    as_of_span="дерек: {}",
    quotes=("«", "»"),
    stop_inside_quotes=False,
    editor="ред.",
    and_others="және т. б.",
    edition=("{}-басылым",) * 4,
    quoted_in="мына дереккөзден алынды: {}",
    seen="қаралған күні: {}",
    source="Дереккөз",
    sources="Дереккөздер",
    any_of="атау жеткілікті саны: {}",
    corrected="Түзетілді: {}.",
    retired="Карточка алып тасталды: {}. Оны жаттамаңыз.",
    retired_undated="Карточка алып тасталды. Оны жаттамаңыз.",
    retired_advice="Оны тоқтатып қоюға немесе жоюға болады.",
    replaced_by="Оның орнына: {}.",
    former_answer="Бұрынғы жауап, күшін жойған",
    compare="Салыстырыңыз",
    image_credit="Сурет: {}",
    licence="Лицензия",
    version="Нұсқа",
    contact="Кері байланыс",
    retired_deck="Алып тасталған карточкалар. Оларды жаттамаңыз; тоқтатып қоюға немесе жоюға болады.",
)

_WORDS = {words.lang: words for words in (_ENGLISH, _RUSSIAN, _KAZAKH)}
