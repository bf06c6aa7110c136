"""QZ104: a code that does not exist, or an error that cannot be ignored."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.settings import can_be_ignored
from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.pages import codes
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.text import Text


def check(content: Content) -> Iterator[Problem]:
    """Report each code that `quizgen explain` does not know, on facts and in the settings, and each error on a fact."""
    ignoring = [fact for fact in content.written if fact.ignore]
    chosen = (*content.project.check.select, *content.project.check.ignore) if content.project is not None else ()
    known = frozenset(codes()) if ignoring or chosen else frozenset()
    for code in chosen:
        if isinstance(code, Text) and not any(one.startswith(code) for one in known):
            yield _unknown(code, code.place, known)
    for fact in ignoring:
        yield from _check_fact(fact, known)


def _unknown(code: str, place: Place, known: frozenset[str]) -> Problem:
    hint = did_you_mean(code, known) or "use a code as it stands in a problem"
    return Problem(code="QZ104", message=f"there is no code `{code}`", place=place, hint=hint)


def _check_fact(fact: Fact, known: frozenset[str]) -> Iterator[Problem]:
    for code, reason in fact.ignore.items():
        place = code.place if isinstance(code, Text) else reason.place
        if code not in known:
            yield _unknown(code, place, known)
        elif not can_be_ignored(code):
            message, hint = f"`{code}` is an error that cannot be ignored", "delete it, and mend the error"
            yield Problem(code="QZ104", message=message, place=place, hint=hint)
