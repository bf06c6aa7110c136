"""Answers that other facts lend: organizations, places and laws of one narrow topic."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.fact import Certainty, Fact
from quizgen.model.text import Text
from quizgen.planning.deriving.guards import guard_of
from quizgen.planning.folding import core_of
from quizgen.planning.means import Means, claim_of

_ARTICLES = ("the ", "a ", "an ")


def borrowed(fact: Fact, means: Means) -> Iterator[tuple[Fact, Text]]:
    """Yield the lenders of a fact, by rank, each with the answer that it lends; no answer twice."""
    if "/" not in fact.topics[0] or fact.certainty is Certainty.ALLEGED:
        return  # a whole subject is no narrow topic; and nobody new is accused
    guard, claim = guard_of(fact, means), claim_of(fact, means.bank)
    seen: set[str] = set()
    for lender in sorted(means.lenders_to(fact), key=lambda one: means.ranks.of("lender", fact.id, one.id)):
        if not _lends(lender, fact, means) or claim_of(lender, means.bank) == claim:
            continue
        text = lender.answers[0].text
        core = core_of(text)
        if core not in seen and not guard.bars_text(text):
            seen.add(core)
            yield lender, text


def _lends(lender: Fact, fact: Fact, means: Means) -> bool:
    """Whether an answer looks like one to the other's question, and harms nobody there."""
    if lender.retired or lender.sensitive or lender.certainty is Certainty.ALLEGED:
        return False
    if len(lender.answers) != 1 or lender.answer_is_set or means.lang_of(lender) != means.lang_of(fact):
        return False
    return _look(lender.answers[0].text) == _look(fact.answers[0].text)


def _look(text: str) -> tuple[str, bool]:
    """Return the article that a text begins with, and whether a capital letter follows."""
    article = next((article for article in _ARTICLES if text.casefold().startswith(article)), "")
    return article, text[len(article) :][:1].isupper()
