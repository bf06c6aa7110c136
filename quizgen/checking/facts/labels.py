"""QZ631: a label that gives the answer, the voice or the date away."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.facts.voices import is_said
from quizgen.checking.folding import Folded, find_words, fold
from quizgen.checking.views import FactView, core_of
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report a label in which something stands that matching or ordering asks for."""
    if view.fact.label is None:
        return
    label = fold(view.fact.label)
    for what, told in _told(label, view):
        yield Problem(
            code="QZ631",
            message=f"the label gives the {what} away: `{told}`",
            place=label.text.place,
            hint="name the matter alone: in matching and ordering, the label is what is asked about",
        )
        return


def _told(label: Folded, view: FactView) -> Iterator[tuple[str, str]]:
    for answer in view.answers:
        core = core_of(answer.words, view.vocabulary)
        if core and find_words(core, label.words) >= 0:
            yield "answer", " ".join(core)
    if view.voice and is_said(view.voice, label):
        yield "voice", str(view.fact.voice)
    when = view.fact.when
    for end in (when.start, when.end) if when is not None else ():
        if end is not None and not end.unspecified and str(end.year) in label.words:
            yield "date", str(end.year)
