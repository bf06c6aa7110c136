"""QZ621: a claim that will not stay true, with nothing that says when it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.checking.folding import place_of_match
from quizgen.checking.views import BankView, FactView
from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank


def check(bank: BankView) -> Iterator[Problem]:
    """Report a state or a tense that ages (`has been`, `is the mayor`) without ``as_of``.

    Languages: those with word lists.
    """
    for view in bank.views:
        match = ageing_words(view, bank.content.bank)
        if match is not None:
            yield Problem(
                code="QZ621",
                message=f"`{match[0]}` will not stay true, and nothing says when it was",
                place=place_of_match(view.claim, match),
                hint="add `as_of: …` to the source, or to this fact, and write the claim in the past tense",
            )


def ageing_words(view: FactView, bank: Bank) -> re.Match[str] | None:
    """Return what ages in the line of a claim that has no date which it stands for; ``None`` where nothing does."""
    if view.vocabulary is None or not view.owns_claim or bank.as_of(view.fact) is not None:
        return None
    return view.vocabulary.ageing.search(view.claim.line)
