"""Anki's packages (``.apkg``, ``.colpkg``) to records and the pictures that they show."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from quizgen.model.bringing import Picture, Record
from quizgen.reading.foreign.archive import DAMAGED, Archive, RefusedError
from quizgen.reading.foreign.collection import Collection, ForeignNote, read_collection
from quizgen.reading.foreign.gathering import MOST_RECORDS, Gathering
from quizgen.reading.foreign.html import plain_html
from quizgen.reading.foreign.records import Cell, has_text, make_record
from quizgen.reading.foreign.roles import Role, roles_of
from quizgen.reading.images import MAX_BYTES, ending_by_content, ending_by_name

_MOST_PICTURE_BYTES = 256 * 1024 * 1024
_SWITCHES = {"add reverse", "add reversed", "reverse"}
"""Fields that ask for another card, and are no text."""


def read_package_file(file: Path, gathering: Gathering) -> tuple[tuple[Record, ...], dict[str, bytes]]:
    """Read a package; its problems are gathered, and nothing is returned where it cannot be read."""
    try:
        with Archive(file) as archive:
            collection = read_collection(archive.collection())
            if len(collection.notes) > MOST_RECORDS:
                gathering.complain("QZ541", f"the package has more than {MOST_RECORDS:,} notes", "export single decks")
                return (), {}
            records = list(_records(collection.notes, gathering))
            _note_what_stays(collection, gathering)
            return _with_pictures(records, archive, gathering)
    except RefusedError as error:
        gathering.complain(error.code, error.message, error.hint)
    except (*DAMAGED, sqlite3.Error):
        gathering.complain("QZ540", "the package is damaged", "export it from Anki again")
    return (), {}


def _records(notes: Iterable[ForeignNote], gathering: Gathering) -> Iterator[Record]:
    plain = partial(plain_html, gathering=gathering)
    for note in notes:
        gathering.place = gathering.place._replace(line=note.number)
        record = make_record(_cells(note), plain, gathering, note.deck, note.tags)
        if record is not None:
            yield record


def _cells(note: ForeignNote) -> list[Cell]:
    names = [name or f"field {at}" for at, (name, _) in enumerate(zip_longest(note.names, note.fields), start=1)]
    cells = (Cell(*parts) for parts in zip(roles_of(names), names, note.fields, strict=False))
    return [cell._replace(role=Role.NOTHING) if cell.name.casefold() in _SWITCHES else cell for cell in cells]


def _note_what_stays(collection: Collection, gathering: Gathering) -> None:
    gathering.leave("card's learning progress", "cards' learning progress", collection.learned_cards)
    reversed_cards = sum(max(note.cards - 1, 0) for note in collection.notes if "{{c" not in note.fields[0])
    gathering.leave(
        "further card of a note, such as a reversed one",
        "further cards of a note, such as reversed ones",
        reversed_cards,
    )


def _with_pictures(
    records: Iterable[Record], archive: Archive, gathering: Gathering
) -> tuple[tuple[Record, ...], dict[str, bytes]]:
    """Take along the pictures that records show; what cannot be taken is reported, once a picture."""
    taken: dict[str, bytes] = {}
    kept: list[Record] = []
    known: dict[str, str | None] = {}
    for record in records:
        if record.picture is None:
            kept.append(record)
            continue
        name = record.picture.name
        if name not in known:
            gathering.place = record.place
            known[name] = _take(name, archive, taken, gathering)
        new_name = known[name]
        picture = None if new_name is None else Picture(new_name, record.picture.alt)
        kept.append(replace(record, picture=picture))
    return tuple(record for record in kept if record.picture or has_text(record)), taken


def _take(name: str, archive: Archive, taken: dict[str, bytes], gathering: Gathering) -> str | None:
    """Put a picture among those taken; return its name with the ending of what it is."""
    content = _content(name, archive)
    ending = "" if content is None else ending_by_content(content)
    if content is None:
        reason = "is on the web, and not in the package" if "://" in name else "is not in the package, or too large"
    elif not ending:
        reason = "is of a kind that cannot be shown everywhere"
    elif sum(map(len, taken.values())) + len(content) > _MOST_PICTURE_BYTES:
        reason = "was left behind: the pictures before it are large already"
    else:
        new_name = name if ending_by_name(name) == ending else f"{PurePosixPath(name).stem}{ending}"
        while new_name in taken:
            new_name = f"picture-{new_name}"
        taken[new_name] = content
        return new_name
    gathering.complain("QZ549", f"the picture `{name}` {reason}", "put a PNG or JPEG file into images/ by hand")
    return None


def _content(name: str, archive: Archive) -> bytes | None:
    for spelling in dict.fromkeys((name, unquote(name), unicodedata.normalize("NFC", unquote(name)))):
        try:
            content = archive.media(spelling, MAX_BYTES)
        except RefusedError:
            return None
        if content is not None:
            return content
    return None
