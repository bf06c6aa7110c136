"""Packages built from facts, and real Anki to put them into."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.media import MediaFile
from quizgen.model.notes import Package
from quizgen.model.project import DeckSpec, Project
from quizgen.planning.notes import plan_package
from quizgen.rendering.cards import render_deck, render_note_types, render_notes
from quizgen.rendering.environment import make_environment
from quizgen.writing.package import write_package
from tests.support.facts import PROJECT, make_deck
from tests.support.need import need_module

FIRST_MOD = 1_700_000_000
_NO_MODS: Mapping[str, int] = {}
_NO_IMAGES: Mapping[str, MediaFile] = {}


def build_package(
    bank: Bank,
    decks: Sequence[tuple[DeckSpec, Sequence[Fact]]] = (),
    *,
    project: Project = PROJECT,
    mods: Mapping[str, int] = _NO_MODS,
    images: Mapping[str, MediaFile] = _NO_IMAGES,
) -> Package:
    """Plan and render decks, or all facts of a bank as one; ``mods`` by fact id, ``images`` by file."""
    decks = decks or [(make_deck(), bank.facts)]
    planned, problems = plan_package(project, decks[0][0], decks)
    assert problems == ()
    note_types, problems = render_note_types(make_environment(None), project, planned.note_types)
    assert problems == ()
    names = {file: medium.name for file, medium in images.items()}
    return Package(
        decks=tuple(render_deck(deck, project, bank) for deck in planned.decks),
        note_types=tuple((note_type, FIRST_MOD) for note_type in note_types),
        notes=tuple(
            (rendered, mods.get(rendered.note.fact.id, FIRST_MOD))
            for rendered in render_notes(planned.notes, bank, names)
        ),
        media=tuple(images.values()),
    )


def package_bytes(package: Package) -> bytes:
    """Return the bytes of an ``.apkg``."""
    stream = io.BytesIO()
    with TemporaryDirectory() as folder:
        write_package(package, stream, Path(folder) / "scratch")
    return stream.getvalue()


class Log(NamedTuple):
    """What Anki says of an import, in notes."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


class Side(NamedTuple):
    """A side of a card as Anki gives it to its window."""

    html: str
    av_tags: int
    """How many sounds and spoken texts Anki would play."""

    @property
    def seen(self) -> str:
        """What a reader sees, in one line."""
        without_style = re.sub(r"<style>.*?</style>", "", self.html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", without_style)).split())


class Anki:
    """A student's collection, in real Anki without a window."""

    def __init__(self, folder: Path) -> None:
        """Open the collection of a folder, a new one where there is none."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.col: Any = need_module("anki.collection").Collection(str(folder / "collection.anki2"))

    def import_package(self, package: Package | bytes) -> Log:
        """Import a package with the options that Anki's window shows first."""
        path = self.folder / "package.apkg"
        path.write_bytes(package if isinstance(package, bytes) else package_bytes(package))
        request = need_module("anki.collection").ImportAnkiPackageRequest(
            package_path=str(path),
            options=self.col._backend.get_import_anki_package_presets(),  # noqa: SLF001 - no public way
        )
        log = self.col.import_anki_package(request).log
        return Log(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def card_ids(self, search: str = "") -> list[int]:
        """Ids of the cards that a search finds, in the order in which new ones are met."""
        return sorted(self.col.find_cards(search), key=lambda card_id: self.col.get_card(card_id).due)

    def sides(self, card_id: int) -> tuple[Side, Side]:
        """Front and back of a card, LaTeX and sounds taken out as Anki does."""
        card = self.col.get_card(card_id)
        output = card.render_output()
        front = Side(output.question_text, len(output.question_av_tags))
        return front, Side(output.answer_text, len(output.answer_av_tags))

    def flaws(self) -> list[str]:
        """Say what Anki has against the collection: broken rows, notes without cards, empty cards."""
        message, is_fine = self.col.fix_integrity()
        empty = self.col.get_empty_cards().notes
        bare = self.col.db.list("select id from notes where id not in (select nid from cards)")
        return [] if is_fine and not empty and not bare else [message, *map(str, empty), *map(str, bare)]


@contextmanager
def open_anki(folder: Path) -> Iterator[Anki]:
    """Open a student's collection and close it in the end."""
    anki = Anki(folder)
    try:
        yield anki
    finally:
        anki.col.close()
