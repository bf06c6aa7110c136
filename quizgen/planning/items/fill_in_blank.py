"""Fill in: the cloze on paper. What its lowest number hides is left blank, everything else stands there."""

from __future__ import annotations

from operator import add

from quizgen.model.cloze import parse_cloze
from quizgen.model.fact import Answer, Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item
from quizgen.model.text import Text
from quizgen.planning.folding import is_same
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means

_BLANK = "_____"
"""A blank in a stem; on paper all are equally long, whatever they hide."""


class FillInBlank(SingleKind):
    """Asks for what a cloze hides."""

    rarity = 2

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        return "" if fact.cloze is not None and parse_cloze(fact.cloze) else "without a `cloze`"

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:  # noqa: ARG002 - as every kind
        """Leave a blank for each deletion of the lowest number; a hint follows its blank."""
        text = fact.cloze
        assert text is not None, "asked without a cloze"  # noqa: S101 - `lack_of` holds it
        cloze = parse_cloze(text)
        assert cloze is not None, "asked without a cloze"  # noqa: S101 - `lack_of` holds it
        hidden = [deletion for deletion in cloze.deletions if deletion.number == cloze.numbers[0]]
        first, *rest = cloze.around(cloze.numbers[0])
        hints = [f" ({deletion.hint})" if deletion.hint else "" for deletion in hidden]
        pieces = [first, *map(add, hints, rest)]
        return Item(
            type=ItemType.FILL_IN_BLANK,
            fact=fact,
            stem=Text(_BLANK.join(pieces), *text.place),
            asked=len(hidden),
            answers=tuple(_answer(deletion.text, fact, text) for deletion in hidden),
            pieces=tuple(Text(piece, *text.place) for piece in pieces),
        )


def _answer(hidden: str, fact: Fact, cloze: Text) -> Answer:
    """Return what was hidden; where it is the fact's answer or a spelling of that, with the other spellings."""
    others = (found for answer in fact.answers if (found := _others(hidden, answer)) is not None)
    return Answer(text=Text(hidden, *cloze.place), accept=next(others, ()))


def _others(hidden: str, answer: Answer) -> tuple[Text, ...] | None:
    """Return what else a marker accepts for a spelling of an answer; ``None`` where it is none."""
    if is_same(answer.text, hidden):
        return answer.accept
    others = tuple(one for one in answer.accept if not is_same(one, hidden))
    return None if len(others) == len(answer.accept) else (answer.text, *others)
