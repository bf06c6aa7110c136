"""What the template of a form sees: a form, its parts and its items, as they are printed."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.project import ItemType
from quizgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """A pair of a matching, or an event of an ordering: what stands beside a box."""

    number: int | None
    """Of a pair."""
    attribution: str
    """Empty where it stands above all lines."""
    lang: str
    """The language of its text where it is not that of the sheet."""
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItem:
    """An item as it is printed."""

    number: int
    points: int
    attribution: str
    lang: str
    """The language of its texts where it is not that of the sheet."""
    stem: Text
    pieces: tuple[Text, ...]
    """What stands before, between and after the blanks of a sentence."""
    stops: tuple[Text, ...]
    """For each blank the punctuation that follows it at once, and so stays on its line; ``pieces`` go without it."""
    choices: tuple[tuple[str, Text], ...]
    """Letter and text of each option."""
    asked: int
    """How many answers are asked for."""
    lines: int
    """Lines to write each answer on."""
    unit: tuple[Text, Text] | None
    """What stands before and after the line for a number."""
    boxes: tuple[FormLine, ...]
    """The pairs of a matching, which is one item on paper; the events of an ordering."""
    heads: tuple[str, str]
    """Over the left and the right side of a matching."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """A part as it is printed."""

    type: ItemType
    heading: str
    directions: str
    points: int
    attribution: str
    """Of all its items, where it is the same and stands above them once; else empty."""
    items: tuple[FormItem, ...]
    rows: tuple[tuple[FormItem, ...], ...]
    """The same as they stand in two columns: short ones side by side, a long one by itself."""


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
