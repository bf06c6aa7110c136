"""QZ631: a label that gives the answer, the voice or the date away."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.facts.voices import is_said
from quizgen.checking.folding import Folded, find_words
from quizgen.checking.views import FactView, core_of
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report a label in which something stands that matching or ordering asks for."""
    label = view.label
    told = ("", "") if label is None else _told(label, view)
    if label is None or not any(told):
        return ()
    what, words = told
    return [
        Problem(
            code="QZ631",
            message=f"the label gives the {what} away: `{words}`",
            place=label.text.place,
            hint="name the matter alone: in matching and ordering, the label is what is asked about",
        )
    ]


def _told(label: Folded, view: FactView) -> tuple[str, str]:
    """Return what is told first, and the words that tell it; two empty texts where nothing is."""
    for answer in view.answers:
        core = core_of(answer.words, view.vocabulary)
        if core and find_words(core, label.words) >= 0:
            return "answer", " ".join(core)
    if view.voice and is_said(view.voice, label):
        return "voice", str(view.fact.voice)
    when = view.fact.when
    for end in (when.start, when.end) if when is not None else ():
        if end is not None and not end.unspecified and str(end.year) in label.words:
            return "date", str(end.year)
    return "", ""
