"""QZ672: an answer that is a list to be learnt by heart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import Fact

_MOST_MEMBERS = 3
_LONGEST_MEMBER = 4
"""Words; longer parts are those of a sentence with commas."""
_ITEM = re.compile(r",\s+|;\s+")


def check(view: FactView) -> Iterable[Problem]:
    """Report a list that is written as one answer, and a set of more than three that no cloze asks about."""
    if view.fact.answer_is_set:
        return _check_set(view.fact)
    listed = [answer for answer in view.answers if "," in answer.text or ";" in answer.text]
    return _check_answers(listed, view) if listed else ()


def _check_set(fact: Fact) -> Iterator[Problem]:
    if len(fact.answers) > _MOST_MEMBERS and fact.cloze is None:
        yield Problem(
            code="QZ672",
            message=f"{len(fact.answers)} answers make no card, and there is no cloze",
            place=fact.answers[0].text.place,
            hint="add `cloze: …` that hides one or two of them",
        )


def _check_answers(answers: Iterable[Folded], view: FactView) -> Iterator[Problem]:
    for answer in answers:
        parts = _ITEM.split(answer.text)
        is_long = len(parts) >= _MOST_MEMBERS or (len(parts) == _MOST_MEMBERS - 1 and _is_joined(parts[-1], view))
        if (
            is_long
            and not _is_sentence(answer, view)
            and all(len(member.split()) <= _LONGEST_MEMBER for member in _members(parts, view))
        ):
            yield Problem(
                code="QZ672",
                message=f"the answer `{answer.text}` is a list",
                place=answer.text.place,
                hint=f"write `answer: [{', '.join(_members(parts, view))}]`",
            )


def _is_sentence(answer: Folded, view: FactView) -> bool:
    """Whether commas part the clauses of a sentence: `it drifts, which is dangerous, to the weir`."""
    vocabulary = view.vocabulary
    return vocabulary is not None and not (vocabulary.auxiliaries | vocabulary.interrogatives).isdisjoint(answer.words)


def _is_joined(last: str, view: FactView) -> bool:
    """Whether the last part is two more members: `voltage and resistance`."""
    return view.vocabulary is not None and any(f" {join} " in last for join in view.vocabulary.joins)


def _members(parts: list[str], view: FactView) -> Iterator[str]:
    joins = "|".join(view.vocabulary.joins) if view.vocabulary is not None else "&"
    for part in parts:
        yield from (member for member in re.split(rf"(?:^|\s)(?:{joins})\s", part) if member)
