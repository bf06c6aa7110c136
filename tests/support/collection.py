"""What a student does in real Anki between two imports, and what they would miss if it were lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.build.report import BuildReport
from tests.support.anki import Anki, Log
from tests.support.need import need_module

AGAIN, HARD, GOOD, EASY = range(4)
"""How a student says that a card went."""

Row = tuple[object, ...]


class History(NamedTuple):
    """Everything that Anki knows of a student's cards and reviews, column by column."""

    cards: dict[int, Row]
    reviews: dict[int, Row]

    def harm(self, later: History) -> list[tuple[Row, Row | None]]:
        """Return the rows that a later history has lost or changed: (then, now)."""
        tables = ((self.cards, later.cards), (self.reviews, later.reviews))
        return [(row, after.get(id_)) for rows, after in tables for id_, row in rows.items() if after.get(id_) != row]


def history(anki: Anki) -> History:
    """Read all rows of the tables of cards and of reviews."""
    cards, reviews = (anki.col.db.all(f"select * from {table}") for table in ("cards", "revlog"))  # noqa: S608 - fixed
    return History(*({row[0]: tuple(row) for row in rows} for rows in (cards, reviews)))


def import_with(anki: Anki, package: bytes, **options: object) -> Log:
    """Import a package with other options than Anki's window shows; Anki remembers them."""
    path = anki.folder / "chosen.apkg"
    path.write_bytes(package)
    module = need_module("anki.collection")
    chosen = module.ImportAnkiPackageOptions(**options)
    log = anki.col.import_anki_package(module.ImportAnkiPackageRequest(package_path=str(path), options=chosen)).log
    return Log(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))


def study(anki: Anki, deck: str, ratings: Iterable[int]) -> list[int]:
    """Answer the cards that the scheduler gives for a deck, one a rating while there are some; return their ids."""
    anki.col.decks.select(anki.col.decks.id_for_name(deck))
    answered = (_answer(anki, rating) for rating in ratings)
    return [card_id for card_id in answered if card_id is not None]


def promised(report: BuildReport, title: str) -> Log:
    """Return what a build says that Anki will say of the package of this title."""
    (changes,) = (each for each in report.changes if each.deck == title)
    return Log(len(changes.new), len(changes.updated), changes.unchanged, 0)


def ailments(anki: Anki) -> list[str]:
    """Say what is wrong with a collection: broken rows, notes without cards, empty cards, cards that do not render."""
    faceless = [f"card {card_id} shows no fact" for card_id in anki.card_ids() if not _shows(anki, card_id)]
    return [*_mended(anki), *anki.flaws(), *faceless]


def notes_of(anki: Anki, fact: str) -> list[dict[str, str]]:
    """Return the notes of a fact, by the id that the card shows: each as its fields, with its id and its tags."""
    notes = (anki.col.get_note(note_id) for note_id in anki.col.find_notes(f"Fact:{fact}"))
    return [{**dict(note.items()), "id": str(note.id), "tags": " ".join(note.tags)} for note in notes]


def question_of(anki: Anki, fact: str) -> dict[str, str]:
    """Return the one question note of a fact, likewise."""
    (note,) = (note for note in notes_of(anki, fact) if "Question" in note)
    return note


def cards_of(anki: Anki, fact: str) -> list[int]:
    """Return the ids of the cards of a fact, by the id that the card shows."""
    return anki.card_ids(f"Fact:{fact}")


def deck_of(anki: Anki, card_id: int) -> str:
    """Return the full name of the deck that a card lies in."""
    return str(anki.col.decks.name(anki.col.get_card(card_id).did))


def style_of(anki: Anki, card_id: int) -> str:
    """Return the style of a card as Anki uses it now."""
    anki.col.models._clear_cache()  # noqa: SLF001 - an import does not, while Anki's window does
    return str(anki.col.get_card(card_id).render_output().css)


def decks(anki: Anki) -> list[str]:
    """Return the full names of all decks that hold a card."""
    return sorted({deck_of(anki, card_id) for card_id in anki.card_ids()})


def write_into(anki: Anki, fact: str, text: str, tags: Sequence[str] = (), *, at: int) -> None:
    """Let a student write into the explanation of a fact's question note, and add tags, ``at`` a time in seconds."""
    note = anki.col.get_note(int(question_of(anki, fact)["id"]))
    note["Explanation"] += text
    note.tags += tags
    anki.col.update_note(note)
    # Anki has dated the edit by this computer's clock, which stands years after the builds of these tests
    anki.col.db.execute("update notes set mod = ? where id = ?", at, note.id)


def _mended(anki: Anki) -> list[str]:
    """Let Anki check its database, and say what it mended.

    A review on the turn of a second leaves a time of Anki's own to be mended, which is no matter of the package.
    """
    message, _ = anki.col.fix_integrity()
    lines = (line for line in message.splitlines() if "last review time" not in line)
    return [line for line in lines if line != "Database rebuilt and optimized."]


def _answer(anki: Anki, rating: int) -> int | None:
    scheduler = anki.col.sched
    for queued in scheduler.get_queued_cards().cards:
        card = anki.col.get_card(queued.card.id)
        card.start_timer()
        scheduler.answer_card(scheduler.build_answer(card=card, states=queued.states, rating=rating))
        return int(card.id)
    return None


def _shows(anki: Anki, card_id: int) -> bool:
    """Whether both sides show our frame; where a template has a fault, Anki shows its own words instead."""
    return all('<article class="fact' in side.html for side in anki.sides(card_id))
