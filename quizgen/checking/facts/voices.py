"""QZ612: a voice that a claim, its question or its cloze leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.folding import Folded, words_of
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Label, Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report the sentences that do not say whom the source cites. Languages: those with word lists."""
    silent = [*_silent_sentences(view, view.voice)] if view.voice else ()
    if not silent:
        return ()
    (name, folded), *others = silent
    return [
        Problem(
            code="QZ612",
            message=f"the {name} does not say that it comes from `{view.fact.voice}`",
            place=folded.text.place,
            labels=tuple(Label(other.text.place, f"nor does the {what}") for what, other in others),
            hint=f"name the voice: according to {view.fact.voice}, …",
        )
    ]


def is_said(voice: frozenset[str], folded: Folded) -> bool:
    """Whether a voice stands in a sentence: all its words, in whatever number (`monitor` for `monitors`)."""
    if voice.issubset(folded.words):
        return True
    stems = {word.removesuffix("s") for word in folded.words}
    return all(word.removesuffix("s") in stems for word in voice)


def _silent_sentences(view: FactView, voice: frozenset[str]) -> Iterator[tuple[str, Folded]]:
    if view.owns_claim and not is_said(voice, view.claim):
        yield "claim", view.claim
    if view.question is not None and not is_said(voice, view.question) and not _is_answer(voice, view):
        yield "question", view.question
    if view.cloze_sentence is not None and not is_said(voice, view.cloze_sentence):
        yield "cloze", view.cloze_sentence


def _is_answer(voice: frozenset[str], view: FactView) -> bool:
    """Whether it is the voice that is asked for."""
    texts = (text for answer in view.fact.answers for text in (answer.text, *answer.accept))
    return voice <= frozenset().union(*map(words_of, texts))
