"""Cues: an item whose printed text gives away the answer of another one.

An answer is given away where it stands, as whole words, in another stem or statement. Where it has to be written, an
option of another item gives it away as well; where it is one of several options, it does not: recognizing it among
them is what is asked for. Answers that say too little to be noticed are no cues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.project import ItemType, MatchBy, SectionSpec
from quizgen.model.quiz import Item
from quizgen.model.text import Text
from quizgen.planning.folding import core_of, line_of

_FEWEST_LETTERS, _FEWEST_OF_A_NAME = 7, 4
"""A short word stands in many texts by chance; a name, with a capital letter, is noticed sooner."""
_FEWEST_DIGITS = 4
"""A bare number of fewer digits stands in many texts by chance; with its unit, or a year, it does not."""
_LISTED = frozenset({ItemType.MULTIPLE_CHOICE, ItemType.MULTIPLE_RESPONSE, ItemType.MATCHING})
_WITHOUT_ANSWER = frozenset({ItemType.TRUE_FALSE, ItemType.ORDERING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """What an item prints, and what must not be read elsewhere."""

    stems: tuple[Text, ...]
    stem_line: str
    """The folded words of all of them."""
    options: tuple[Text, ...]
    option_line: str
    answers: tuple[tuple[str, Text], ...]
    """Answers that would be noticed: folded, and as written."""
    is_listed: bool
    """Whether the answer is one of several options."""

    def reveals(self, other: Footprint) -> bool:
        """Whether it prints an answer of another one."""
        return any(self._prints(core, other) for core, _ in other.answers)

    def _prints(self, core: str, other: Footprint) -> bool:
        return core in self.stem_line or (not other.is_listed and core in self.option_line)

    def revealed(self, other: Footprint) -> Iterator[tuple[Text, Text]]:
        """Yield each answer of another one that it prints, after the text that prints it."""
        for core, answer in other.answers:
            texts = self.stems if other.is_listed else (*self.stems, *self.options)
            text = next((text for text in texts if core in line_of(text)), None)
            if text is not None:
                yield text, answer


def footprint_of(items: Iterable[Item], section: SectionSpec) -> Footprint:
    """Return what the items about one fact print in a section, and their answers."""
    items = tuple(items)
    stems = tuple(text for item in items for text in _stems(item))
    options = tuple(option.text for item in items for option in item.options if item.type is not ItemType.ORDERING)
    answers = {core_of(text): text for item in items for text in _answers(item, section) if is_noticed(text)}
    return Footprint(
        stems=stems,
        stem_line="|".join(map(line_of, stems)),
        options=options,
        option_line="|".join(map(line_of, options)),
        answers=tuple(answers.items()),
        is_listed=section.type in _LISTED,
    )


def is_noticed(answer: str) -> bool:
    """Whether an answer says enough to be recognized in another text."""
    words = core_of(answer).split()
    letters = sum(len(word) for word in words if not word[0].isdigit())
    digits = max((sum(map(str.isdigit, word)) for word in words), default=0)
    if digits:
        return letters > 0 or digits >= _FEWEST_DIGITS
    is_name = any(map(str.isupper, answer[-len(" ".join(words)) :]))
    return letters >= (_FEWEST_OF_A_NAME if is_name else _FEWEST_LETTERS)


def check_cues(one: Footprint, other: Footprint) -> Iterator[Problem]:
    """Report the answers of an item that another item of the quiz gives away."""
    for text, answer in one.revealed(other):
        yield Problem(
            code="QZ402",
            message=f"the quiz cannot avoid that `{answer}` can be read in another question",
            place=text.place,
            labels=(Label(answer.place, "the answer that it gives away"),),
            note="too few facts are left that could be asked in the place of one of them",
            hint="lower the `count` of a section, or say one of the two in other words",
        )


def _stems(item: Item) -> Iterator[Text]:
    yield from item.pieces or (item.stem,)
    if item.type is ItemType.ORDERING:
        yield from (event.text for event in item.options)


def _answers(item: Item, section: SectionSpec) -> Iterator[Text]:
    if item.type in _WITHOUT_ANSWER or (item.type is ItemType.MATCHING and section.by is not MatchBy.ANSWER):
        return  # whom a source cites, and sources, are named in many questions
    yield from (option.text for option in item.options if option.is_key)
    written = item.answers or (item.fact.answers if item.type is ItemType.MULTIPLE_CHOICE else ())
    for answer in written:
        yield from (answer.text, *answer.accept)
