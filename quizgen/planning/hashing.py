"""Orders that an edit cannot shake.

A seeded shuffle draws anew for everybody when one item comes or goes. Here each thing has a rank of its own:
a hash of the quiz's seed and id and of the thing's permanent names. So it stays where it was, whatever happens
to the others, and its texts, which are no names, may be mended freely.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

RANK_BITS = 64


@dataclass(frozen=True, slots=True)
class Ranks:
    """The ranks that a quiz gives."""

    seed: str
    quiz: str

    def of(self, purpose: str, *names: str) -> int:
        """Return the rank of what these names name, from 0 to 2⁶⁴ - 1; it is another one for each purpose."""
        return int.from_bytes(digest([self.seed, self.quiz, purpose, *names], RANK_BITS // 8))


def digest(parts: Iterable[str], size: int) -> bytes:
    """Hash a series of texts into ``size`` bytes; no two series run together, whatever stands in them."""
    joined = ""
    for part in parts:  # there are few in a series: to list and join them takes twice as long
        joined += f"{len(part)}:" + part
    return blake2b(joined.encode(), digest_size=size).digest()
