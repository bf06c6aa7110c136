"""QZ674: a deletion that leaves nothing to go by, or that is not worth guessing."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import words_of
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.cloze import Cloze


def check(view: FactView) -> Iterator[Problem]:
    """Report a deletion that is the whole sentence, in any language, or a word that says nothing.

    Languages of the second: those with word lists.
    """
    assert view.cloze is not None, "run without a cloze"  # noqa: S101 - `CLOZE_RULES` says so
    assert view.fact.cloze is not None, "run without a cloze"  # noqa: S101 - likewise
    for number in view.cloze.numbers:
        reason = _reason(view.cloze, number, view)
        if reason:
            yield Problem(
                code="QZ674",
                message=f"the deletion c{number} {reason}",
                place=view.fact.cloze.place,
                hint="hide the word that the fact is about, and leave enough to find it by",
            )


def _reason(cloze: Cloze, number: int, view: FactView) -> str:
    if not words_of(" ".join(cloze.around(number))):
        return "is the whole sentence"
    hidden = words_of(" ".join(one.text for one in cloze.deletions if one.number == number))
    stop_words = view.vocabulary.stop_words if view.vocabulary is not None else frozenset()
    is_asked = any(answer.words == hidden for answer in view.answers)  # words that the fact is about: `had had`
    if hidden and stop_words.issuperset(hidden) and not is_asked:
        return f"hides only `{' '.join(hidden)}`"
    return ""
