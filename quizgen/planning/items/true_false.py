"""True or false: the claim, or a false version of it."""

from __future__ import annotations

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item
from quizgen.planning.deriving.statements import false_statement_of
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means


class TrueFalse(SingleKind):
    """States what the source says, or what it does not say.

    Only a fact that has both versions is used: if facts without a false one served as true statements, a
    student could learn which facts those are.
    """

    rarity = 4

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        return "" if false_statement_of(fact, means) else "without `false_claims`"

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:  # noqa: ARG002 - as every kind
        """Choose by rank whether the statement is true; the same in every form."""
        false = false_statement_of(fact, means)
        assert false is not None, "asked without a false statement"  # noqa: S101 - `lack_of` holds it
        if means.ranks.of("truth", fact.id) % 2 == 0:
            return Item(type=ItemType.TRUE_FALSE, fact=fact, stem=fact.claim, is_true=True)
        return Item(
            type=ItemType.TRUE_FALSE,
            fact=fact,
            stem=false.text,
            is_true=False,
            why=false.why,
            is_derived=false.is_derived,
        )
