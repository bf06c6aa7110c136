"""Options and statements that no curator wrote, as they are listed for the curator's eye."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.diagnostics.problem import Place
from quizgen.model.project import ItemType


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedOption:
    """A wrong option that was made up, or lent by another fact."""

    text: str
    lender: str
    """The id of the fact that lends it; empty of a made-up number or date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedItem:
    """What was derived for an item of a quiz."""

    quiz: str
    number: int
    """On form A."""
    type: ItemType
    fact: str
    place: Place
    """Of the fact's id."""
    asked: str
    """The question; of a true/false item, the claim."""
    right: str
    """The right option; empty of a true/false item."""
    options: tuple[DerivedOption, ...] = ()
    statement: str = ""
    """The false statement."""
