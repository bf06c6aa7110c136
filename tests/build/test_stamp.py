"""Nothing changed: said at once, and no file is rewritten; and whatever did change is never taken for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.build.stamp import STAMP_FILE
from tests.support.curator import LEDGER, Curator, deck_spec, river
from tests.support.pictures import png


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of two decks, a picture and a quiz, and build it."""
    image = {"file": "images/elbe.png", "alt": "The Elbe", "credit": "the survey"}
    facts = [river("elbe", image=image), river("loire"), river("volga", topic="lake")]
    curator = Curator(tmp_path / "project", facts)
    curator.files["images/elbe.png"] = png(1)
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    section = {"type": "short_answer", "count": 1}
    curator.decks["deck"]["quizzes"] = [{"id": "rivers", "title": "Rivers", "sections": [section]}]
    assert curator.build().problems == ()
    return curator


def outputs(curator: Curator) -> dict[str, tuple[bytes, int]]:
    """Return all outputs and the ledger, with their times; the stamp is no output."""
    return {path: found for path, found in curator.snapshot().items() if path != STAMP_FILE}


def test_nothing_changed(curator: Curator) -> None:
    """The second build says so and writes nothing at all."""
    before = curator.snapshot()
    report = curator.build()
    assert (report.up_to_date, report.changed_files) == (True, ())
    assert curator.snapshot() == before


def test_without_the_stamp(curator: Curator) -> None:
    """Where the stamp was deleted everything is made again, and what has the same bytes keeps its time."""
    (curator.root / STAMP_FILE).unlink()
    before = outputs(curator)
    report = curator.build()
    assert (report.up_to_date, report.changed_files) == (False, ())
    assert outputs(curator) == before
    assert curator.build().up_to_date


@pytest.mark.parametrize("stamp", [b"", b"{", b"[]", b"null", b'{"inputs": 5}', b"\xff", b"[" * 5000])
def test_a_stamp_that_cannot_be_read(curator: Curator, stamp: bytes) -> None:
    """It counts as none."""
    (curator.root / STAMP_FILE).write_bytes(stamp)
    assert curator.build().up_to_date is False
    assert curator.build().up_to_date


def test_a_comment(curator: Curator) -> None:
    """What students cannot see changes no output."""
    curator.remark = "looked through once more"
    before = outputs(curator)
    report = curator.build()
    assert (report.up_to_date, report.changed_files) == (False, ())
    assert outputs(curator) == before


def test_an_edit_rewrites_its_own_deck_alone(curator: Curator) -> None:
    """The other deck's package keeps its time: whoever publishes by file times does not publish it again."""
    before = outputs(curator)
    curator.fact("volga")["explanation"] = "It flows into the Caspian Sea."
    curator.build()
    after = outputs(curator)
    assert [path for path in after if after[path] != before.get(path)] == [LEDGER, "build/lakes.apkg"]


CHANGES: dict[str, Callable[[Curator], object]] = {
    "a fact": lambda curator: curator.fact("elbe").update(answer="another"),
    "a source": lambda curator: curator.sources[0].update(title="Another"),
    "a deck spec": lambda curator: curator.decks["deck"].update(title="Another"),
    "a new deck spec": lambda curator: curator.decks.update(more=deck_spec("More", "mountain")),
    "the project": lambda curator: curator.project.update(licence="CC0"),
    "a picture": lambda curator: curator.files.update({"images/elbe.png": png(2)}),
    "a template": lambda curator: curator.files.update({"templates/anki/card.css": b".card {}"}),
    "a package": lambda curator: (curator.root / "build/deck.apkg").write_bytes(b"broken"),
    "a package that is gone": lambda curator: (curator.root / "build/deck.apkg").unlink(),
    "a sheet that is gone": lambda curator: next((curator.root / "build").rglob("*.html")).unlink(),
    "the ledger": lambda curator: (curator.root / LEDGER).unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(curator: Curator, change: str) -> None:
    """Every input counts, and every output that is no longer what the build left."""
    CHANGES[change](curator)
    assert not curator.try_build().up_to_date


def test_a_broken_package_is_made_again(curator: Curator) -> None:
    """A build mends what somebody did to an output."""
    package = curator.package()
    (curator.root / "build/deck.apkg").write_bytes(b"broken")
    assert curator.build().changed_files == ("build/deck.apkg",)
    assert curator.package() == package


def test_remarks_show_again(curator: Curator) -> None:
    """A build with a warning is not called up to date, so that the warning is not forgotten."""
    curator.drop("loire")
    curator.decks["deck"].pop("quizzes")
    for _ in range(2):
        assert [problem.code for problem in curator.build().problems] == ["QZ063"]


def test_what_is_made_no_more_is_removed(curator: Curator) -> None:
    """A deck spec that goes takes its package along; what somebody else put into the folder stays."""
    (curator.root / "build/notes.txt").write_bytes(b"mine")
    del curator.decks["lakes"]
    (curator.root / "decks/lakes.yaml").unlink()
    curator.drop("volga")
    curator.build()
    assert not (curator.root / "build/lakes.apkg").exists()
    assert (curator.root / "build/notes.txt").read_bytes() == b"mine"


def test_a_build_of_one_deck_vouches_for_no_other(curator: Curator) -> None:
    """After it, a whole build is not skipped."""
    curator.fact("elbe")["answer"] = "another"
    curator.build("lakes")
    assert not curator.build().up_to_date
    assert curator.build().up_to_date
