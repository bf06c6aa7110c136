"""QZ705: an option that speaks of the others: all, none or both of the above."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.checking.asked import Asked
from quizgen.checking.folding import Folded
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem
from quizgen.model.text import Text

_LETTER = re.compile(r"[a-z]|[0-9]")


def check(asked: Asked) -> Iterable[Problem]:
    """Report each such option; `none of them` is an answer like any other to a question of `how many`.

    Languages: those with word lists.
    """
    vocabulary = asked.vocabulary
    if vocabulary is None or vocabulary.other_option_starts.isdisjoint(asked.words):
        return ()
    starts, options = vocabulary.other_option_starts, (*asked.answers, *asked.distractors)
    found = [option for option in options if option.words and option.words[0] in starts]
    return [_problem(option.text) for option in found if _speaks_of_others(option, asked, vocabulary)]


def _problem(option: Text) -> Problem:
    return Problem(
        code="QZ705",
        message=f"the option `{option}` speaks of the other options",
        place=option.place,
        note="each form has an order of its own, and who sees two right options knows that this one is right",
        hint="write an answer to the question",
    )


def _speaks_of_others(option: Folded, asked: Asked, vocabulary: Vocabulary) -> bool:
    line = option.line
    if vocabulary.other_options.fullmatch(line):
        counts = vocabulary.quantity_questions.search(asked.stem.line) is not None
        return not (counts and _is_quantity(option))
    return vocabulary.letter_options.fullmatch(line) is not None and not _are_letters(option, asked)


def _is_quantity(option: Folded) -> bool:
    """Whether it is `none of them`, and not `none of the above`."""
    return {"above", "options", "answers", "choices", "correct"}.isdisjoint(option.words)


def _are_letters(option: Folded, asked: Asked) -> bool:
    """Whether letters or digits are what the item is about, as with musical notes."""
    others = [other for other in (*asked.answers, *asked.distractors) if other is not option]
    pattern = asked.vocabulary.letter_options if asked.vocabulary is not None else _LETTER
    return (
        not others
        or any(_LETTER.fullmatch(other.line) for other in others)
        or all(pattern.fullmatch(other.line) for other in others)
    )
