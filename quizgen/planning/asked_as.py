"""What of a fact an item shows, or is marked by: an item whose fact has the same of it today is not out of date."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType
from quizgen.model.quiz import Item


def as_asked(item: Item, fact: Fact) -> tuple[object, ...]:
    """Return what an item takes from a fact: one that it is about, as it was then or as it is today."""
    return _TAKEN[item.type](item, fact)


def _question(_: Item, fact: Fact) -> tuple[object, ...]:
    return (fact.question, _right(fact))


def _right(fact: Fact) -> tuple[object, ...]:
    return tuple((answer.text, answer.accept) for answer in fact.answers)


def _choice(item: Item, fact: Fact) -> tuple[object, ...]:
    """Return question and answers, and of each wrong option whether it still is one."""
    written = {distractor.text for distractor in fact.distractors or ()}
    right = {text for answer in fact.answers for text in (answer.text, *answer.accept)}
    wrong = [option for option in item.options if not option.is_key]
    are_wrong = [option.text not in right if option.is_derived else option.text in written for option in wrong]
    return (*_question(item, fact), *are_wrong)


def _statement(item: Item, fact: Fact) -> tuple[object, ...]:
    if item.is_true:
        return (item.stem == fact.claim,)
    if item.is_derived:
        return (fact.claim, _right(fact))
    return (item.stem in {claim.text for claim in fact.false_claims or ()},)


def _number(item: Item, fact: Fact) -> tuple[object, ...]:
    return (*_question(item, fact), fact.quantity)


def _blanks(_: Item, fact: Fact) -> tuple[object, ...]:
    return (fact.cloze, _right(fact))


def _pair(_: Item, fact: Fact) -> tuple[object, ...]:
    return (fact.label, _right(fact), fact.voice, {citation.source for citation in fact.citations})


def _event(_: Item, fact: Fact) -> tuple[object, ...]:
    return (fact.label, fact.when)


def _essay(item: Item, fact: Fact) -> tuple[object, ...]:
    return (*_question(item, fact), fact.voice, fact.certainty, fact.contrast)


_TAKEN: Mapping[ItemType, Callable[[Item, Fact], tuple[object, ...]]] = {
    ItemType.MULTIPLE_CHOICE: _choice,
    ItemType.MULTIPLE_RESPONSE: _choice,
    ItemType.TRUE_FALSE: _statement,
    ItemType.FILL_IN_BLANK: _blanks,
    ItemType.NUMERICAL: _number,
    ItemType.MATCHING: _pair,
    ItemType.ORDERING: _event,
    ItemType.SHORT_ANSWER: _question,
    ItemType.ESSAY: _essay,
}
