"""QZ674: a deletion that leaves nothing to go by, or that is not worth guessing."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.sides import GAP, Words
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report a deletion that is the whole sentence, in any language, or a word that says nothing.

    Languages of the second: those with word lists.
    """
    for number, front, hidden in view.sides:
        reason = _reason(front, hidden, view)
        if reason and view.fact.cloze is not None:
            yield Problem(
                code="QZ674",
                message=f"the deletion c{number} {reason}",
                place=view.fact.cloze.place,
                hint="hide the word that the fact is about, and leave enough to find it by",
            )


def _reason(front: Words, hidden: Words, view: FactView) -> str:
    if all(word is GAP for word in front):
        return "is the whole sentence"
    stop_words = view.vocabulary.stop_words if view.vocabulary is not None else frozenset()
    is_asked = any(answer.words == hidden for answer in view.answers)  # words that the fact is about: `had had`
    if hidden and stop_words.issuperset(hidden) and not is_asked:
        return f"hides only `{' '.join(hidden)}`"
    return ""
