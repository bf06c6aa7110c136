"""QZ714: a question of fewer than four words that says too little, or one of more than forty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.folding import has_more_words
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.text import Text

_FEWEST_WORDS = 4
_MOST_WORDS = 40


def check(view: FactView) -> Iterable[Problem]:
    """Report questions that are too short to say what is asked, and questions and statements that are too long."""
    return [*_check_question(view), *_check_lengths(view)]


def _check_question(view: FactView) -> Iterable[Problem]:
    if view.question is None:
        return ()
    text = view.question.text
    words = len(text.split(maxsplit=_FEWEST_WORDS))
    if words >= _FEWEST_WORDS or _is_whole(view, words):
        return ()
    return [_problem(text, "question", words, f"{_FEWEST_WORDS} are the fewest", "ask in a full sentence")]


def _check_lengths(view: FactView) -> Iterable[Problem]:
    texts = [sentence.text for sentence in (view.claim, view.question, *view.false_claims) if sentence is not None]
    if not [text for text in texts if has_more_words(_MOST_WORDS, text)]:
        return ()
    limit, hint = f"{_MOST_WORDS} are the most", "leave out what is not needed to answer"
    long = [(name, text) for name, text in _stems(view) if has_more_words(_MOST_WORDS, text)]
    return [_problem(text, name, len(text.split()), limit, hint) for name, text in long]


def _is_whole(view: FactView, words: int) -> bool:
    """Whether three words are a question all the same: `Who discovered Uranus?`."""
    vocabulary, question = view.vocabulary, view.question
    if vocabulary is None or question is None or words < _FEWEST_WORDS - 1:
        return False
    return question.words[:1] != () and question.words[0] in vocabulary.interrogatives


def _stems(view: FactView) -> Iterator[tuple[str, Text]]:
    if view.question is not None:
        yield "question", view.question.text
    if view.owns_claim:
        yield "claim", view.claim.text
    for claim in view.false_claims:
        yield "false claim", claim.text


def _problem(text: Text, name: str, words: int, limit: str, hint: str) -> Problem:
    return Problem(code="QZ714", message=f"the {name} has {words} words, {limit}", place=text.place, hint=hint)
