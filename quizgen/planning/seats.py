"""Seats, those who may sit there, and objections, as dealing sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A section as dealing sees it, or the part of one that a topic is to fill."""

    name: str
    """Its permanent name in the quiz."""
    count: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A fact as dealing sees it."""

    id: str
    claim: str
    """Shared by siblings, of which one quiz asks one at most."""
    seats: tuple[int, ...]
    """The seats that it can fill, by index."""


class Guest(Protocol):
    """A candidate, or one whose seats are found out only when they are asked for: most of a large bank never are."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def claim(self) -> str:
        """Its claim."""

    @property
    def seats(self) -> tuple[int, ...]:
        """The seats that it can fill, by index."""


class Objections(Protocol):
    """What speaks against asking about two facts in one quiz."""

    def bars(self, one: str, at: int, other: str, its: int) -> bool:
        """Whether two facts in these seats exclude each other, come what may."""

    def cues(self, one: str, at: int, other: str, its: int) -> bool:
        """Whether one of two facts in these seats gives away the answer of the other."""


class NoObjections:
    """Nothing speaks against anything."""

    def bars(self, one: str, at: int, other: str, its: int) -> bool:  # noqa: ARG002 - as every objection
        """Return false."""
        return False

    def cues(self, one: str, at: int, other: str, its: int) -> bool:  # noqa: ARG002 - as every objection
        """Return false."""
        return False
