"""QZ104: ``ignore`` names a code that does not exist, or an error that cannot be ignored."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.settings import can_be_ignored
from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.pages import codes
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report each code that `quizgen explain` does not know, and each error that must be mended."""
    ignoring = [fact for fact in content.written if fact.ignore]
    known = frozenset(codes()) if ignoring else frozenset()
    for fact in ignoring:
        yield from _check_fact(fact, known)


def _check_fact(fact: Fact, known: frozenset[str]) -> Iterator[Problem]:
    for code, reason in fact.ignore.items():
        place = code.place if isinstance(code, Text) else reason.place
        if code not in known:
            hint = did_you_mean(code, known) or "use a code as it stands in a problem"
            yield Problem(code="QZ104", message=f"there is no code `{code}`", place=place, hint=hint)
        elif not can_be_ignored(code):
            message, hint = f"`{code}` is an error that cannot be ignored", "delete it, and mend the error"
            yield Problem(code="QZ104", message=message, place=place, hint=hint)
