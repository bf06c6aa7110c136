"""Item types, a module each: which facts they can ask about, and how."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.model.project import ItemType
from quizgen.planning.items.essay import Essay
from quizgen.planning.items.fill_in_blank import FillInBlank
from quizgen.planning.items.kind import ItemKind
from quizgen.planning.items.matching import Matching
from quizgen.planning.items.multiple_choice import MultipleChoice
from quizgen.planning.items.multiple_response import MultipleResponse
from quizgen.planning.items.numerical import Numerical
from quizgen.planning.items.ordering import Ordering
from quizgen.planning.items.short_answer import ShortAnswer
from quizgen.planning.items.true_false import TrueFalse

KINDS: Mapping[ItemType, ItemKind] = {
    ItemType.MULTIPLE_CHOICE: MultipleChoice(),
    ItemType.MULTIPLE_RESPONSE: MultipleResponse(),
    ItemType.TRUE_FALSE: TrueFalse(),
    ItemType.FILL_IN_BLANK: FillInBlank(),
    ItemType.NUMERICAL: Numerical(),
    ItemType.MATCHING: Matching(),
    ItemType.ORDERING: Ordering(),
    ItemType.SHORT_ANSWER: ShortAnswer(),
    ItemType.ESSAY: Essay(),
}
"""Every item type that a section can have."""
