"""False statements: the curator's own, or else the claim with its answer swapped where that is safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.model.fact import AnswerType, Certainty, Fact, FalseClaim
from quizgen.model.quiz import Option
from quizgen.model.text import Text
from quizgen.planning.deriving.distractors import FIGURES, derived_distractors, distractors_of
from quizgen.planning.means import Means
from quizgen.planning.values import ascending_places

_TYPES = FIGURES | {AnswerType.LAW}
_CERTAINTIES = frozenset({Certainty.STATED, Certainty.REPORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseStatement:
    """A statement that the source does not make."""

    text: Text
    why: Text | None = None
    is_derived: bool = False


def false_statement_of(fact: Fact, means: Means) -> FalseStatement | None:
    """Return the false statement of a fact; ``None`` where there is none that is safe."""
    if fact.false_claims is not None:
        return _written(fact.false_claims, fact, means)
    return _swapped(fact, means) if _may_be_swapped(fact) else None


def _written(claims: Sequence[FalseClaim], fact: Fact, means: Means) -> FalseStatement | None:
    """Take the curator's own that comes first by rank."""
    slots = range(len(claims))
    first = min(slots, key=lambda slot: means.ranks.of("false claim", fact.id, f"f{slot + 1}"), default=None)
    return None if first is None else FalseStatement(text=claims[first].text, why=claims[first].why)


def _may_be_swapped(fact: Fact) -> bool:
    return (
        fact.answer_type in _TYPES
        and fact.certainty in _CERTAINTIES
        and not fact.sensitive
        and fact.distractors != ()
        and len(fact.answers) == 1
        and not fact.answer_is_set
    )


def _swapped(fact: Fact, means: Means) -> FalseStatement | None:
    """Put a wrong answer in the place of the right one, where that stands in the claim once, as whole words."""
    found = list(re.finditer(rf"(?<!\w){re.escape(fact.answers[0].text)}(?![\w%])", fact.claim))
    wrong = _wrong_answers(fact, means)
    if len(found) != 1 or not wrong:
        return None
    start, end = found[0].span()
    other = min(wrong, key=lambda option: means.ranks.of("false claim", fact.id, option.slot))
    claim = fact.claim
    text = Text(f"{claim[:start]}{other.text}{claim[end:]}", *claim.place)
    return FalseStatement(text=text, why=other.why, is_derived=True)


def _wrong_answers(fact: Fact, means: Means) -> Sequence[Option]:
    """Return wrong answers that fit into the sentence: the curator's own that are alike, or else one derived."""
    if fact.distractors is None:
        return derived_distractors(fact, 1, means)
    written = distractors_of(fact, len(fact.distractors), means)
    return [option for option in written if ascending_places([fact.answers[0].text, option.text]) is not None]
