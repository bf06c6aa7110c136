"""A package that was shipped before, as far as a comparison needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedNote:
    """A note as it stands in a package."""

    guid: str
    mod: int
    """Modification time in seconds: Anki takes an update only if this is higher than the student's."""
    names: tuple[str, ...]
    """Of its note type's fields."""
    text: str
    """The HTML of all its fields, with U+001F between them: taken apart only where it is asked for."""
    tags: str
    """With blanks between them."""

    @property
    def fields(self) -> Mapping[str, str]:
        """HTML by the field's name."""
        return dict(zip(self.names, self.text.split("\x1f"), strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedPackage:
    """The notes of a package by guid, and the modification times of its note types by id."""

    mods: Mapping[str, int]
    """The modification times of all its notes."""
    notes: Mapping[str, ShippedNote]
    """Those whose content was read: where nothing changed, no comparison needs it."""
    note_types: Mapping[int, int]
