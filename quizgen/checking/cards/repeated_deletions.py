"""QZ677: a deletion whose word stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checking.folding import find_words
from quizgen.checking.views import FactView, core_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.cloze import Deletion

_SHORTEST = 3


def check(view: FactView) -> Iterable[Problem]:
    """Report each hidden text that can be read elsewhere in the sentence."""
    one = view.sides[0] if len(view.sides) == 1 else None
    is_unlike = one is not None and set(one.hidden).isdisjoint(one.front)  # a quick look, which is enough for most
    return () if is_unlike else _check(view)


def _check(view: FactView) -> Iterator[Problem]:
    assert view.cloze is not None, "run without a cloze"  # noqa: S101 - `CLOZE_RULES` says so
    assert view.fact.cloze is not None, "run without a cloze"  # noqa: S101 - likewise
    parts = [*zip(view.cloze.parts, view.cloze_words, strict=True)]
    for number in [side.number for side in view.sides]:
        shown = [words for part, words in parts if isinstance(part, str) or part.number != number]
        for part, words in parts:
            if isinstance(part, Deletion) and part.number == number and _is_shown(words, shown, view):
                yield Problem(
                    code="QZ677",
                    message=f"`{part.text}` is hidden, and stands elsewhere in the sentence",
                    place=view.fact.cloze.place,
                    hint=f"hide it there too, with the same number: `{{{{c{number}::{part.text}}}}}`",
                )
                return


def _is_shown(hidden: tuple[str, ...], shown: list[tuple[str, ...]], view: FactView) -> bool:
    """Whether the telling words of what is hidden can be read elsewhere; a letter tells nothing."""
    core = core_of(hidden, view.vocabulary)
    return len("".join(core)) >= _SHORTEST and any(find_words(core, words) >= 0 for words in shown)
