"""Entries of a key: an item with its answer and its sources, once for all forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.model.project import ItemType
from quizgen.model.quiz import Form, Item, MarkingKind, Part, PlacedItem
from quizgen.model.text import Text
from quizgen.rendering.dates import date_words
from quizgen.rendering.keys import enough_words
from quizgen.rendering.markup import plain_text
from quizgen.rendering.setting import Setting, SourceList


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingNote:
    """A line of the notes on an essay."""

    text: str
    """With inline markup."""
    also: str
    points: int
    """None after the first lines, where the question has fewer than there are lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEvent:
    """An event of an ordering, in the right order."""

    label: Text
    date: str
    attribution: str
    marks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """An item with its answer, once for all forms."""

    number: int
    """On the first form."""
    points: int
    others: str
    """Its numbers on the other forms: “B 4 · C 2”."""
    lang: str
    stem: Text
    pieces: tuple[Text, ...]
    """Around the blanks of a sentence, which the answers fill."""
    answers: tuple[tuple[Text, str], ...]
    """Right answers, each with its other spellings."""
    enough: str
    """“any 3 of these” over a set of which some are enough."""
    accepted: str
    """Which numbers are right besides."""
    why: Text | None
    truth: str
    """What the source says, where a statement is false and no reason is written."""
    marking: tuple[MarkingNote, ...]
    events: tuple[KeyEvent, ...]
    attribution: str
    marks: str


def key_entry(placed: PlacedItem, part: Part, setting: Setting, sources: SourceList) -> KeyEntry:
    """Make the entry of an item; its number is that on the first form."""
    item = placed.item
    is_ordering = item.type is ItemType.ORDERING
    return KeyEntry(
        number=placed.number,
        points=part.points_of(item),
        others=_others(item, setting.quiz.forms[1:]),
        lang=setting.lang_of(item.fact),
        stem=Text(f"{item.stem}:") if item.type is ItemType.MATCHING else item.stem,
        pieces=item.pieces,
        answers=tuple(_answers(item, setting)),
        enough=enough_words(item, setting),
        accepted=_accepted(item, setting),
        why=item.why,
        truth=setting.words.source_says.format(item.fact.claim) if item.is_true is False and not item.why else "",
        marking=tuple(_marking(item, part.points_of(item), setting)),
        events=tuple(_events(item, setting, sources)) if is_ordering else (),
        attribution="" if is_ordering else setting.attribution(item.fact),
        marks="" if is_ordering else sources.marks(item.fact),
    )


def _others(item: Item, forms: Sequence[Form]) -> str:
    places = ((form.letter, placed) for form in forms for placed in form.items if placed.item.fact.id == item.fact.id)
    return " · ".join(f"{letter}\u00a0{placed.number}" for letter, placed in places)


def _answers(item: Item, setting: Setting) -> Iterator[tuple[Text, str]]:
    if item.is_true is not None:
        yield Text(setting.words.true if item.is_true else setting.words.false), ""
    elif not item.marking:
        yield from ((option.text, "") for option in item.options if option.is_key)
        yield from ((answer.text, _also(answer.accept, setting)) for answer in item.answers)


def _accepted(item: Item, setting: Setting) -> str:
    number = item.number
    if number is None or number.least == number.most:
        return ""
    return setting.words.also_numbers.format(number.least, number.most)


def _marking(item: Item, points: int, setting: Setting) -> Iterator[MarkingNote]:
    """Give a point to each line, as long as there are points; a last line has those that are left."""
    words = setting.words
    for at, point in enumerate(item.marking):
        told = {
            MarkingKind.ANSWER: str(point.text),
            MarkingKind.VOICE: words.says_voice.format(point.text),
            MarkingKind.CERTAINTY: words.keeps_hedge.format(setting.fact_words.certainty(item.fact.certainty)),
            MarkingKind.CONTRAST: words.tells_contrast.format(point.text),
        }[point.kind]
        yield MarkingNote(text=told, also=_also(point.accept, setting), points=int(at < points))
    if item.marking and points > len(item.marking):
        yield MarkingNote(text=words.for_the_rest, also="", points=points - len(item.marking))


def _events(item: Item, setting: Setting, sources: SourceList) -> Iterator[KeyEvent]:
    facts = {str(fact.id): fact for fact in item.facts}
    for event in item.options:
        fact = facts[event.slot]
        yield KeyEvent(
            label=event.text,
            date=date_words(fact.when, setting.quiz.lang) if fact.when else "",
            attribution=setting.attribution(fact),
            marks=sources.marks(fact),
        )


def _also(accept: Sequence[Text], setting: Setting) -> str:
    spellings = "; ".join(map(plain_text, accept))
    return setting.words.also.format(spellings) if spellings else ""
