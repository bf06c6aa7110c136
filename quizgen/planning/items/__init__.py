"""Item types, a module each: which facts they can ask about, and how."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.model.project import ItemType
from quizgen.planning.items.kind import ItemKind
from quizgen.planning.items.multiple_choice import MultipleChoice
from quizgen.planning.items.short_answer import ShortAnswer
from quizgen.planning.items.true_false import TrueFalse

KINDS: Mapping[ItemType, ItemKind] = {
    ItemType.MULTIPLE_CHOICE: MultipleChoice(),
    ItemType.TRUE_FALSE: TrueFalse(),
    ItemType.SHORT_ANSWER: ShortAnswer(),
}
"""Every item type that a section can have."""
