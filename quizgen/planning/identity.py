"""Who a note is, for good: every id is a hash of permanent names, so each build gives the same ones.

Anki knows a note by its guid alone, and a deck by its name. It takes other ids for moments of creation in
milliseconds, and mends those that lie in the future: so they are spread over the years 2001 to 2023.
"""

from __future__ import annotations

import itertools
from base64 import b32encode
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from quizgen.model.project import CardKind
from quizgen.planning.hashing import digest

_Key = TypeVar("_Key", bound=Hashable)

_GUID_BYTES, _GUID_LETTERS = 10, 16
"""So many bytes are so many letters of base 32, with none to spare: guids may be written down in one go."""
_FIRST_MILLISECOND = 1_000_000_000_000
_MILLISECONDS = 700_000_000_000
"""Of 100,000 notes two meet in one package of a hundred or so; ``distinct_note_ids`` then moves one on."""
_HASH_BYTES = 16


def guids(namespace: str, notes: Iterable[tuple[str, CardKind]]) -> list[str]:
    """Return the guids of notes, each 16 small letters and digits.

    A note is given by its kind and the id that its fact had when it was first shipped, whatever its name is now.
    """
    digests = [digest(("note", namespace, fact_id, kind), _GUID_BYTES) for fact_id, kind in notes]
    letters = b32encode(b"".join(digests)).decode().lower()
    return [letters[at : at + _GUID_LETTERS] for at in range(0, len(letters), _GUID_LETTERS)]


def distinct_note_ids(guids: Iterable[str]) -> dict[str, int]:
    """Return the note ids of one package, by guid."""
    return _spread({guid: ("note id", guid) for guid in guids})


def distinct_card_ids(cards: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """Return the card ids of one package, by (guid, ordinal)."""
    return _spread({(guid, ordinal): ("card id", guid, str(ordinal)) for guid, ordinal in cards})


def note_type_id(namespace: str, kind: CardKind) -> int:
    """Return the id of a note type of the project."""
    return _moment(("note type", namespace, kind))


def part_id(namespace: str, kind: CardKind, part: str, name: str) -> int:
    """Return the id of a note type's field or card template, ``part``, that was first called ``name``."""
    return _moment((part, namespace, kind, name))


def deck_id(namespace: str, name: str) -> int:
    """Return the id of a deck within a package; in a collection its name alone counts."""
    return _moment(("deck", namespace, name))


def _spread(names: Mapping[_Key, tuple[str, ...]]) -> dict[_Key, int]:
    """Hash names to moments, each another one: where two meet, the one whose names come later moves on."""
    moments = {key: _moment(parts) for key, parts in names.items()}
    if len(set(moments.values())) == len(moments):  # as nearly always
        return moments
    taken: set[int] = set()
    for key, parts in sorted(names.items(), key=lambda item: item[1]):
        attempts = (_moment((*parts, *(["again"] * count))) for count in itertools.count())
        moments[key] = next(moment for moment in attempts if moment not in taken)
        taken.add(moments[key])
    return moments


def _moment(parts: Iterable[str]) -> int:
    number = int.from_bytes(digest(parts, _HASH_BYTES))
    return _FIRST_MILLISECOND + number % _MILLISECONDS
