"""Multiple choice: one right option among the curator's own distractors."""

from __future__ import annotations

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import KEY, Item, Option
from quizgen.planning.hashing import Ranks
from quizgen.planning.values import ascending_places

FEWEST_DISTRACTORS = 2
"""Three options suffice (Rodriguez 2005); with two, a guess is right half of the time."""


class MultipleChoice:
    """Asks the question of a fact with a single answer and enough distractors."""

    rarity = 2

    def lack_of(self, fact: Fact) -> str:
        """Say what a fact lacks."""
        if fact.question is None:
            return "without a `question`"
        if fact.answer_is_set:
            return "with a set as `answer`"
        if len(fact.distractors or ()) < FEWEST_DISTRACTORS:
            return "with fewer than two `distractors`"
        return ""

    def plan(self, fact: Fact, section: SectionSpec, ranks: Ranks) -> Item:
        """Take the key and as many distractors as the section has room for, by the rank of their slots."""
        assert fact.question is not None, "asked without a question"  # noqa: S101 - `lack_of` holds it
        key = Option(slot=KEY, text=fact.answers[0].text)
        options = (key, *_choose(_distractors(fact), section.options - 1, fact, ranks))
        return Item(
            type=ItemType.MULTIPLE_CHOICE,
            fact=fact,
            stem=fact.question,
            options=options,
            is_ascending=ascending_places([option.text for option in options]) is not None,
        )


def _distractors(fact: Fact) -> list[Option]:
    written = enumerate(fact.distractors or (), start=1)
    return [Option(slot=f"d{number}", text=one.text, why=one.why) for number, one in written]


def _choose(options: list[Option], count: int, fact: Fact, ranks: Ranks) -> list[Option]:
    by_rank = sorted(options, key=lambda option: ranks.of("distractor", fact.id, option.slot))
    return sorted(by_rank[:count], key=options.index)
