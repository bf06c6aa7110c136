"""The first promise, in real Anki: a student's progress survives every kind of edit at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgen.build.report import BuildReport
from tests.support.anki import Anki, Log, open_anki
from tests.support.collection import (
    AGAIN,
    EASY,
    GOOD,
    HARD,
    History,
    ailments,
    cards_of,
    deck_of,
    history,
    notes_of,
    promised,
    question_of,
    study,
    write_into,
)
from tests.support.curator import Curator, river

HOUR = 3600
RIVERS = ("elbe", "loire", "rhone", "seine", "tagus", "volga", "weser")


class Story(NamedTuple):
    """A curator and a student, after the student imported the second build."""

    anki: Anki
    report: BuildReport
    """Of the second build."""
    before: History
    after: History
    log: Log
    """Of the import of the second build."""
    curator: Curator


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Two builds, and what a student does between them."""
    folder = tmp_path_factory.mktemp("oracle")
    curator = Curator(folder / "project", [river(name) for name in RIVERS])
    curator.build()
    with open_anki(folder / "student") as anki:
        assert anki.import_package(curator.package()) == Log(14, 0, 0, 0)
        study_for_a_while(anki, now=curator.now + HOUR)
        before = history(anki)
        report = edit_everything(curator)
        log = anki.import_package(curator.package())
        yield Story(anki, report, before, history(anki), log, curator)


def study_for_a_while(anki: Anki, now: int) -> None:
    """Answer cards of every fact; suspend, flag, bury; write into notes."""
    study(anki, "River", [GOOD, AGAIN, EASY, HARD, GOOD, EASY, AGAIN, EASY, GOOD, EASY, EASY, HARD])
    anki.col.sched.suspend_cards([cards_of(anki, "rhone")[0]])
    anki.col.set_user_flag_for_cards(3, cards_of(anki, "seine"))
    anki.col.sched.bury_cards([cards_of(anki, "loire")[1]])
    write_into(anki, "elbe", "<i>My mnemonic.</i>", ["exam", "hard"], at=now)
    write_into(anki, "loire", "<i>My other mnemonic.</i>", at=now)


def edit_everything(curator: Curator) -> BuildReport:
    """Edit, correct, retire, rename, give a second gap, add; and build a week later."""
    curator.fact("loire")["answer"] = "1006 kilometres"
    curator.fact("rhone").update(
        answer="813 kilometres",
        corrections=[{"on": "2026-11-24", "note": "The length was wrong; it is 813 kilometres."}],
    )
    curator.fact("seine").update(status="retired", reason="Its length is disputed.", retired_on="2026-11-24")
    curator.fact("tagus").update(id="tejo", renamed_from="tagus")
    curator.fact("volga")["cloze"] = "The {{c2::Volga}} is {{c1::500 kilometres}} long."
    curator.facts.append(river("danube"))
    return curator.build(days=7)


def test_anki_does_what_the_build_announced(story: Story) -> None:
    """Every note is new, updated or unchanged in Anki's own log exactly as the curator was told."""
    assert story.log == promised(story.report, "About River") == Log(new=2, updated=8, duplicate=6, conflicting=0)


def test_no_card_and_no_review_is_touched(story: Story) -> None:
    """Due dates, intervals, suspension, flags and the review log stay as they were, bit by bit."""
    assert len(story.before.cards) == 14
    assert len(story.before.reviews) == 12
    assert story.before.harm(story.after) == []
    assert story.after.reviews == story.before.reviews


def test_only_new_notes_and_new_gaps_bring_cards(story: Story) -> None:
    """The two cards of the new fact, and one for the second gap of an old one."""
    fresh = {card_id: row for card_id, row in story.after.cards.items() if card_id not in story.before.cards}
    volga = fresh.keys() - set(cards_of(story.anki, "danube"))
    assert len(fresh) == 3
    assert volga < set(cards_of(story.anki, "volga"))


def test_what_a_student_wrote_into_an_unchanged_note_stays(story: Story) -> None:
    """An import leaves a note alone whose fact did not change."""
    note = question_of(story.anki, "elbe")
    assert note["Explanation"] == "<i>My mnemonic.</i>"
    assert {"exam", "hard"} < set(note["tags"].split())


def test_a_changed_note_is_replaced_whole(story: Story) -> None:
    """The other side of it, which the documentation says as well: the curator's text takes the place of all fields."""
    note = question_of(story.anki, "loire")
    assert (note["Answer"], note["Explanation"]) == ("1006 kilometres", "")


def test_who_learned_the_wrong_answer_is_told(story: Story) -> None:
    """A correction shows on the back, with its date, and not on the front."""
    for card_id in cards_of(story.anki, "rhone"):
        front, back = (side.seen for side in story.anki.sides(card_id))
        assert "Corrected 24 November 2026" in back
        assert "The length was wrong; it is 813 kilometres." in back
        assert "Corrected" not in front


def test_a_retired_card_stays_where_it_is_and_says_so(story: Story) -> None:
    """Who has the card keeps it in its deck, with a notice on both sides, and with their flag."""
    for card_id in cards_of(story.anki, "seine"):
        assert deck_of(story.anki, card_id) == "River"
        assert story.anki.col.get_card(card_id).user_flag() == 3
        for side in story.anki.sides(card_id):
            assert "Its length is disputed." in side.seen


def test_a_new_student_gets_the_retired_card_apart(story: Story, tmp_path: Path) -> None:
    """In a sub-deck of its own, behind everything else."""
    with open_anki(tmp_path) as newcomer:
        newcomer.import_package(story.curator.package())
        assert {deck_of(newcomer, card_id) for card_id in cards_of(newcomer, "seine")} == {"River::Retired"}
        assert newcomer.card_ids()[-2:] == cards_of(newcomer, "seine")
        assert ailments(newcomer) == []


def test_a_renamed_fact_is_the_same_note(story: Story) -> None:
    """With ``renamed_from`` the cards carry the new id, and nothing is left under the old one."""
    assert set(cards_of(story.anki, "tejo")) < set(story.before.cards)
    assert notes_of(story.anki, "tagus") == []


def test_the_collection_is_sound(story: Story) -> None:
    """No broken row, no note without a card, no empty card, every card shows its fact."""
    assert ailments(story.anki) == []


def test_importing_the_same_file_again_does_nothing(story: Story) -> None:
    """A second click on the file finds duplicates only, and touches nothing."""
    now = history(story.anki)
    assert story.anki.import_package(story.curator.package()) == Log(0, 0, 16, 0)
    assert history(story.anki) == now
