"""QZ102: a distractor that is a right answer, or the same as another distractor."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from quizgen.checking.folding import spelling_of
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report each distractor that reads the same as an answer, an accepted spelling or an earlier distractor."""
    for fact in content.written:
        if fact.distractors and _may_be_the_same(fact):
            yield from _check_fact(fact)


def _may_be_the_same(fact: Fact) -> bool:
    """Whether two of a fact's spellings read the same: a quick look at all."""
    right = [(answer.text, *answer.accept) for answer in fact.answers]
    wrong = [distractor.text for distractor in fact.distractors or ()]
    spellings = [*map(spelling_of, chain(*right, wrong))]
    return len({*spellings}) < len(spellings)


def _check_fact(fact: Fact) -> Iterator[Problem]:
    right = [text for answer in fact.answers for text in (answer.text, *answer.accept)]
    seen = {spelling_of(text): (text, "the right answer") for text in reversed(right)}
    for distractor in fact.distractors or ():
        spelling = spelling_of(distractor.text)
        if spelling in seen:
            other, what = seen[spelling]
            yield _problem(distractor.text, other, what)
        else:
            seen[spelling] = (distractor.text, "another distractor")


def _problem(text: Text, other: Text, what: str) -> Problem:
    return Problem(
        code="QZ102",
        message=f"the distractor `{text}` is the same as {what}",
        place=text.place,
        labels=(Label(other.place, what),),
        hint="write a distractor that is wrong, and unlike the others",
    )
