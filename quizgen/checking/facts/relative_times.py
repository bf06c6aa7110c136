"""QZ620: a word such as `recently`, whose meaning moves with the reader's day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.checking.folding import Folded, fold, place_of_match, without_quotes
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Label, Problem


def check(view: FactView) -> Iterable[Problem]:
    """Report such a word in a claim, question, cloze or false claim. Languages: those with word lists."""
    vocabulary = view.vocabulary
    if vocabulary is None or vocabulary.relative_time_words.isdisjoint(view.bag):
        return ()
    return _check(view, vocabulary.relative_times)


def _check(view: FactView, pattern: re.Pattern[str]) -> Iterator[Problem]:
    question = view.question
    found = [(folded, match) for folded in view.sentences for match in _matches(folded, pattern, question)]
    if found:
        (folded, match), *others = found
        yield Problem(
            code="QZ620",
            message=f"`{match[0]}` means another time to each reader",
            place=place_of_match(folded, match),
            labels=tuple(Label(place_of_match(other, another), "here as well") for other, another in others),
            hint="write the time itself: `in 2014`, `by December 2006`",
        )


def _matches(folded: Folded, pattern: re.Pattern[str], question: Folded | None) -> Iterator[re.Match[str]]:
    match = pattern.search(folded.line)
    if match is None or _is_a_name(str(folded.text), match[0].split()[0]):
        return
    asks = match[0].startswith("this ") and folded is question  # `in this year`: the year that is asked for
    if not asks and pattern.search(fold(without_quotes(folded.text)).line):
        yield match


def _is_a_name(text: str, word: str) -> bool:
    """Whether it is a word that is spoken of (`the word "now"`), or part of a name (`USA Today`)."""
    quoted = re.search(rf"""["'“‘*«]{re.escape(word)}["'”’*»]""", text, re.IGNORECASE)
    name = re.search(rf"\w\W+{re.escape(word.capitalize())}\b", text)
    joined = re.search(rf"\b{re.escape(word)}-\w", text, re.IGNORECASE)  # the now-lost manuscript
    return (
        quoted is not None
        or joined is not None
        or (name is not None and not re.search(rf"\b{re.escape(word)}\b", text))
    )
