"""The fields of a note, by name: HTML that stands by itself, for a student may read it in Anki's browser.

They depend on the fact, its sources and the facts that it is compared with: never on the deck that ships it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from quizgen.model.bank import Bank
from quizgen.model.fact import Answer, Certainty, Correction, Fact, Image, Retirement
from quizgen.model.notes import Note
from quizgen.model.project import CardKind
from quizgen.rendering.attribution import according_to, as_of_words, capitalized
from quizgen.rendering.citations import citation_card_html
from quizgen.rendering.dates import date_words
from quizgen.rendering.markup import anki_cloze_html, anki_html, anki_text
from quizgen.rendering.words import Words, direction_of, words_of

_BLANK_LINES = re.compile(r"\n\s*\n")


def field_htmls(note: Note, bank: Bank, image_names: Mapping[str, str]) -> dict[str, Markup]:
    """Return the HTML of each field that is not empty; ``image_names`` maps pictures to their names in Anki."""
    fact, lang, words = note.fact, note.lang, words_of(note.lang)
    fields = {
        **_asked(fact, note.kind, words),
        "Topic": anki_text(topic_words(fact.topics[0])),
        "Attribution": anki_text(capitalized(according_to(bank, fact, lang))),
        "Certainty": _certainty(fact.certainty, words),
        "As of": anki_text(as_of_words(bank, fact, lang)),
        "Correction": _blocks(_correction(each, lang) for each in reversed(fact.corrections)),
        "Explanation": _paragraphs(fact.explanation or ""),
        "Compare": _compared(fact, bank, lang),
        "Image": _image(fact.image, image_names, words) if fact.image else Markup(),
        "Source": _sources(fact, bank, lang),
        "Language": anki_text(lang),
        "Direction": anki_text(direction_of(lang)),
        "Fact": anki_text(fact.id),
    }
    if fact.retired:
        fields |= {
            "Retired": _retirement(fact.retired, lang),
            "Former answer": anki_text(words.former_answer),
        }
    return {name: html for name, html in fields.items() if html}


def topic_words(topic: str) -> str:
    """Write a topic's path for readers: ``media/state-media`` is “Media · State media”."""
    levels = (level.replace("-", " ") for level in topic.split("/"))
    return " · ".join(capitalized(level) for level in levels)


def _asked(fact: Fact, kind: CardKind, words: Words) -> dict[str, Markup]:
    if kind is CardKind.CLOZE:
        return {"Text": anki_cloze_html(fact.cloze or "")}
    return {"Question": anki_html(fact.question or ""), "Answer": _answer(fact, words)}


def _answer(fact: Fact, words: Words) -> Markup:
    if not fact.answer_is_set:
        return anki_html(fact.answers[0].text)
    is_choice = fact.enough is not None and fact.enough < len(fact.answers)
    label = Markup('<div class="label">{}</div>').format(words.any_of.format(fact.enough)) if is_choice else Markup()
    return label + _list(fact.answers)


def _list(answers: Iterable[Answer]) -> Markup:
    members = Markup().join(Markup("<li>{}</li>").format(anki_html(answer.text)) for answer in answers)
    return Markup("<ul>{}</ul>").format(members)


def _certainty(certainty: Certainty, words: Words) -> Markup:
    if certainty is Certainty.STATED:
        return Markup()
    return Markup('<span class="certainty {}">{}</span>').format(certainty.value, words.certainty(certainty))


def _correction(correction: Correction, lang: str) -> Markup:
    label = words_of(lang).corrected.format(date_words(correction.on, lang))
    return Markup("<b>{}</b> {}").format(label, anki_html(correction.note))


def _compared(fact: Fact, bank: Bank, lang: str) -> Markup:
    others = [other for id_ in fact.contrast if (other := bank.fact_by_id.get(id_)) and not other.retired]
    label = Markup("<b>{}</b> ").format(words_of(lang).compare)
    return _blocks((Markup() if at else label) + _other(other, bank, lang) for at, other in enumerate(others))


def _other(other: Fact, bank: Bank, lang: str) -> Markup:
    """Render the claim that a fact is compared with: who says it, for when, and how sure."""
    words = words_of(lang)
    said = [words.certainty(other.certainty), as_of_words(bank, other, lang), according_to(bank, other, lang)]
    said_so = capitalized("; ".join(part for part in said if part))
    return Markup('{} <span class="who">{}.</span>').format(anki_html(other.claim), anki_text(said_so))


def _image(image: Image, image_names: Mapping[str, str], words: Words) -> Markup:
    name, alt = image_names[image.file], anki_text(" ".join(image.alt.split()))
    credit = anki_text(words.image_credit.format(image.credit))
    form = Markup('<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>')
    return form.format(name, alt, credit)


def _sources(fact: Fact, bank: Bank, lang: str) -> Markup:
    words = words_of(lang)
    lines = [citation_card_html(bank, citation, lang) for citation in fact.citations]
    if len(lines) == 1:
        return Markup("<b>{}</b> {}").format(words.source, lines[0])
    items = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<b>{}</b> <ul>{}</ul>").format(words.sources, items)


def _retirement(retirement: Retirement, lang: str) -> Markup:
    words = words_of(lang)
    date = date_words(retirement.on, lang) if retirement.on else ""
    notice = words.retired.format(date) if date else words.retired_undated
    replaced = words.replaced_by.format(retirement.replaced_by) if retirement.replaced_by else ""
    rest = [anki_html(retirement.reason or ""), anki_text(replaced), anki_text(words.retired_advice)]
    return Markup(" ").join([Markup("<b>{}</b>").format(notice), *(part for part in rest if part)])


def _paragraphs(text: str) -> Markup:
    return _blocks(anki_html(paragraph) for paragraph in _BLANK_LINES.split(text.strip()) if paragraph)


def _blocks(htmls: Iterable[Markup]) -> Markup:
    return Markup().join(Markup("<p>{}</p>").format(html) for html in htmls)
