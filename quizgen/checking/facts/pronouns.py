"""QZ603: a claim or a question about somebody who is not named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.folding import Folded, place_of
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Label, Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report a pronoun that stands where a name should. Languages: those with word lists."""
    vocabulary = view.vocabulary
    return () if vocabulary is None or vocabulary.pronouns.isdisjoint(view.bag) else _check(view, vocabulary)


def _check(view: FactView, vocabulary: Vocabulary) -> Iterator[Problem]:
    found = list(_pronouns(view, vocabulary))
    if found:
        (folded, at), *others = found
        pronoun = folded.words[at]
        yield Problem(
            code="QZ603",
            message=f"`{pronoun}` stands for something that is not named",
            place=place_of(folded.text, at),
            labels=tuple(Label(place_of(other.text, where), "here as well") for other, where in others),
            note="each claim and each question is read alone, on a card or in a quiz",
            hint=f"write the name in the place of `{pronoun}`",
        )


def _pronouns(view: FactView, vocabulary: Vocabulary) -> Iterator[tuple[Folded, int]]:
    for folded in (view.claim if view.owns_claim else None, view.cloze_sentence):
        if folded is not None and vocabulary.pronoun_starts.match(folded.line):
            yield folded, 0
    if view.question is not None:
        match = vocabulary.pronoun_questions.match(view.question.line)
        if match is not None:
            yield view.question, len(match[0].split()) - 1
