"""QZ643: a cloze of a sensitive fact that hides the harm itself."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import words_of
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report each deletion that is a harm: guessing at it is making one up. Languages: those with word lists."""
    vocabulary = view.vocabulary
    if vocabulary is None or view.cloze is None or view.fact.cloze is None:
        return
    for deletion in view.cloze.deletions:
        words = words_of(deletion.text)
        if vocabulary.violence.search(" ".join(words)) and vocabulary.negations.isdisjoint(words):
            yield Problem(
                code="QZ643",
                message=f"the cloze hides the harm: `{deletion.text}`",
                place=view.fact.cloze.place,
                hint="hide the hedge, the date or the place, and let the harm be read",
            )
