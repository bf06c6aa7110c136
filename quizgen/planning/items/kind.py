"""What an item type is to the planner."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Protocol

from quizgen.model.fact import Fact
from quizgen.model.project import SectionSpec
from quizgen.model.quiz import Item
from quizgen.planning.means import Means


class ItemKind(Protocol):
    """One way of asking about facts: which facts lend themselves to it, and what is then asked."""

    rarity: int
    """How few facts can usually be asked this way, as a weight in dealing: 1 means nearly all can."""

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:
        """Say what keeps a fact from being asked this way (``without a `question` ``); empty where nothing does.

        The words follow a count in a message: “20 without a `question`”.
        """

    def clash(self, one: Fact, other: Fact, section: SectionSpec, means: Means) -> bool:
        """Whether a section cannot ask about both."""

    def plan(self, facts: Sequence[Fact], section: SectionSpec, means: Means) -> tuple[Item, ...]:
        """Make the items about facts that lack nothing and do not clash; they are the same in every form."""


class SingleKind(ABC):
    """A type that asks about each fact by itself."""

    rarity = 1

    @abstractmethod
    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:
        """Say what a fact lacks."""

    @abstractmethod
    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:
        """Make the item about one fact."""

    def clash(self, one: Fact, other: Fact, section: SectionSpec, means: Means) -> bool:  # noqa: ARG002 - as every kind
        """Return false: no two facts are in each other's way."""
        return False

    def plan(self, facts: Sequence[Fact], section: SectionSpec, means: Means) -> tuple[Item, ...]:
        """Make an item about each."""
        return tuple(self.ask(fact, section, means) for fact in facts)
