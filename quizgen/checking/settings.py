"""What a curator does not want to hear: settings of the project, and ``ignore`` on a fact."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quizgen.diagnostics.pages import codes, level_of
from quizgen.diagnostics.problem import Level, Place, Problem
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.settings import CheckSettings
from quizgen.model.text import Text

_STALE = "QZ649"
_JUDGED = "QZ7"
"""The rules on questions and options."""
_CROSS_CUE = "QZ801"
_TOLD_BY_PLANNER = "QZ402"
"""The planner's word for an answer that another item gives away; it knows which quizzes it could not help."""


def can_be_ignored(code: str) -> bool:
    """Whether a fact may leave a code out with a reason.

    Warnings and remarks, and of the errors those of questions and options: they are judged by their words, and words
    can deceive a rule. All other errors must be mended.
    """
    return level_of(code) is not Level.ERROR or code.startswith(_JUDGED)


def apply_settings(
    problems: Iterable[Problem], content: Content, settings: CheckSettings, *, complete: bool = True
) -> tuple[Problem, ...]:
    """Leave out what the settings or the fact at the problem's place ignore, and add each ``ignore`` that is stale.

    The settings leave no error out, a fact can. A cue that the planner tells too is left to it. ``complete`` says that
    all rules have run, those on quizzes too: only then is an ``ignore`` known to be stale.
    """
    owners = _Owners(tuple(fact for fact in content.written if fact.id.document))
    is_ignoring = any(fact.ignore for fact in owners.facts)
    kept: list[Problem] = []
    used: set[tuple[str, str]] = set()
    for problem in problems:
        fact = owners.of(problem.place) if is_ignoring else None
        if fact is not None and problem.code in fact.ignore and can_be_ignored(problem.code):
            used.add((fact.id, problem.code))
        elif _is_reported(problem.code, settings):
            kept.append(problem)
    if complete and settings.wants(_STALE):
        kept += _stale(content, settings, used)
    return _once(kept, owners)


def _once(problems: list[Problem], owners: _Owners) -> tuple[Problem, ...]:
    """Leave out each cue of which the planner speaks too: the same fact gives away the answer of the same other one."""

    def pair(problem: Problem) -> tuple[str, ...]:
        facts = (owners.of(place) for place in (problem.place, *(label.place for label in problem.labels)))
        return tuple(fact.id if fact is not None else "" for fact in facts)

    told = {pair(problem) for problem in problems if problem.code == _TOLD_BY_PLANNER}
    return tuple(problem for problem in problems if problem.code != _CROSS_CUE or pair(problem) not in told)


def _stale(content: Content, settings: CheckSettings, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """Report each ``ignore`` that silences nothing; of unknown codes and of errors another rule speaks."""
    known = frozenset(codes())
    for fact in content.bank.facts:
        for code, reason in fact.ignore.items():
            is_other = code not in known or not can_be_ignored(code) or not _is_reported(code, settings)
            if (fact.id, code) not in used and not is_other:
                yield Problem(
                    code=_STALE,
                    message=f"`{code}` is not found here",
                    place=code.place if isinstance(code, Text) else reason.place,
                    hint=f"delete it from the `ignore` of `{fact.id}`",
                )


def _is_reported(code: str, settings: CheckSettings) -> bool:
    return settings.wants(code) or level_of(code) is Level.ERROR


@dataclass(frozen=True)
class _Owners:
    """Which fact a place belongs to: the last one that begins before it in the same document."""

    facts: tuple[Fact, ...]

    @cached_property
    def starts(self) -> dict[str, list[tuple[int, Fact]]]:
        """By document, where each fact begins: found out when it is asked for, which most runs do not."""
        starts: dict[str, list[tuple[int, Fact]]] = defaultdict(list)
        for fact in self.facts:
            starts[fact.id.document].append((_first_line(fact), fact))
        return {document: sorted(found, key=_line) for document, found in starts.items()}

    def of(self, place: Place) -> Fact | None:
        """Return the fact at a place; ``None`` before the first one."""
        starts = self.starts.get(place.document, [])
        at = bisect_right(starts, place.line, key=_line)
        return starts[at - 1][1] if at else None


def _line(start: tuple[int, Fact]) -> int:
    return start[0]


def _first_line(fact: Fact) -> int:
    """Return the first line of a fact's own texts, whatever their order; what it inherits stands elsewhere."""
    own: list[Text | None] = [
        fact.question,
        fact.cloze,
        fact.label,
        fact.explanation,
        *(one.text for one in fact.answers),
    ]
    if fact.same_claim is None:
        own += [fact.claim, *fact.topics[:1], *(citation.source for citation in fact.citations[:1])]
    return min([fact.id.line, *(text.line for text in own if text is not None and text.document == fact.id.document)])
