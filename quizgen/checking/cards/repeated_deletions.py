"""QZ677: a deletion whose word stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checking.folding import find_words, words_of
from quizgen.checking.views import FactView, core_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.cloze import Deletion


def check(view: FactView) -> Iterator[Problem]:
    """Report each hidden text that can be read elsewhere in the sentence."""
    assert view.cloze is not None, "run without a cloze"  # noqa: S101 - `CLOZE_RULES` says so
    assert view.fact.cloze is not None, "run without a cloze"  # noqa: S101 - likewise
    for number in view.cloze.numbers:
        shown = [_shown_words(part, number) for part in view.cloze.parts]
        for deletion in view.cloze.deletions:
            core = core_of(words_of(deletion.text), view.vocabulary)
            is_telling = deletion.number == number and len("".join(core)) > 2  # noqa: PLR2004 - a name, not a letter
            if is_telling and any(find_words(core, words) >= 0 for words in shown):
                yield Problem(
                    code="QZ677",
                    message=f"`{deletion.text}` is hidden, and stands elsewhere in the sentence",
                    place=view.fact.cloze.place,
                    hint=f"hide it there too, with the same number: `{{{{c{number}::{deletion.text}}}}}`",
                )
                return


def _shown_words(part: str | Deletion, number: int) -> tuple[str, ...]:
    if isinstance(part, str):
        return words_of(part)
    return () if part.number == number else words_of(part.text)
