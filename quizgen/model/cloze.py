"""Cloze texts: ``{{c1::what is hidden}}`` inside a sentence, as in Anki."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MOST_DELETIONS = 499
"""Anki knows the cloze numbers 1 to 499."""

_DELETION = re.compile(r"\{\{c(\d{1,6})::((?:[^{}]++|\{(?!\{)|\}(?!\}))*+)\}\}", re.DOTALL | re.ASCII)
"""A number, and a text with its hint."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a cloze text hides at one spot."""

    number: int
    """Deletions of one number are hidden together, on one card."""
    text: str
    hint: str
    """Shown in place of the text; empty for three dots."""


@dataclass(frozen=True, slots=True)
class Cloze:
    """A cloze text, taken apart: literal text and deletions as they follow each other."""

    parts: tuple[str | Deletion, ...]

    @property
    def deletions(self) -> tuple[Deletion, ...]:
        """The deletions in the order of the text."""
        return tuple([part for part in self.parts if isinstance(part, Deletion)])

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that stand in the text, ascending, each once: one card each."""
        return tuple(sorted({deletion.number for deletion in self.deletions}))

    def around(self, number: int) -> tuple[str, ...]:
        """Return what stands before, between and after the deletions of a number, with all others shown."""
        texts = [""]
        for part in self.parts:
            if isinstance(part, Deletion) and part.number == number:
                texts.append("")
            else:
                texts[-1] += part if isinstance(part, str) else part.text
        return tuple(texts)

    @property
    def sentence(self) -> str:
        """The whole sentence, with nothing hidden."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


@lru_cache(maxsize=2**17)  # each stage asks again: as many as the largest banks have
def parse_cloze(text: str) -> Cloze | None:
    """Take a cloze text apart; ``None`` where it has no deletion, or one that is not well formed.

    Well formed is ``{{cN::text}}`` or ``{{cN::text::hint}}`` with N from 1 to 499, a text that is not blank, and no
    other double braces anywhere: nested deletions are not supported.
    """
    first, *rest = _DELETION.split(text)
    parts: list[str | Deletion] = [first]
    for digits, inside, literal in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        number, (hidden, _, hint) = int(digits), inside.partition("::")
        if not 1 <= number <= MOST_DELETIONS or not hidden.strip():
            return None
        parts += (Deletion(number, hidden, hint.strip()), literal)
    literals = "\n".join([first, *rest[2::3]])
    if not rest or "{{" in literals or "}}" in literals:
        return None
    return Cloze(tuple([part for part in parts if part]))
