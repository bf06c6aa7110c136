"""Files of other programs, made by those programs."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.support.need import need_module
from tests.support.pictures import png

PICTURE = png(200)


def export_package(folder: Path, *, legacy: bool) -> Path:
    """Let real Anki export a collection as a package, in its older way or in its newer one."""
    anki = need_module("anki.collection")
    with closing(_filled_collection(folder)) as collection:
        options = anki.ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=False, with_media=True, legacy=legacy
        )
        collection.export_anki_package(out_path=str(folder / "rivers.apkg"), options=options, limit=None)
    return folder / "rivers.apkg"


def export_text(folder: Path) -> Path:
    """Let real Anki export a collection as “Notes in Plain Text”, with all columns."""
    with closing(_filled_collection(folder)) as collection:
        columns = {"with_html": True, "with_tags": True, "with_deck": True, "with_notetype": True, "with_guid": True}
        collection.export_note_csv(out_path=str(folder / "rivers.txt"), limit=None, **columns)
    return folder / "rivers.txt"


def zipped(file: Path, members: Mapping[str, bytes]) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file


def _filled_collection(folder: Path) -> Any:  # noqa: ANN401 - Anki's own
    """Fill a collection in real Anki: two decks, all the usual kinds of notes, a picture, a sound, a learned card."""
    collection = need_module("anki.collection").Collection(str(folder / "collection.anki2"))
    collection.media.write_data("river map.png", PICTURE)
    collection.media.write_data("roar.mp3", b"ID3")
    _add(collection, "Basic", ["How <b>long</b> is the river?", "100&nbsp;km"], tags=["measures::length"])
    _add(collection, "Basic", ['<div>What is this?</div><img src="river map.png">', "the river"])
    _add(collection, "Basic", ["What is heard? [sound:roar.mp3]", "a roar<br>loud"])
    _add(collection, "Basic (and reversed card)", ["Quelle", "spring"])
    cloze = "It is {{c1::100 <i>km</i>::how long?}} long and {{c2::wide}}."
    _add(collection, "Cloze", [cloze, "Said &lt;so&gt;."], deck="Default")
    collection.decks.select(collection.decks.id("Geo::Rivers"))
    collection.sched.answerCard(collection.sched.getCard(), 3)
    return collection


def _add(collection: Any, kind: str, fields: list[str], deck: str = "Geo::Rivers", tags: Sequence[str] = ()) -> None:  # noqa: ANN401 - Anki's own
    """Add a note to a deck."""
    note = collection.new_note(collection.models.by_name(kind))
    note.fields, note.tags = fields, list(tags)
    collection.add_note(note, collection.decks.id(deck))
