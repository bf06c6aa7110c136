"""Ids and topics coined from words: legal, readable, and the same for the same words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

LONGEST_ID = 40

_SPELLINGS = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
    "щ=shch ы=y э=e ю=yu я=ya ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h і=i ї=i є=ye ґ=g ў=u "
    "ß=ss æ=ae ø=o œ=oe ł=l đ=d ı=i þ=th ð=d"
)
_SPELT = str.maketrans(dict(pair.split("=") for pair in _SPELLINGS.split(" ")))
_LITTLE_WORDS = (
    "a an and are as at be been by did do does for from had has have how in is it its many much name of on or that the "
    "their these this those to was were what when where which who whom whose why with"
)
_LITTLE = frozenset(_LITTLE_WORDS.split(" "))


class Coiner:
    """Coins ids, each once."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Begin with the ids that are taken already."""
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def coin(self, words: str, *, fallback: str = "fact") -> str:
        """Coin an id: Latin letters and digits, hyphens between words, without the little words.

        Words of a script that cannot be spelt out here give ``fallback`` and a short hash.
        """
        spelt = re.findall(r"[a-z0-9]+", _latin(words))
        stem = _joined([word for word in spelt if word not in _LITTLE] or spelt)
        stem = stem or f"{fallback}-{hashlib.blake2b(words.encode(), digest_size=4).hexdigest()}"
        fresh = stem
        while fresh in self._taken:
            self._numbers[stem] = self._numbers.get(stem, 1) + 1
            fresh = f"{stem}-{self._numbers[stem]}"
        self._taken.add(fresh)
        return fresh


def legal_topic(words: str) -> str:
    """Make a topic of the name of a deck or a tag: ``Geo::Big rivers`` is ``geo/big-rivers``; empty for no words."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    levels = (re.sub(r"[^\w]+", "-", level).strip("-_") for level in re.split(r"::|[/\\]", folded))
    return "/".join(level for level in levels if level)


def _joined(words: Iterable[str]) -> str:
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word[:LONGEST_ID]
        if len(longer) > LONGEST_ID:
            break
        stem = longer
    return stem


def _latin(words: str) -> str:
    spelt = unicodedata.normalize("NFC", words).casefold().translate(_SPELT)
    return unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
