"""QZ679: a question that is answered by yes or no."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report an answer that a coin would find half of the time. Languages: those with word lists."""
    vocabulary = view.vocabulary
    if vocabulary is None or view.question is None or len(view.answers) != 1:
        return ()
    answer = view.answers[0]
    if vocabulary.yes_or_no.isdisjoint(answer.words[:1]) or not _says_no_more(answer, view.question, vocabulary):
        return ()
    return [
        Problem(
            code="QZ679",
            message=f"the answer is `{answer.text}`: half of all guesses are right",
            place=answer.text.place,
            hint="ask what, who, when or how many; for true or false there is `false_claims`",
        )
    ]


def _says_no_more(answer: Folded, question: Folded, vocabulary: Vocabulary) -> bool:
    """Whether the question asks `did …?`, and the word stands alone or before a comma: not `no major ones`."""
    word, _, rest = answer.text.partition(" ")
    asks_so = not vocabulary.auxiliaries.isdisjoint(question.words[:1]) or vocabulary.interrogatives.isdisjoint(
        question.words
    )
    return asks_so and (not rest or word[-1:] in ",.;:")
