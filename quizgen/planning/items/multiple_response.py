"""Multiple response: all members of a set among the curator's own distractors; all that apply are to be crossed."""

from __future__ import annotations

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import KEY, Item, Option
from quizgen.planning.deriving.distractors import distractors_of
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means

FEWEST_DISTRACTORS = 2
"""With one, a guess has only to leave one option out."""


class MultipleResponse(SingleKind):
    """Asks the question of a fact whose answer is a set, all of which is shown: the question may count its members."""

    rarity = 4

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        if fact.question is None or not fact.answer_is_set:
            return "without a set as `answer`"
        if fact.enough is not None:
            return "with a question for some of a set (`enough`)"
        if len(fact.distractors or ()) < FEWEST_DISTRACTORS:
            return "with fewer than two `distractors`"
        if len(fact.answers) + FEWEST_DISTRACTORS > section.options:
            return "with more answers than its `options` leave room for"
        return ""

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:
        """Show the whole set, and as many distractors as the section has room for."""
        assert fact.question is not None, "asked without a question"  # noqa: S101 - `lack_of` holds it
        members = enumerate(fact.answers, start=1)
        right = (Option(slot=f"{KEY}-{number}", text=one.text, is_key=True) for number, one in members)
        return Item(
            type=ItemType.MULTIPLE_RESPONSE,
            fact=fact,
            stem=fact.question,
            options=(*right, *distractors_of(fact, section.options - len(fact.answers), means)),
            asked=len(fact.answers),
        )
