"""Key sheets: one for the marker, with the keys of all forms in a matrix and every item with its sources."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.project import ItemType
from quizgen.model.quiz import Part
from quizgen.rendering.key_entries import KeyEntry, key_entry
from quizgen.rendering.keys import part_heading
from quizgen.rendering.matrices import Matrix, matrices_of
from quizgen.rendering.setting import Setting, SourceList, SourceNote


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPart:
    """The entries of a part."""

    heading: str
    rule: str
    """How its items are counted, where that needs to be said."""
    entries: tuple[KeyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A key as its template sees it."""

    points: int
    matrices: tuple[Matrix, ...]
    parts: tuple[KeyPart, ...]
    first_letter: str
    sources: tuple[SourceNote, ...]


def key_view(setting: Setting, above: float = 0) -> KeyView:
    """Make what the template of a key sees; ``above`` are the points of height of its notices."""
    forms = setting.quiz.forms
    first = forms[0]
    sources = SourceList(setting, first.facts)
    return KeyView(
        points=first.points,
        matrices=tuple(matrices_of(forms, setting, above)),
        parts=tuple(_part(part, setting, sources) for part in first.parts),
        first_letter=first.letter,
        sources=sources.notes(),
    )


def _part(part: Part, setting: Setting, sources: SourceList) -> KeyPart:
    words = setting.words
    rules = {
        ItemType.MULTIPLE_RESPONSE: words.exactly_these,
        ItemType.ORDERING: words.each_number,
        ItemType.ESSAY: words.essay_note,
    }
    return KeyPart(
        heading=part_heading(part, setting),
        rule=rules.get(part.spec.type, ""),
        entries=tuple(key_entry(placed, part, setting, sources) for placed in part.items),
    )
