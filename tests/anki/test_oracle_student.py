"""What students do to a deck of ours by themselves, and what the next import makes of it: docs/regenerating.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.anki import Anki, Log, open_anki
from tests.support.collection import (
    AGAIN,
    GOOD,
    ailments,
    cards_of,
    deck_of,
    decks,
    history,
    import_with,
    notes_of,
    question_of,
    study,
    style_of,
    write_into,
)
from tests.support.curator import LEDGER, Curator, river

ALWAYS, NEVER = 1, 2
"""Anki's `IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_…`."""


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of three rivers, and build it."""
    curator = Curator(tmp_path / "project", [river(name) for name in ("elbe", "loire", "rhone")])
    curator.build()
    return curator


@pytest.fixture
def anki(curator: Curator, tmp_path: Path) -> Iterator[Anki]:
    """Import the deck into a student's collection, and study."""
    with open_anki(tmp_path / "student") as student:
        student.import_package(curator.package())
        study(student, "River", [GOOD] * 4)
        yield student


def test_cards_that_were_moved_stay_there(curator: Curator, anki: Anki) -> None:
    """A student sorts cards into decks of their own; updates find them."""
    anki.col.set_deck(cards_of(anki, "elbe"), anki.col.decks.id("Mine"))
    before = history(anki)
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build()
    assert anki.import_package(curator.package()) == Log(0, 1, 5, 0)
    assert history(anki) == before
    assert question_of(anki, "elbe")["Answer"] == "401 kilometres"
    assert decks(anki) == ["Mine", "River"]


def test_a_deck_that_the_student_renames_first(curator: Curator, anki: Anki) -> None:
    """Where a deck must have a new name, all cards stay together if students rename theirs before they import."""
    curator.decks["deck"]["anki"]["deck"] = "Stream"
    curator.facts.append(river("volga"))
    curator.build()
    anki.col.decks.rename(anki.col.decks.id_for_name("River"), "Stream")
    before = history(anki)
    assert anki.import_package(curator.package()) == Log(2, 0, 6, 0)
    assert before.harm(history(anki)) == []
    assert decks(anki) == ["Stream"]


def test_a_deck_that_nobody_renames(curator: Curator, anki: Anki) -> None:
    """Without that, old cards stay in the old deck and new ones come into the new one."""
    curator.decks["deck"]["anki"]["deck"] = "Stream"
    curator.facts.append(river("volga"))
    report = curator.build()
    assert [problem.code for problem in report.problems] == ["QZ066"]
    anki.import_package(curator.package())
    assert {deck_of(anki, card_id) for card_id in cards_of(anki, "elbe")} == {"River"}
    assert {deck_of(anki, card_id) for card_id in cards_of(anki, "volga")} == {"Stream"}


def test_an_edit_of_the_student_after_the_build(curator: Curator, anki: Anki) -> None:
    """The package is older than what the student wrote, so the note is left alone; the next build replaces it."""
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build()
    write_into(anki, "elbe", "mine", at=curator.now + 3600)
    assert anki.import_package(curator.package()) == Log(0, 0, 6, 0)
    assert question_of(anki, "elbe")["Explanation"] == "mine"
    curator.fact("elbe")["answer"] = "402 kilometres"
    curator.build()
    assert anki.import_package(curator.package()) == Log(0, 1, 5, 0)
    assert (question_of(anki, "elbe")["Explanation"], question_of(anki, "elbe")["Answer"]) == ("", "402 kilometres")


def test_a_note_that_was_deleted_comes_back(curator: Curator, anki: Anki) -> None:
    """Each package holds everything, so a deleted note is new again."""
    anki.col.remove_notes([int(question_of(anki, "elbe")["id"])])
    assert anki.import_package(curator.package()) == Log(1, 0, 5, 0)


def test_anki_remembers_the_option_never(curator: Curator, anki: Anki) -> None:
    """Who once chose *Never* gets no correction, and is not asked again, until they choose *If newer*."""
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build()
    assert import_with(anki, curator.package(), update_notes=NEVER) == Log(0, 0, 6, 0)
    assert anki.import_package(curator.package()) == Log(0, 0, 6, 0)
    assert import_with(anki, curator.package()) == Log(0, 1, 5, 0)


def test_a_leech_skips_its_correction(curator: Curator, anki: Anki) -> None:
    """Anki's own tag counts as an edit of that day; *Always* brings the correction, and keeps all progress."""
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build()
    forget(anki, int(question_of(anki, "elbe")["id"]))
    assert "leech" in question_of(anki, "elbe")["tags"]
    before = history(anki)
    assert anki.import_package(curator.package()) == Log(0, 0, 6, 0)
    assert question_of(anki, "elbe")["Answer"] == "400 kilometres"
    assert import_with(anki, curator.package(), update_notes=ALWAYS) == Log(0, 1, 5, 0)
    assert question_of(anki, "elbe")["Answer"] == "401 kilometres"
    assert history(anki) == before


def forget(anki: Anki, note_id: int) -> None:
    """Let a student forget the card of a note, in a deck whose options call one lapse a leech."""
    options = anki.col.decks.config_dict_for_deck_id(anki.col.decks.id_for_name("River"))
    options["lapse"] |= {"leechFails": 1, "leechAction": 1}
    anki.col.decks.update_config(options)
    card_ids = anki.col.get_note(note_id).card_ids()
    anki.col.sched.suspend_cards(sorted(set(anki.card_ids()) - set(card_ids)))
    anki.col.sched.set_due_date(card_ids, "0")
    assert study(anki, "River", [AGAIN]) == card_ids


def test_a_clock_that_was_ahead(curator: Curator, anki: Anki) -> None:
    """Until the day that its build named, each import replaces what the student wrote into that note."""
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build(days=100)
    anki.import_package(curator.package())
    write_into(anki, "elbe", "mine", at=curator.now - 10 * 86_400)
    curator.fact("loire")["answer"] = "501 kilometres"
    report = curator.build(days=-95)
    assert [problem.code for problem in report.problems] == ["QZ055"]
    assert anki.import_package(curator.package()) == Log(0, 2, 4, 0)
    assert (question_of(anki, "elbe")["Explanation"], question_of(anki, "loire")["Answer"]) == ("", "501 kilometres")


def test_an_older_package_over_a_newer_one(curator: Curator, anki: Anki) -> None:
    """It takes no text, no look and no progress back, and brings only what the newer one no longer had."""
    old = curator.package()
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.fact("loire").update(status="retired", reason="Disputed.")
    curator.drop("rhone")
    curator.facts.append(river("volga"))
    curator.files["templates/anki/card.css"] = b".card { color: red; }"
    curator.build()
    anki.import_package(curator.package())
    anki.col.remove_notes([int(note["id"]) for note in notes_of(anki, "rhone")])
    before, seen = history(anki), {name: notes_of(anki, name) for name in ("elbe", "loire", "volga")}
    assert anki.import_package(old) == Log(2, 0, 4, 0)
    assert before.harm(history(anki)) == []
    assert {name: notes_of(anki, name) for name in seen} == seen
    assert "color: red" in style_of(anki, cards_of(anki, "elbe")[0])
    assert ailments(anki) == []


def test_a_field_of_the_student(curator: Curator, anki: Anki) -> None:
    """With a field added to our note type its notes are left as they are, until the note types are merged."""
    note_type = anki.col.models.by_name("Rivers (question)")
    anki.col.models.add_field(note_type, anki.col.models.new_field("Mine"))
    anki.col.models.update_dict(note_type)
    before = history(anki)
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.facts.append(river("volga"))
    curator.build()
    assert anki.import_package(curator.package()) == Log(2, 0, 3, 3)
    assert names_of_note_types(anki) == ["Rivers (cloze)", "Rivers (question)", "Rivers (question)+"]
    import_with(anki, curator.package(), merge_notetypes=True)
    assert names_of_note_types(anki) == ["Rivers (cloze)", "Rivers (question)"]
    assert before.harm(history(anki)) == []
    assert ailments(anki) == []


def test_a_card_template_of_the_student(curator: Curator, anki: Anki) -> None:
    """It is the same with a card of their own: no harm to what they have, but no update of these notes either."""
    note_type = anki.col.models.by_name("Rivers (question)")
    template = {**anki.col.models.new_template("Mine"), "qfmt": "{{Answer}}", "afmt": "{{Question}}"}
    anki.col.models.add_template(note_type, template)
    anki.col.models.update_dict(note_type)
    before = history(anki)
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build()
    assert anki.import_package(curator.package()) == Log(0, 0, 3, 3)
    assert before.harm(history(anki)) == []


def test_a_style_of_the_student(curator: Curator, anki: Anki) -> None:
    """It outlasts every edit of facts, until the cards' own look changes."""
    note_type = anki.col.models.by_name("Rivers (question)")
    note_type["css"] += ".card { font-size: 50px; }"
    anki.col.models.update_dict(note_type)
    anki.col.db.execute("update notetypes set mtime_secs = ? where id = ?", curator.now + 3600, note_type["id"])
    card_id = int(anki.col.get_note(int(question_of(anki, "elbe")["id"])).card_ids()[0])
    curator.fact("elbe")["answer"] = "401 kilometres"
    curator.build()
    assert anki.import_package(curator.package()) == Log(0, 1, 5, 0)
    assert "50px" in style_of(anki, card_id)
    curator.files["templates/anki/card.css"] = b".card { color: red; }"
    curator.build()
    anki.import_package(curator.package())
    assert "50px" not in style_of(anki, card_id)


def names_of_note_types(anki: Anki) -> list[str]:
    """Return the names of our note types in a collection."""
    return sorted(each.name for each in anki.col.models.all_names_and_ids() if each.name.startswith("Rivers"))


def test_a_lost_ledger(curator: Curator, anki: Anki) -> None:
    """No card and no review suffers, and nothing comes twice; only what the student wrote into notes is gone."""
    write_into(anki, "elbe", "mine", at=curator.now + 3600)
    before = history(anki)
    (curator.root / LEDGER).unlink()
    curator.build()
    assert anki.import_package(curator.package()) == Log(0, 6, 0, 0)
    assert question_of(anki, "elbe")["Explanation"] == ""
    assert history(anki) == before


def test_options_of_the_deck_stay(curator: Curator, anki: Anki) -> None:
    """A student who wants five new cards a day still gets five."""
    deck_id = anki.col.decks.id_for_name("River")
    options = anki.col.decks.add_config_returning_id("Mine")
    anki.col.decks.set_config_id_for_deck_dict(anki.col.decks.get(deck_id), options)
    curator.facts.append(river("volga"))
    curator.build()
    anki.import_package(curator.package())
    assert anki.col.decks.config_dict_for_deck_id(deck_id)["id"] == options
