"""True or false: the claim, or a false version of it by the curator's hand."""

from __future__ import annotations

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item
from quizgen.planning.hashing import Ranks


class TrueFalse:
    """States what the source says, or what it does not say.

    Only a fact that has both versions is used: if facts without a false one served as true statements, a
    student could learn which facts those are.
    """

    rarity = 4

    def lack_of(self, fact: Fact) -> str:
        """Say what a fact lacks."""
        return "" if fact.false_claims else "without `false_claims`"

    def plan(self, fact: Fact, section: SectionSpec, ranks: Ranks) -> Item:  # noqa: ARG002 - as every kind
        """Choose by rank whether the statement is true, and which false one it is if not."""
        is_true = ranks.of("truth", fact.id) % 2 == 0
        slots = range(len(fact.false_claims or ()))
        first = min(slots, key=lambda slot: ranks.of("false claim", fact.id, f"f{slot + 1}"))
        false_claim = (fact.false_claims or ())[first]
        return Item(
            type=ItemType.TRUE_FALSE,
            fact=fact,
            stem=fact.claim if is_true else false_claim.text,
            is_true=is_true,
            why=None if is_true else false_claim.why,
        )
