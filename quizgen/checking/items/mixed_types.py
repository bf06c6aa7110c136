"""QZ704: options of different kinds, of which some rule themselves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.spans import Span
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.edtf import Edtf
from quizgen.model.fact import AnswerType

_MOST_UNIT_WORDS = 2
_NAME = re.compile(r"\w[ -]+[A-Z]|[\^~]")


class _Kind(StrEnum):
    NUMBER = "a number"
    PERCENTAGE = "a percentage"
    WORDS = "words"


def check(asked: Asked) -> Iterable[Problem]:
    """Report a number or percentage among words, and the other way round: once an item.

    `none` and `several` go with numbers; names with numbers in them (`Apollo 11`) go with anything.
    Languages: those with word lists, for number words are numbers too.
    """
    if asked.key is None or asked.vocabulary is None or asked.numbers or not asked.has_figures:
        return ()
    if len({span and span.unit for span in asked.spans}) == 1:
        return ()  # words alone, or numbers of one unit
    reads_words = _asks_for_a_number(asked, asked.vocabulary)
    if not reads_words and not all(option.text[:1].islower() or option.text.isdecimal() for option in asked.options):
        return ()  # names, of which `2012` may be one
    options = zip(asked.options, asked.spans, strict=True)
    kinds = [_kind(option, span, asked.vocabulary, reads_words=reads_words) for option, span in options]
    return _check(asked, asked.key, kinds)


def _check(asked: Asked, key: Folded, kinds: Sequence[_Kind | None]) -> Iterator[Problem]:
    for distractor, kind in zip(asked.distractors, kinds[1:], strict=True):
        if kinds[0] is not None and kind is not None and kind is not kinds[0]:
            yield Problem(
                code="QZ704",
                message=f"the distractor `{distractor.text}` is {kind}, the answer is {kinds[0]}",
                place=distractor.text.place,
                labels=(Label(key.text.place, "the answer"),),
                hint="write options of one kind, so that none rules itself out",
            )
            return


def _asks_for_a_number(asked: Asked, vocabulary: Vocabulary) -> bool:
    """Whether a number word is a number: else it may be one of the words that are asked for (`three` for `drei`)."""
    is_typed = asked.fact.answer_type in {AnswerType.NUMBER, AnswerType.PERCENTAGE, AnswerType.DATE}
    return is_typed or vocabulary.number_questions.search(asked.stem.line) is not None


def _kind(option: Folded, span: Span | None, vocabulary: Vocabulary, *, reads_words: bool) -> _Kind | None:
    """Return what an option is; ``None`` where that cannot be said for sure."""
    if span is not None:
        is_sure = (reads_words or option.text[:1].isdigit()) and span.unit.count(" ") < _MOST_UNIT_WORDS
        kind = _Kind.PERCENTAGE if span.unit.startswith("%") else _Kind.NUMBER
        return kind if is_sure and not _is_name(option) else None
    if Edtf.parse(str(option.text)) is not None:
        return _Kind.NUMBER
    is_told = vocabulary.counting.isdisjoint(option.words) and re.search(r"\d", option.text) is None
    return _Kind.WORDS if is_told and option.words else None


def _is_name(option: Folded) -> bool:
    """Whether a number is part of a name: `Seven Pines`, `82 Street`, `3^2`."""
    return _NAME.search(option.text) is not None
