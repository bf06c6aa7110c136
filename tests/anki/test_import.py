"""What a student's Anki makes of a package: the real one, on its default options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.model.fact import Fact
from quizgen.model.media import MediaFile
from quizgen.model.notes import Package
from tests.support.anki import FIRST_MOD, Anki, Log, build_package, open_anki
from tests.support.facts import CLOZE, PROJECT, QUESTION, make_bank, make_deck, make_fact, make_source

HOSTILE = (
    '<b onclick="x()">bold</b> &amp; {{Answer}} {{c9::x}} {% raw %} {{ 1 + 1 }} [latex]x^2[/latex] [$]y[/$] '
    "[sound:x.mp3] [anki:tts lang=en_US]hello[/anki:tts] \\(x\\) \\[y\\] <!-- c --> <script>x()</script>"
)
LENGTH = make_fact("length", cloze="The river is {{c1::100}} kilometres {{c2::long::or wide}}.")
DELTA = make_fact(
    "delta",
    question="How many arms did the delta have?",
    answer=["four", "five"],
    enough=1,
    certainty="alleged",
    explanation="An arm is a branch.",
    contrast=["length"],
    corrections=[("2026-03-14", "It said “six”.")],
    image=("a.png", "A delta", "Ada Brook"),
)
SPRING = make_fact("spring", question="Where does it rise?", answer="in the hills", lang="kk-Cyrl")
OLD = make_fact("old", retired="It was wrong.", retired_on="2026-02-02", cloze="It is {{c1::shallow}}.")
FACTS = (LENGTH, DELTA, SPRING, OLD)
IMAGES = {"a.png": MediaFile(name="a-0a1b.png", mime_type="image/png", content=b"\x89PNG\r\n\x1a\n")}


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """Open a new student's collection."""
    with open_anki(tmp_path / "student") as anki:
        yield anki


def test_everything_arrives(anki: Anki) -> None:
    """Notes, cards, decks and pictures are there, and Anki finds nothing to mend."""
    assert anki.import_package(build(FACTS)) == Log(new=6, updated=0, duplicate=0, conflicting=0)
    assert (anki.col.note_count(), anki.col.card_count()) == (6, 7)
    assert anki.flaws() == []
    assert [deck.name for deck in anki.col.decks.all_names_and_ids() if "Rivers" in deck.name] == [
        "Geography::Rivers",
        "Geography::Rivers::Retired",
    ]
    assert "Licence: CC BY-SA 4.0<br>" in anki.col.decks.by_name("Geography::Rivers")["desc"]
    assert (Path(anki.col.media.dir()) / "a-0a1b.png").read_bytes() == b"\x89PNG\r\n\x1a\n"


def test_ids_are_kept(anki: Anki) -> None:
    """So two devices that imported on their own, and then sync, hold each note once."""
    package = build(FACTS)
    anki.import_package(package)
    rows = anki.col.db.all("select n.guid, n.id, c.ord, c.id from notes n join cards c on c.nid = n.id")
    assert sorted(map(tuple, rows)) == sorted(
        (rendered.note.guid, rendered.note.note_id, ordinal, card_id)
        for rendered, _ in package.notes
        for ordinal, card_id in rendered.note.cards
    )
    note_types = {note_type.planned.id: note_type.planned for note_type, _ in package.note_types}
    for id_, planned in note_types.items():
        fields = anki.col.models.get(id_)["flds"]
        assert tuple((field["name"], field["id"]) for field in fields) == planned.fields


def test_new_cards_come_in_the_planned_order(anki: Anki) -> None:
    """Anki shows new cards by the place that the package gives them; retired ones are not among them."""
    anki.import_package(build(FACTS))
    cards = [anki.col.get_card(card_id) for card_id in anki.card_ids("-deck:*Retired")]
    order = list(dict.fromkeys((card.note()["Fact"], kind_of(card)) for card in cards))
    assert order == [("length", QUESTION), ("delta", QUESTION), ("spring", QUESTION), ("length", CLOZE)]


def test_every_card_shows(anki: Anki) -> None:
    """No template has a problem, nothing is played, and each back has the answer and its source."""
    anki.import_package(build(FACTS))
    for card_id in anki.card_ids():
        for side in anki.sides(card_id):
            assert "problem" not in side.seen
            assert "{{" not in side.html
            assert side.av_tags == 0
        assert "River House, 2021, page 7." in anki.sides(card_id)[1].seen


def test_a_question_asks_and_answers(anki: Anki) -> None:
    """Both sides as a reader sees them, in reading order."""
    anki.import_package(build(FACTS))
    front, back = anki.sides(*anki.card_ids("Fact:delta"))
    head = "River · Size According to the Survey of 2020 How many arms did the delta have?"
    assert front.seen == f"{head} alleged as of 2020"
    assert back.seen == (
        f"{head} any 1 of these four five alleged as of 2020 "
        "Corrected 14 March 2026. It said “six”. Image: Ada Brook An arm is a branch. "
        "Compare The river is 100 kilometres long. As of 2020; according to the Survey of 2020. "
        "Source “A Survey of Rivers.” River House, 2021, page 7. delta"
    )
    assert '<img src="a-0a1b.png" alt="A delta">' in back.html


def test_a_cloze_hides_one_deletion_a_card(anki: Anki) -> None:
    """Its hint shows where it has one."""
    anki.import_package(build(FACTS))
    fronts = {anki.sides(card_id)[0].seen for card_id in anki.card_ids("Fact:length note:*cloze*")}
    head = "River · Size According to the Survey of 2020"
    assert fronts == {
        f"{head} The river is [...] kilometres long . as of 2020",
        f"{head} The river is 100 kilometres [or wide] . as of 2020",
    }


def test_a_retired_card_says_so_on_both_sides(anki: Anki) -> None:
    """Before the question, and over the answer that was withdrawn."""
    anki.import_package(build(FACTS))
    for card_id in anki.card_ids("tag:*retired"):
        front, back = anki.sides(card_id)
        assert front.seen.startswith("Retired 2 February 2026. Do not study this card. It was wrong.")
        assert "Former answer" not in front.seen
        assert "Former answer, withdrawn" in back.seen


def test_hostile_texts_are_seen_as_they_were_typed(anki: Anki) -> None:
    """Nothing that a fact says is HTML, a field, a deletion, LaTeX, a sound or speech to Anki."""
    bad = make_fact(
        "bad",
        topics=("river",),
        question=HOSTILE,
        answer=HOSTILE,
        explanation=HOSTILE,
        corrections=[("2026", HOSTILE)],
        retired=None,
        cloze=f"{{{{c1::{without_braces(HOSTILE)}::{without_braces(HOSTILE)}}}}} {without_braces(HOSTILE)}",
    )
    source = make_source(title=HOSTILE, title_short=HOSTILE, author=[HOSTILE], publisher=HOSTILE, url=HOSTILE)
    anki.import_package(build_package(make_bank(bad, sources=[source])))
    assert anki.flaws() == []
    assert list(anki.col.media.check().missing) == []
    question, cloze = (anki.sides(*anki.card_ids(f"note:*{kind}*")) for kind in (QUESTION, CLOZE))
    seen = " ".join(HOSTILE.split())
    assert question[0].seen.count(seen) == 2
    assert question[1].seen.count(seen) == 9
    assert cloze[0].seen.count(" ".join(without_braces(HOSTILE).split())) == 2
    for side in (*question, *cloze):
        assert side.av_tags == 0
        assert "<script" not in side.html
        assert "<b onclick" not in side.html
        assert "<img" not in side.html


def test_a_second_import_changes_nothing(anki: Anki) -> None:
    """The same package again: all duplicates, and what a student wrote in a note stays."""
    anki.import_package(build(FACTS))
    note = anki.col.get_note(anki.col.find_notes("Fact:spring")[0])
    note["Explanation"] = "my own words"
    note.add_tag("mine")
    anki.col.update_note(note)
    assert anki.import_package(build(FACTS)) == Log(new=0, updated=0, duplicate=6, conflicting=0)
    note.load()
    assert (note["Explanation"], "mine" in note.tags) == ("my own words", True)


def test_an_edit_updates_its_note_and_leaves_all_progress(anki: Anki) -> None:
    """The note has the new answer, the others the student's words; cards and review log are the same bytes."""
    anki.import_package(build(FACTS))
    study(anki, 3)
    progress = progress_of(anki)
    edited = SPRING._replace(answers=make_fact(answer="in the mountains").answers)
    later = build((LENGTH, DELTA, edited, OLD), mods={"spring": FIRST_MOD + 1})
    assert anki.import_package(later) == Log(new=0, updated=1, duplicate=5, conflicting=0)
    assert anki.sides(*anki.card_ids("Fact:spring"))[1].seen.count("in the mountains") == 1
    assert progress_of(anki) == progress
    assert anki.flaws() == []


def test_a_fact_that_is_retired_stays_where_the_student_has_it(anki: Anki) -> None:
    """With its progress, and now with the notice; only a new student gets it apart."""
    anki.import_package(build(FACTS))
    study(anki, 3)
    progress = progress_of(anki)
    retired = LENGTH._replace(retired=make_fact(retired="It is 90.").retired)
    anki.import_package(build((retired, DELTA, SPRING, OLD), mods={"length": FIRST_MOD + 1}))
    cards = [anki.col.get_card(card_id) for card_id in anki.card_ids("Fact:length")]
    assert {anki.col.decks.name(card.did) for card in cards} == {"Geography::Rivers"}
    assert all("It is 90." in anki.sides(card.id)[0].seen for card in cards)
    assert progress_of(anki) == progress


def test_a_bundle_and_a_single_deck_agree(anki: Anki) -> None:
    """Who has the one and imports the other gets only what is new, in the same decks."""
    rivers, seas = make_deck("rivers"), make_deck("seas", deck="Geography::Seas")
    bank = make_bank(*FACTS)
    anki.import_package(build_package(bank, [(rivers, [LENGTH, OLD])], images=IMAGES))
    both = build_package(bank, [(rivers, [LENGTH, OLD]), (seas, [DELTA, SPRING])], images=IMAGES)
    assert anki.import_package(both) == Log(new=2, updated=0, duplicate=4, conflicting=0)
    assert {deck.name for deck in anki.col.decks.all_names_and_ids()} == {
        *("Default", "Geography", "Geography::Rivers", "Geography::Rivers::Retired", "Geography::Seas")
    }


def test_two_projects_do_not_touch_each_other(anki: Anki) -> None:
    """The same fact ids in another namespace are other notes of other note types."""
    other = replace(PROJECT, namespace=make_fact("otherotherother").id)
    anki.import_package(build(FACTS))
    theirs = build_package(make_bank(*FACTS), project=other, images=IMAGES)
    assert anki.import_package(theirs) == Log(new=6, updated=0, duplicate=0, conflicting=0)
    assert anki.flaws() == []


def build(facts: Sequence[Fact], mods: dict[str, int] | None = None) -> Package:
    """Build the package of one deck."""
    return build_package(make_bank(*facts), images=IMAGES, mods=mods or {})


def study(anki: Anki, count: int) -> None:
    """Answer some new cards as a student does, and suspend, flag and bury some others."""
    anki.col.decks.select(anki.col.decks.id_for_name("Geography::Rivers"))
    for _ in range(count):
        card = anki.col.sched.getCard()
        anki.col.sched.answerCard(card, 3)
    first, second, third, *_ = anki.card_ids("is:new")
    anki.col.sched.suspend_cards([first])
    anki.col.sched.bury_cards([second])
    anki.col.set_user_flag_for_cards(2, [third])


def progress_of(anki: Anki) -> tuple[list[Any], list[Any]]:
    """Return every row of cards and review log."""
    return anki.col.db.all("select * from cards order by id"), anki.col.db.all("select * from revlog order by id")


def kind_of(card: Any) -> str:  # noqa: ANN401 - Anki's card
    """Tell a question from a cloze."""
    return CLOZE if "Text" in card.note() else QUESTION


def without_braces(text: str) -> str:
    """Take out double braces, which checking refuses in a cloze text."""
    return text.replace("{{", "{").replace("}}", "}").replace("::", ":")
