"""QZ642: a person or body that a sensitive fact drags in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.folding import Folded, find_words
from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import AnswerType
from quizgen.model.text import Text

_NAMED = {AnswerType.PERSON, AnswerType.ORGANIZATION}


def check(view: FactView, bank: BankView) -> Iterable[Problem]:
    """Report wrong answers to a question of `who`, and names from other facts, at a sensitive fact.

    Who said something may be asked with wrong answers: to have reported a harm is no wrong.
    """
    if not view.fact.sensitive:
        return ()
    if view.fact.answer_type in _NAMED and view.distractors and not _is_voice(view):
        return [_problem(view.distractors[0].text, "distractor", str(view.distractors[0].text))]
    return _check_names(view, bank) if view.distractors or view.false_claims else ()


def _check_names(view: FactView, bank: BankView) -> Iterator[Problem]:
    for what, folded in _wrong_texts(view):
        name = _strange_name(folded, view, bank)
        if name:
            yield _problem(folded.text, what, name)


def _is_voice(view: FactView) -> bool:
    return bool(view.voice) and all(view.voice.issubset(answer.words) for answer in view.answers)


def _wrong_texts(view: FactView) -> Iterator[tuple[str, Folded]]:
    yield from (("distractor", folded) for folded in view.distractors)
    yield from (("false claim", folded) for folded in view.false_claims)


def _strange_name(folded: Folded, view: FactView, bank: BankView) -> str:
    """Return a name that another fact's answer has, and this fact's claim has not; empty where there is none."""
    for word in folded.words:
        for name, written in bank.names.get(word, {}).items():
            if find_words(name, folded.words) >= 0 and not set(name) <= set(view.claim.words):
                return written
    return ""


def _problem(text: Text, what: str, name: str) -> Problem:
    return Problem(
        code="QZ642",
        message=f"the {what} brings in `{name}`, of whom the source does not say so",
        place=text.place,
        note="beside a harm or an accusation every wrong name is an accusation too",
        hint="write `distractors: []`" if what == "distractor" else "take the name out",
    )
