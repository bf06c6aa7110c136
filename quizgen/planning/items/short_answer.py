"""Short answer: the question, answered on lines; “name three of” where the answer is a set."""

from __future__ import annotations

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means


class ShortAnswer(SingleKind):
    """Asks the question of a fact and leaves room to write."""

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        return "" if fact.question is not None else "without a `question`"

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:  # noqa: ARG002 - as every kind
        """Ask for one answer, or for as many of a set as are enough."""
        assert fact.question is not None, "asked without a question"  # noqa: S101 - `lack_of` holds it
        asked = (fact.enough or len(fact.answers)) if fact.answer_is_set else 1
        return Item(type=ItemType.SHORT_ANSWER, fact=fact, stem=fact.question, asked=asked, answers=fact.answers)
