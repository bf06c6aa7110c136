"""Cloze texts: ``{{c1::what is hidden}}`` inside a sentence, as in Anki."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MOST_DELETIONS = 499
"""Anki knows the cloze numbers 1 to 499."""

_DELETION = re.compile(r"\{\{c(?P<number>\d{1,6})::(?P<text>(?:[^{}]++|\{(?!\{)|\}(?!\}))*+)\}\}", re.DOTALL | re.ASCII)


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
        return tuple(part for part in self.parts if isinstance(part, Deletion))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that stand in the text, ascending, each once: one card each."""
        return tuple(sorted({deletion.number for deletion in self.deletions}))

    @property
    def sentence(self) -> str:
        """The whole sentence, with nothing hidden."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


@lru_cache(maxsize=4096)
def parse_cloze(text: str) -> Cloze | None:
    """Take a cloze text apart; ``None`` where it has no deletion, or one that is not well formed.

    Well formed is ``{{cN::text}}`` or ``{{cN::text::hint}}`` with N from 1 to 499, a text that is not blank, and no
    other double braces anywhere: nested deletions are not supported.
    """
    parts: list[str | Deletion] = []
    end = 0
    for match in _DELETION.finditer(text):
        hidden, _, hint = match["text"].partition("::")
        number = int(match["number"])
        if not 1 <= number <= MOST_DELETIONS or not hidden.strip():
            return None
        parts += [text[end : match.start()], Deletion(number, hidden, hint.strip())]
        end = match.end()
    parts.append(text[end:])
    literals = (part for part in parts if isinstance(part, str))
    if end == 0 or any("{{" in part or "}}" in part for part in literals):
        return None
    return Cloze(tuple(part for part in parts if part))
