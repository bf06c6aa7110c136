"""Pictures that cards and sheets show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A picture of the project, read."""

    name: str
    """Its name in every package: made from its content, so that a changed picture gets a new one."""
    mime_type: str
    content: bytes
