"""Feedback sheets: for students, after the quiz. Every answer as a sentence that is true without its question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.model.fact import Certainty, Fact
from quizgen.model.quiz import Form, Part, PlacedItem, letter_at
from quizgen.model.text import Text
from quizgen.rendering.dates import date_words
from quizgen.rendering.keys import enough_words, key_letter, key_numbers, part_heading
from quizgen.rendering.markup import plain_text
from quizgen.rendering.setting import Setting, SourceList, SourceNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with all that qualifies it."""

    claim: Text
    lang: str
    """The language of the fact's texts where it is not that of the sheet."""
    certainty: str
    """The word on its chip; empty for a stated claim."""
    is_alleged: bool
    attribution: str
    marks: str
    """Where it leads in the list of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackItem:
    """An item as a student reads it afterwards."""

    number: int
    points: int
    letter: str
    """Of the right option, where there is one; else empty."""
    statement: Statement
    others: tuple[Statement, ...]
    """The further events of an ordering, in the right order."""
    answer: str
    """What was to be written or crossed, where that is not one letter."""
    corrections: tuple[tuple[str, Text], ...]
    """“Corrected 14 March 2026.”, and what was mended."""
    false_statement: Text | None
    """What a false statement said."""
    why: Text | None
    wrong: tuple[tuple[str, Text, Text], ...]
    """Wrong options of which a reason is known: letter, text, reason."""
    explanation: Text | None
    contrasts: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackPart:
    """A part's items."""

    heading: str
    items: tuple[FeedbackItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackView:
    """A feedback sheet as its template sees it."""

    letter: str
    code: str
    parts: tuple[FeedbackPart, ...]
    sources: tuple[SourceNote, ...]


def feedback_view(form: Form, setting: Setting) -> FeedbackView:
    """Make what the template of a feedback sheet sees."""
    cited = [told for fact in form.facts for told in (fact, *setting.bank.contrasts_of(fact))]
    sources = SourceList(setting, cited)
    return FeedbackView(
        letter=form.letter,
        code=form.code,
        parts=tuple(_part(part, setting, sources) for part in form.parts),
        sources=sources.notes(),
    )


def _part(part: Part, setting: Setting, sources: SourceList) -> FeedbackPart:
    return FeedbackPart(
        heading=part_heading(part, setting),
        items=tuple(_item(placed, part.points_of(placed.item), setting, sources) for placed in part.items),
    )


def _item(placed: PlacedItem, points: int, setting: Setting, sources: SourceList) -> FeedbackItem:
    item, fact = placed.item, placed.item.fact
    letter = key_letter(placed, setting)
    return FeedbackItem(
        number=placed.number,
        points=points,
        letter=letter if len(letter) == 1 else "",
        statement=_statement(fact, setting, sources),
        others=tuple(_statement(other, setting, sources) for other in item.others),
        answer=_answer(placed, letter, setting),
        corrections=tuple(told for one in item.facts for told in _corrections(one, setting)),
        false_statement=item.stem if item.is_true is False else None,
        why=item.why,
        wrong=tuple(_wrong(placed)),
        explanation=fact.explanation,
        contrasts=tuple(
            _statement(other, setting, sources) for one in item.facts for other in setting.bank.contrasts_of(one)
        ),
    )


def _statement(fact: Fact, setting: Setting, sources: SourceList) -> Statement:
    return Statement(
        claim=fact.claim,
        lang=setting.lang_of(fact),
        certainty=setting.fact_words.certainty(fact.certainty),
        is_alleged=fact.certainty is Certainty.ALLEGED,
        attribution=setting.attribution(fact),
        marks=sources.marks(fact),
    )


def _answer(placed: PlacedItem, letter: str, setting: Setting) -> str:
    signs = key_numbers(placed) or (letter if len(letter) > 1 else "")
    written = "; ".join(plain_text(answer.text) for answer in placed.item.answers)
    enough = enough_words(placed.item, setting)
    told = signs or (f"{enough}: {written}" if enough else written)
    return setting.words.answer.format(told) if told else ""


def _corrections(fact: Fact, setting: Setting) -> Iterator[tuple[str, Text]]:
    for correction in fact.corrections:
        date = date_words(correction.on, setting.quiz.lang)
        yield setting.fact_words.corrected.format(date), correction.note


def _wrong(placed: PlacedItem) -> Iterator[tuple[str, Text, Text]]:
    for at, option in enumerate(placed.options):
        if option.why is not None:
            yield letter_at(at), option.text, option.why
