"""Forms as sheets.

The template of a form is given nothing but what it prints. No key, slot, truth or fact id reaches it, so that
no template, ours or another, can print them.
"""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Form, Part, PlacedItem, letter_at
from quizgen.model.text import Text
from quizgen.rendering.setting import Setting

_LINES_A_POINT = 2
_WITH_RINGS = {ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItem:
    """An item as it is printed."""

    number: int
    points: int
    attribution: str
    lang: str
    """The language of its texts where it is not that of the sheet."""
    stem: Text
    choices: tuple[tuple[str, Text], ...]
    """Letter and text of each option."""
    asked: int
    """How many answers are asked for."""
    lines: int
    """Lines to write each answer on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """A part as it is printed."""

    type: ItemType
    heading: str
    directions: str
    points: int
    items: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """A form as its template sees it."""

    letter: str
    code: str
    points: int
    instructions: tuple[str, ...]
    """A bullet each, with inline markup."""
    parts: tuple[FormPart, ...]
    end: str
    end_check: str


def form_view(form: Form, setting: Setting) -> FormView:
    """Make what the template of a form sees."""
    words = setting.words
    return FormView(
        letter=form.letter,
        code=form.code,
        points=form.points,
        instructions=_instructions(form, setting),
        parts=tuple(_part(part, setting) for part in form.parts),
        end=words.end.format(form.letter),
        end_check=words.counted(words.end_check, len(form.items)),
    )


def _instructions(form: Form, setting: Setting) -> tuple[str, ...]:
    words, minutes = setting.words, setting.quiz.spec.minutes
    first = [
        f"*{words.counted(words.answer_all, len(form.items))}*",
        words.counted(words.minutes, minutes) if minutes else "",
        words.counted(words.paper_points, form.points),
    ]
    has_rings = any(part.spec.type in _WITH_RINGS for part in form.parts)
    choose = [words.choose] if has_rings else []
    return (" ".join(filter(None, first)), words.brackets, *choose, words.as_then)


def _part(part: Part, setting: Setting) -> FormPart:
    type_words = setting.words.type_words(part.spec.type)
    return FormPart(
        type=part.spec.type,
        heading=setting.words.part.format(part.number, type_words.title),
        directions=type_words.directions,
        points=part.points,
        items=tuple(_item(placed, part.spec, setting) for placed in part.items),
    )


def _item(placed: PlacedItem, section: SectionSpec, setting: Setting) -> FormItem:
    fact = placed.item.fact
    return FormItem(
        number=placed.number,
        points=section.points,
        attribution=setting.attribution(fact),
        lang=setting.lang_of(fact),
        stem=placed.item.stem,
        choices=tuple((letter_at(at), option.text) for at, option in enumerate(placed.options)),
        asked=placed.item.asked,
        lines=_lines(placed.item.asked, section),
    )


def _lines(asked: int, section: SectionSpec) -> int:
    lines = section.lines or _LINES_A_POINT * section.points
    return max(1, -(-lines // asked))
