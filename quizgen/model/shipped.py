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
    note_type: int
    fields: Mapping[str, str]
    """HTML by the field's name."""
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedPackage:
    """The notes of a package by guid, and the modification times of its note types by id."""

    notes: Mapping[str, ShippedNote]
    note_types: Mapping[int, int]
