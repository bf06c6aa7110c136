"""QZ641: a wrong answer or statement that invents a harm."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import Folded
from quizgen.checking.views import FactView
from quizgen.checking.words.vocabulary import Vocabulary
from quizgen.diagnostics.problem import Problem


def check(view: FactView) -> Iterator[Problem]:
    """Report a word of harm or wrongdoing in a distractor or false claim of a sensitive fact that it has not itself.

    Languages: those with word lists.
    """
    vocabulary = view.vocabulary
    if vocabulary is None:
        return
    known = _harms(vocabulary, view.claim, *view.answers, *filter(None, (view.question,)))
    for what, folded in _invented(view, vocabulary):
        new = [harm for harm in _harms(vocabulary, folded) if not _is_known(harm, known)]
        if new:
            yield Problem(
                code="QZ641",
                message=f"the {what} brings in `{new[0]}`, of which the source does not speak",
                place=folded.text.place,
                note="a made-up crime or harm is remembered, whatever the key says",
                hint=f"write a milder one, or none: `{what.replace(' ', '_')}s: []`",
            )


def _invented(view: FactView, vocabulary: Vocabulary) -> Iterator[tuple[str, Folded]]:
    yield from (("distractor", folded) for folded in view.distractors)
    denied = vocabulary.negations
    yield from (("false claim", folded) for folded in view.false_claims if denied.isdisjoint(folded.words))


def _harms(vocabulary: Vocabulary, *texts: Folded) -> list[str]:
    return [word for folded in texts for word in vocabulary.harms.findall(folded.line)]


def _is_known(harm: str, known: list[str]) -> bool:
    """Whether a word of the fact has the same root: `killing` where the claim says `killed`."""
    return any(_root(harm) == _root(other) for other in known)


def _root(harm: str) -> str:
    return "die" if harm.startswith(("die", "dea")) else harm[:4]  # died, deaths, the dead
