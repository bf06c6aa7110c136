"""QZ104: ``ignore`` names a code that does not exist, or an error, which cannot be ignored."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.pages import codes
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content


def check(content: Content) -> Iterator[Problem]:
    """Report each code that `quizgen explain` does not know."""
    for fact in content.bank.facts:
        for code, reason in fact.ignore.items():
            if code not in codes():
                hint = did_you_mean(code, codes()) or "use a code as it stands in a problem"
                yield Problem(code="QZ104", message=f"there is no code `{code}`", place=reason.place, hint=hint)
