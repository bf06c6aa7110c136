"""Fifty rounds of editing, building, importing and studying, in one collection of real Anki."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable
from pathlib import Path

from quizgen.build.diff import diff_project
from quizgen.build.report import BuildReport, Order
from quizgen.reading.package import read_package
from tests.support.anki import Anki, open_anki
from tests.support.collection import AGAIN, EASY, ailments, history, promised, study, style_of
from tests.support.curator import Curator, Record, river
from tests.support.pictures import png

ROUNDS = 50
SKIPPED = 7
"""The student misses every seventh build."""
RIVERS = ("elbe", "loire", "rhone", "seine", "tagus", "volga", "weser", "danube")
CSS = '<% include "builtin/anki/card.css" %>'


def test_fifty_rounds(tmp_path: Path) -> None:
    """Whatever is edited: counts as announced, cards and reviews untouched, texts as the curator wrote them last."""
    edits = Edits(Curator(tmp_path / "project", [river(name) for name in RIVERS]), seed=2026)
    edits.curator.build()
    with open_anki(tmp_path / "student") as anki, open_anki(tmp_path / "other") as other:
        for student in (anki, other):
            student.import_package(edits.curator.package())
        for number in range(1, ROUNDS + 1):
            study(anki, "River", [edits.random.randint(AGAIN, EASY)])
            edits.make(edits.random.randint(1, 3))
            report = edits.curator.build()
            has_missed = number > SKIPPED and number % SKIPPED == 1
            if number % SKIPPED:
                import_and_look(anki, edits, None if has_missed else report)
        assert edits.kinds == set(EDITS)
        other.import_package(edits.curator.package())
        for student in (anki, other):
            assert holds_what_was_built(student, edits.curator)
            assert all(style_of(student, card_id).endswith(f"{edits.style}\n") for card_id in student.card_ids())


def import_and_look(anki: Anki, edits: Edits, report: BuildReport | None) -> None:
    """Import the last build; ``report`` is what it announced, or ``None`` for a student who has missed one before."""
    curator, imported = edits.curator, anki.folder / "package.apkg"
    if report is None:
        report = diff_project(curator.root, Order(now=curator.now), imported)
    before = history(anki)
    log = anki.import_package(curator.package())
    expected = log._replace(new=0, updated=0) if report.up_to_date else promised(report, "About River")
    assert log == expected, edits.log
    assert before.harm(history(anki)) == [], edits.log
    assert holds_what_was_built(anki, curator), edits.log
    assert ailments(anki) == [], edits.log


def holds_what_was_built(anki: Anki, curator: Curator) -> bool:
    """Whether every note of the last package stands in the collection with its very fields and tags, once."""
    package, problems = read_package(curator.root / "build" / "deck.apkg")
    assert package is not None, problems
    shipped = {guid: (tuple(note.fields.values()), sorted(note.tags.split())) for guid, note in package.notes.items()}
    rows = anki.col.db.all("select guid, flds, tags from notes")
    held = {guid: (tuple(fields.split("\x1f")), sorted(tags.split())) for guid, fields, tags in rows}
    assert len(held) == len(rows)
    return {guid: held.get(guid) for guid in shipped} == shipped


class Edits:
    """A curator who edits at random, always the same way for the same seed."""

    def __init__(self, curator: Curator, seed: int) -> None:
        """Take over a project."""
        self.curator = curator
        self.random = random.Random(seed)  # noqa: S311 - no secret, and the same on every run
        self.count = 0
        self.kinds: set[str] = set()
        self.log: list[str] = []
        self.style = ""
        """The last line of the cards' style."""
        self.past: dict[str, list[Record]] = {}
        """Earlier states of each fact, by its first id."""

    def make(self, number: int) -> None:
        """Make some edits."""
        for _ in range(number):
            self.count += 1
            kind = self.random.choice(list(EDITS))
            EDITS[kind](self)
            self.kinds.add(kind)
            self.log.append(kind)

    def word(self) -> str:
        """Return a word that was never used before."""
        return f"word{self.count}"

    def fact(self) -> Record:
        """Return a fact that is still asked, and remember how it is."""
        fact = self.random.choice([fact for fact in self.curator.facts if "status" not in fact])
        self.past.setdefault(first_id(fact), []).append(copy.deepcopy(fact))
        return fact


def first_id(fact: Record) -> str:
    """Return the id that a fact was first shipped with."""
    return str(fact.get("renamed_from", fact["id"]))


def edit_text(field: str) -> Callable[[Edits], None]:
    """Return an edit that gives a field new text."""

    def edit(edits: Edits) -> None:
        edits.fact()[field] = f"A *{edits.word()}* & <b>more</b>"

    return edit


def edit_locator(edits: Edits) -> None:
    """Cite another page."""
    edits.fact()["citations"] = [{"source": "survey-2020", "locator": f"page {edits.count}"}]


def edit_cloze(edits: Edits) -> None:
    """Change what the first gap hides."""
    fact = edits.fact()
    fact["cloze"] = re.sub(r"c1::[^}]+", f"c1::{edits.word()}", fact["cloze"])


def add_gap(edits: Edits) -> None:
    """Add one more gap to a cloze text: one more card."""
    fact = edits.fact()
    fact["cloze"] += f" {{{{c{fact['cloze'].count('{{') + 1}::{edits.word()}}}}}"


def edit_certainty(edits: Edits) -> None:
    """Say how the source puts it."""
    edits.fact()["certainty"] = edits.random.choice(["stated", "judged", "reported"])


def edit_topics(edits: Edits) -> None:
    """Move a fact to another topic: its line on the card and its tags."""
    edits.fact()["topics"] = [f"river/{edits.word()}", "river/size"]


def edit_source(edits: Edits) -> None:
    """Rename the source of every fact."""
    edits.curator.sources[0]["title"] = f"A Survey of {edits.word()}"


def add_fact(edits: Edits) -> None:
    """Write a new fact."""
    edits.curator.facts.append(river(f"new-{edits.count}"))


def retire(edits: Edits) -> None:
    """Withdraw a fact, unless few are left."""
    if sum("status" not in fact for fact in edits.curator.facts) > len(RIVERS) // 2:
        edits.fact().update(status="retired", reason=f"Because of {edits.word()}.")


def correct(edits: Edits) -> None:
    """Correct an answer and say so."""
    note = {"on": "2026-11-24", "note": f"It said something else than {edits.word()}."}
    fact = edits.fact()
    fact.update(answer=edits.word(), corrections=[*fact.get("corrections", []), note])


def rename(edits: Edits) -> None:
    """Give a fact another id, and keep the first one in `renamed_from`."""
    fact = edits.fact()
    fact.update(renamed_from=first_id(fact), id=f"name-{edits.count}")


def revert(edits: Edits) -> None:
    """Bring back an earlier state of a fact, under the id that it has now and with all its gaps."""
    fact = edits.fact()
    kept = {name: fact[name] for name in ("id", "renamed_from", "cloze") if name in fact}
    earlier = edits.random.choice(edits.past[first_id(fact)])
    fact.clear()
    fact.update({name: value for name, value in earlier.items() if name != "renamed_from"} | kept)


def reorder(edits: Edits) -> None:
    """Put the facts, and so the new cards, into another order."""
    edits.random.shuffle(edits.curator.facts)


def restyle(edits: Edits) -> None:
    """Change the style of all cards by a template of the project's own."""
    edits.style = f".{edits.word()} {{ color: red; }}"
    edits.curator.files["templates/anki/card.css"] = f"{CSS}\n{edits.style}\n".encode()


def change_picture(edits: Edits) -> None:
    """Give a fact a picture that no fact had before."""
    file = f"images/{edits.random.randint(1, 3)}.png"
    edits.curator.files[file] = png(edits.count % 256)
    edits.fact()["image"] = {"file": file, "alt": "A river", "credit": "The survey"}


EDITS: dict[str, Callable[[Edits], None]] = {
    "question": edit_text("question"),
    "answer": edit_text("answer"),
    "claim": edit_text("claim"),
    "explanation": edit_text("explanation"),
    "label": edit_text("label"),
    "cloze": edit_cloze,
    "second gap": add_gap,
    "locator": edit_locator,
    "certainty": edit_certainty,
    "topics": edit_topics,
    "source": edit_source,
    "new fact": add_fact,
    "retire": retire,
    "correct": correct,
    "rename": rename,
    "revert": revert,
    "order": reorder,
    "style": restyle,
    "picture": change_picture,
}
