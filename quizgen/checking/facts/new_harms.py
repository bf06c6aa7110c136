"""QZ641: a wrong answer or statement that invents a harm."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report a word of harm or wrongdoing in a distractor or false claim of a sensitive fact that it has not itself.

    Languages: those with word lists.
    """
    if not view.fact.sensitive or view.vocabulary is None:
        return
    known = _harms(view, view.claim, *view.answers, *(() if view.question is None else (view.question,)))
    for what, folded in _invented(view):
        new = [harm for harm in _harms(view, folded) if not _is_known(harm, known)]
        if new:
            yield Problem(
                code="QZ641",
                message=f"the {what} brings in `{new[0]}`, of which the source does not speak",
                place=folded.text.place,
                note="a made-up crime or harm is remembered, whatever the key says",
                hint=f"write a milder one, or none: `{what.replace(' ', '_')}s: []`",
            )


def _invented(view: FactView) -> Iterator[tuple[str, Folded]]:
    yield from (("distractor", folded) for folded in view.distractors)
    assert view.vocabulary is not None  # noqa: S101 - `check` has looked
    negations = view.vocabulary.negations
    yield from (("false claim", folded) for folded in view.false_claims if negations.isdisjoint(folded.bag))


def _harms(view: FactView, *texts: Folded) -> list[str]:
    assert view.vocabulary is not None  # noqa: S101 - `check` has looked
    return [word for folded in texts for word in view.vocabulary.harms.findall(folded.line)]


def _is_known(harm: str, known: list[str]) -> bool:
    """Whether a word of the fact has the same root: `killing` where the claim says `killed`."""
    return any(_root(harm) == _root(other) for other in known)


def _root(harm: str) -> str:
    return "die" if harm.startswith(("die", "dea")) else harm[:4]  # died, deaths, the dead
