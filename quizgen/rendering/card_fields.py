"""The fields of a note: HTML that stands by itself, for a student may read it in Anki's browser.

They depend on the fact, its sources and the facts that it is compared with: never on the deck that ships it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from quizgen.model.bank import Bank
from quizgen.model.fact import Certainty, Correction, Fact, Image, Retirement
from quizgen.model.note_schema import SHARED_FIELDS
from quizgen.model.notes import Note
from quizgen.model.project import CardKind
from quizgen.model.words import OwnWords
from quizgen.rendering.attribution import according_to, as_of_words, capitalized
from quizgen.rendering.citations import citation_card_html
from quizgen.rendering.dates import date_words
from quizgen.rendering.languages import language_with
from quizgen.rendering.markup import Html, anki_cloze_html, anki_html, anki_text
from quizgen.rendering.words import direction_of, words_of

_BLANK_LINES = re.compile(r"\n\s*\n")
_NOTHING = Html("")
_EMPTY = dict.fromkeys(SHARED_FIELDS, _NOTHING)


class CardFields:
    """Renders the fields of notes. What notes share is rendered once: a fact has two notes, a source many facts."""

    def __init__(self, bank: Bank, image_names: Mapping[str, str], own_words: Sequence[OwnWords]) -> None:
        """Prepare for the notes of a bank; ``image_names`` maps pictures to their names in Anki."""
        self.bank = bank
        self.own_words = own_words
        self.image_names = image_names
        self.shared: dict[tuple[str, str], tuple[Html, ...]] = {}
        """By fact and language."""
        self.chips: dict[tuple[str, ...], dict[str, Html]] = {}
        """By language, the fact's certainty, its own date and its sources."""
        self.cited: dict[tuple[str | None, ...], Html] = {}
        """By language, sources and locators."""

    def of(self, note: Note) -> tuple[Html, ...]:
        """Return the HTML of a note's fields, in the order of its note type."""
        lang = language_with(note.lang, self.own_words) if self.own_words else note.lang
        key = (note.fact.id, note.lang)
        shared = self.shared.get(key)
        if shared is None:
            shared = self.shared[key] = tuple(self._shared_fields(note.fact, lang).values())
        return _asked(note.fact, note.kind, lang) + shared

    def _shared_fields(self, fact: Fact, lang: str) -> dict[str, Html]:
        """Return the fields that stand on all notes of a fact, by name and in order; most facts leave some empty."""
        fields = {
            **self._said(fact, lang),
            "Topic": _topic(fact.topics[0]),
            "Source": self._sources(fact, lang),
            "Fact": anki_text(fact.id),
        }
        if fact.corrections:
            fields["Correction"] = _blocks(_correction(each, lang) for each in reversed(fact.corrections))
        if fact.explanation:
            fields["Explanation"] = _paragraphs(fact.explanation)
        if fact.contrast:
            fields["Compare"] = self._compared(fact, lang)
        if fact.image:
            fields["Image"] = _image(fact.image, self.image_names, lang)
        if fact.retired:
            fields["Retired"] = _retirement(fact.retired, lang)
            fields["Former answer"] = anki_text(words_of(lang).former_answer)
        return fields

    def _said(self, fact: Fact, lang: str) -> dict[str, Html]:
        """Say who says so, for when and how surely, and in which language; all other fields are still empty."""
        date = fact.as_of.text if fact.as_of else ""
        key = (lang, fact.certainty, date, *[citation.source for citation in fact.citations])
        if key not in self.chips:
            self.chips[key] = {
                **_EMPTY,
                "Attribution": anki_text(capitalized(according_to(self.bank, fact, lang))),
                "Certainty": _certainty(fact.certainty, lang),
                "As of": anki_text(as_of_words(self.bank, fact, lang)),
                "Language": anki_text(lang),
                "Direction": anki_text(direction_of(lang)),
            }
        return self.chips[key]

    def _compared(self, fact: Fact, lang: str) -> Html:
        others = self.bank.contrasts_of(fact)
        label = f"<b>{anki_text(words_of(lang).compare)}</b> "
        return _blocks(Html(("" if at else label) + self._other(other, lang)) for at, other in enumerate(others))

    def _other(self, other: Fact, lang: str) -> Html:
        """Render the claim that a fact is compared with: who says it, for when, and how sure."""
        certainty = words_of(lang).certainty(other.certainty)
        said = [certainty, as_of_words(self.bank, other, lang), according_to(self.bank, other, lang)]
        said_so = capitalized("; ".join(part for part in said if part))
        return Html(f'{anki_html(other.claim)} <span class="who">{anki_text(said_so)}.</span>')

    def _sources(self, fact: Fact, lang: str) -> Html:
        key = (lang, *[part for citation in fact.citations for part in (citation.source, citation.locator)])
        if key not in self.cited:
            words = words_of(lang)
            lines = [citation_card_html(self.bank, citation, lang) for citation in fact.citations]
            label, rest = (words.source, lines[0]) if len(lines) == 1 else (words.sources, _list(lines))
            self.cited[key] = Html(f"<b>{anki_text(label)}</b> {rest}")
        return self.cited[key]


@lru_cache(maxsize=4096)
def topic_words(topic: str) -> str:
    """Write a topic's path for readers: ``media/state-media`` is “Media · State media”."""
    levels = (level.replace("-", " ") for level in topic.split("/"))
    return " · ".join(capitalized(level) for level in levels)


@lru_cache(maxsize=4096)
def _topic(topic: str) -> Html:
    return anki_text(topic_words(topic))


def _asked(fact: Fact, kind: CardKind, lang: str) -> tuple[Html, ...]:
    """Render the fields of one kind of note, which come first."""
    if kind is CardKind.CLOZE:
        return (anki_cloze_html(fact.cloze or ""),)
    return (anki_html(fact.question or ""), _answer(fact, lang))


def _answer(fact: Fact, lang: str) -> Html:
    if not fact.answer_is_set:
        return anki_html(fact.answers[0].text)
    is_choice = fact.enough is not None and fact.enough < len(fact.answers)
    label = f'<div class="label">{anki_text(words_of(lang).any_of.format(fact.enough))}</div>' if is_choice else ""
    return Html(label + _list(anki_html(answer.text) for answer in fact.answers))


def _certainty(certainty: Certainty, lang: str) -> Html:
    if certainty is Certainty.STATED:
        return _NOTHING
    return Html(f'<span class="certainty {certainty.value}">{anki_text(words_of(lang).certainty(certainty))}</span>')


def _correction(correction: Correction, lang: str) -> Html:
    label = words_of(lang).corrected.format(date_words(correction.on, lang))
    return Html(f"<b>{anki_text(label)}</b> {anki_html(correction.note)}")


def _image(image: Image, image_names: Mapping[str, str], lang: str) -> Html:
    name, alt = anki_text(image_names[image.file]), anki_text(" ".join(image.alt.split()))
    credit = anki_text(words_of(lang).image_credit.format(image.credit))
    return Html(f'<figure><img src="{name}" alt="{alt}"><figcaption>{credit}</figcaption></figure>')


def _retirement(retirement: Retirement, lang: str) -> Html:
    words = words_of(lang)
    date = date_words(retirement.on, lang) if retirement.on else ""
    notice = words.retired.format(date) if date else words.retired_undated
    replaced = words.replaced_by.format(retirement.replaced_by) if retirement.replaced_by else ""
    rest = [anki_html(retirement.reason or ""), anki_text(replaced), anki_text(words.retired_advice)]
    return Html(" ".join([f"<b>{anki_text(notice)}</b>", *(part for part in rest if part)]))


def _paragraphs(text: str) -> Html:
    whole = text.strip()
    paragraphs = _BLANK_LINES.split(whole) if "\n" in whole else [whole]
    return _blocks([anki_html(paragraph) for paragraph in paragraphs if paragraph])


def _blocks(htmls: Iterable[Html]) -> Html:
    return Html("".join([f"<p>{html}</p>" for html in htmls]))


def _list(htmls: Iterable[Html]) -> Html:
    return Html("<ul>" + "".join([f"<li>{html}</li>" for html in htmls]) + "</ul>")
