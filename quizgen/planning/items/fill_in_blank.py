"""Fill in: the cloze on paper. What its lowest number hides is left blank, everything else stands there."""

from __future__ import annotations

from quizgen.model.cloze import Cloze, Deletion, parse_cloze
from quizgen.model.fact import Answer, Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item
from quizgen.model.text import Text
from quizgen.planning.folding import is_same
from quizgen.planning.items.kind import SingleKind
from quizgen.planning.means import Means

BLANK = "_____"
"""A blank in a stem; on paper all are equally long, whatever they hide."""


class FillInBlank(SingleKind):
    """Asks for what a cloze hides."""

    rarity = 2

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        return "" if fact.cloze is not None and parse_cloze(fact.cloze) else "without a `cloze`"

    def ask(self, fact: Fact, section: SectionSpec, means: Means) -> Item:  # noqa: ARG002 - as every kind
        """Leave a blank for each deletion of the lowest number; a hint follows its blank."""
        cloze = parse_cloze(fact.cloze or "")
        assert fact.cloze is not None, "asked without a cloze"  # noqa: S101 - `lack_of` holds it
        assert cloze is not None, "asked without a cloze"  # noqa: S101 - `lack_of` holds it
        pieces = [_placed(piece, fact.cloze) for piece in _pieces(cloze)]
        hidden = [deletion for deletion in cloze.deletions if deletion.number == cloze.numbers[0]]
        return Item(
            type=ItemType.FILL_IN_BLANK,
            fact=fact,
            stem=_placed(BLANK.join(pieces), fact.cloze),
            asked=len(hidden),
            answers=tuple(_answer(deletion, fact) for deletion in hidden),
            pieces=tuple(pieces),
        )


def _pieces(cloze: Cloze) -> list[str]:
    pieces = [""]
    for part in cloze.parts:
        if isinstance(part, Deletion) and part.number == cloze.numbers[0]:
            pieces.append(f" ({part.hint})" if part.hint else "")
        else:
            pieces[-1] += part.text if isinstance(part, Deletion) else part
    return pieces


def _answer(deletion: Deletion, fact: Fact) -> Answer:
    """Return what was hidden; where it is the fact's answer, with the other spellings of that."""
    assert fact.cloze is not None, "asked without a cloze"  # noqa: S101 - `lack_of` holds it
    same = next((answer for answer in fact.answers if is_same(answer.text, deletion.text)), None)
    return Answer(text=_placed(deletion.text, fact.cloze), accept=same.accept if same else ())


def _placed(text: str, cloze: Text) -> Text:
    return Text(text, cloze.document, cloze.line, cloze.column, cloze.width)
