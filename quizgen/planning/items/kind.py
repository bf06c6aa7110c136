"""What an item type is to the planner."""

from __future__ import annotations

from typing import Protocol

from quizgen.model.fact import Fact
from quizgen.model.project import SectionSpec
from quizgen.model.quiz import Item
from quizgen.planning.hashing import Ranks


class ItemKind(Protocol):
    """One way of asking about a fact: which facts lend themselves to it, and what is then asked."""

    rarity: int
    """How few facts can usually be asked this way, as a weight in dealing: 1 means nearly all can."""

    def lack_of(self, fact: Fact) -> str:
        """Say what keeps a fact from being asked this way (``without a `question` ``); empty where nothing does.

        The words follow a count in a message: “20 without a `question`”.
        """

    def plan(self, fact: Fact, section: SectionSpec, ranks: Ranks) -> Item:
        """Make the item of a fact that lacks nothing; it is the same in every form."""
