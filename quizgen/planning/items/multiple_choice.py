"""Multiple choice: one right option among the curator's own distractors, or derived ones."""

from __future__ import annotations

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import KEY, Item, Option
from quizgen.planning.deriving.distractors import FIGURES, NAMES, distractors_of
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means
from quizgen.planning.values import ascending_places

FEWEST_DISTRACTORS = 2
"""Three options suffice (Rodriguez 2005); with two, a guess is right half of the time."""


class MultipleChoice(SingleKind):
    """Asks the question of a fact with a single answer and enough distractors."""

    rarity = 2

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:
        """Say what a fact lacks."""
        if fact.question is None:
            return "without a `question`"
        if fact.answer_is_set:
            return "with a set as `answer`"
        if len(distractors_of(fact, section.options - 1, means)) >= FEWEST_DISTRACTORS:
            return ""
        return _lack_of_distractors(fact)

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:
        """Take the key and as many distractors as the section has room for."""
        assert fact.question is not None, "asked without a question"  # noqa: S101 - `lack_of` holds it
        key = Option(slot=KEY, text=fact.answers[0].text, is_key=True)
        options = (key, *distractors_of(fact, section.options - 1, means))
        return Item(
            type=ItemType.MULTIPLE_CHOICE,
            fact=fact,
            stem=fact.question,
            options=options,
            is_ascending=ascending_places([option.text for option in options]) is not None,
        )


def _lack_of_distractors(fact: Fact) -> str:
    if fact.distractors is None and not fact.sensitive:
        if fact.answer_type in FIGURES:
            return "with an answer that leaves no room for derived `distractors`"
        if fact.answer_type in NAMES:
            return "with too few facts in their topic to borrow `distractors` from"
    return "with fewer than two `distractors`"
