"""Each kind of edit by itself: what docs/regenerating.md says of it, what the build announces, what Anki does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.anki import open_anki
from tests.support.collection import AGAIN, EASY, GOOD, HARD, ailments, history, promised, study
from tests.support.curator import LEDGER, Curator, Record, river
from tests.support.pictures import png
from tests.support.project import REPOSITORY

RIVERS = ("elbe", "loire", "rhone", "seine")
NOTES = 2 * len(RIVERS)
PAGE = REPOSITORY / "docs" / "regenerating.md"

Edit = Callable[[Curator], object]


class Row(NamedTuple):
    """A row of the page's table."""

    edit: str
    new: int
    updated: int
    new_cards: int
    warns: bool


def rows() -> list[Row]:
    """Read the table of edits; `all` is every note of the deck."""
    text = PAGE.read_text(encoding="utf-8")
    table = re.findall(r"^\| (.+?) \| (\d) \| (\d|all) \| (\d) \| (.+) \|$", text, re.MULTILINE)
    return [
        Row(edit, int(new), NOTES if updated == "all" else int(updated), int(cards), "quizgen warns" in seen)
        for edit, new, updated, cards, seen in table
    ]


def fields(**changes: object) -> Edit:
    """Return an edit that changes fields of the first fact."""
    return lambda curator: curator.fact("elbe").update(changes)


def without(field: str) -> Edit:
    """Return an edit that deletes a field of the first fact."""
    return lambda curator: curator.fact("elbe").pop(field)


def source_title(curator: Curator) -> None:
    """Give the one source another title."""
    curator.sources[0]["title"] = "The Great Survey"


def revert(curator: Curator) -> None:
    """Bring the answer back that the first package had."""
    curator.fact("elbe")["answer"] = river("elbe")["answer"]


def other_picture(curator: Curator) -> None:
    """Put another picture under the same name."""
    curator.files["elbe.png"] = png(99)


def comment(curator: Curator) -> None:
    """Write a comment into the file of facts."""
    curator.remark = "looked through"


def style(curator: Curator) -> None:
    """Style the cards by a template of the project's own."""
    curator.files["templates/anki/card.css"] = b".card { color: red; }"


def deck_name(curator: Curator) -> None:
    """Rename the deck in its spec."""
    curator.decks["deck"]["anki"]["deck"] = "Stream"


def take_out(curator: Curator) -> None:
    """Take a fact out of its deck."""
    curator.decks["deck"]["facts"]["exclude"] = ["elbe"]


def lose_ledger(curator: Curator) -> None:
    """Delete the ledger."""
    (curator.root / LEDGER).unlink()


def renamed(**more: object) -> Edit:
    """Return an edit that gives the first fact another id."""
    return fields(id="labe", **more)


ELBE_WITH_GAPS = "The {{c2::Elbe}} is {{c1::400 kilometres}} long."
PICTURE = {"file": "elbe.png", "alt": "The river", "credit": "the survey"}
CORRECTION = {"on": "2026-11-24", "note": "It is 401."}

BEFORE: dict[str, Record] = {
    "the text back to what it was before": {"answer": "another"},
    "a gap taken out": {"cloze": ELBE_WITH_GAPS},
    "two gaps' numbers swapped": {"cloze": ELBE_WITH_GAPS},
    "a picture added, or another one in its place": {"image": PICTURE},
}
"""What the fact is like before the edit, where it is not an ordinary one."""

EDITS: dict[str, Edit] = {
    "the `question`, or the `answer`": fields(answer="401 kilometres"),
    "the `cloze` text": fields(cloze="The Elbe has a length of {{c1::400 kilometres}}."),
    "the `explanation`": fields(explanation="Measured along the middle."),
    "the locator of a citation": fields(citations=[{"source": "survey-2020", "locator": "page 8"}]),
    "the `title` of a source": source_title,
    "the `topics`": fields(topics=["river/length"]),
    "the `claim`, `label` or `distractors`": fields(claim="Another.", label="its length", distractors=["1", "2"]),
    "a mistake, with `corrections`": fields(answer="401", corrections=[CORRECTION]),
    "the text back to what it was before": revert,
    "a picture added, or another one in its place": other_picture,
    "a new fact": lambda curator: curator.facts.append(river("danube")),
    "a new gap, `{{c2::…}}`": fields(cloze=ELBE_WITH_GAPS),
    "a gap taken out": fields(cloze="The Elbe is {{c1::400 kilometres}} long."),
    "two gaps' numbers swapped": fields(cloze="The {{c1::Elbe}} is {{c2::400 kilometres}} long."),
    "`status: retired`": fields(status="retired", reason="Disputed."),
    "the `id`, with `renamed_from`": renamed(renamed_from="elbe"),
    "the `id`, without `renamed_from`": renamed(),
    "the fact deleted": lambda curator: curator.facts.pop(0),
    "the `cloze` deleted": without("cloze"),
    "the fact taken out of its deck": take_out,
    "the order of the facts": lambda curator: curator.facts.reverse(),
    "a comment": comment,
    "the cards' style in `templates/anki/card.css`": style,
    "the deck's name": deck_name,
    "the ledger lost": lose_ledger,
}


def test_every_row_of_the_page_is_run() -> None:
    """What the table says is tested row by row, and nothing else is."""
    assert [row.edit for row in rows()] == list(EDITS)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.edit)
def test_edit(row: Row, tmp_path: Path) -> None:
    """Page, announcement and Anki's log agree; the cards and reviews that were there are the same, bit by bit."""
    curator = Curator(tmp_path / "project", [river(name) for name in RIVERS])
    curator.fact("elbe").update(BEFORE.get(row.edit, {}))
    curator.files["elbe.png"] = png(1)
    curator.build()
    with open_anki(tmp_path / "student") as anki:
        anki.import_package(curator.package())
        study(anki, "River", [GOOD, AGAIN, EASY, HARD, GOOD, EASY])
        before = history(anki)
        EDITS[row.edit](curator)
        report = curator.build()
        log = anki.import_package(curator.package())
        after = history(anki)
        assert report.up_to_date or promised(report, "About River") == log
        assert (log.new, log.updated, log.conflicting) == (row.new, row.updated, 0)
        assert before.harm(after) == []
        assert after.reviews == before.reviews
        assert len(after.cards) - len(before.cards) == row.new_cards
        assert bool(report.problems) == row.warns
        assert bool(ailments(anki)) == (row.edit == "a gap taken out")
