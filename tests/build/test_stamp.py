"""Nothing changed: said at once, and no file is rewritten; and whatever did change is never taken for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.build import project
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
    """A warning is not forgotten because nothing has changed since, and its line can still be shown."""
    curator.drop("loire")
    curator.decks["deck"].pop("quizzes")
    first, second = curator.build(), curator.build()
    assert [problem.code for problem in first.problems] == ["QZ063"]
    assert (first.up_to_date, second.up_to_date) == (False, True)
    assert second.problems == first.problems
    documents = {problem.place.document for problem in first.problems}
    assert {path: second.texts[path] for path in documents} == {path: first.texts[path] for path in documents}


def test_a_remark_about_the_clock_is_not_kept(curator: Curator) -> None:
    """It is true no more once the clock was set right, which changes no file."""
    curator.build(days=-30, pdf=False)
    (curator.root / STAMP_FILE).unlink()
    assert [problem.code for problem in curator.build(days=0).problems] == ["QZ055"]
    assert curator.build(days=60).problems == ()


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


def test_what_cannot_be_removed_is_removed_later(curator: Curator) -> None:
    """A file that another program holds stays an output of ours, to be deleted by the next build."""
    del curator.decks["lakes"]
    (curator.root / "decks/lakes.yaml").unlink()
    curator.drop("volga")
    package = curator.root / "build/lakes.apkg"
    package.unlink()
    (package / "held").mkdir(parents=True)
    problems = curator.try_build().problems
    assert ("QZ900", "build/lakes.apkg") in [(problem.code, problem.place.document) for problem in problems]
    (package / "held").rmdir()
    package.rmdir()
    package.write_bytes(b"old")
    curator.build()
    assert not package.exists()


def test_what_a_build_left_half_written_is_cleared(curator: Curator) -> None:
    """Also where nothing has changed, and for files that are made no more; what it does not know stays."""
    for name in ("build/gone.apkg.quizgen-new", "build/quizzes/gone/form-a.html.quizgen-new", "build/notes.txt"):
        path = curator.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    assert curator.build().up_to_date
    assert not list(curator.root.rglob("*.quizgen-new"))
    assert not (curator.root / "build/quizzes/gone").exists()
    assert (curator.root / "build/notes.txt").exists()


def test_a_new_output_of_a_build_that_was_cut_off(curator: Curator, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is known as ours, although that build could not stamp it: when it is made no more it is removed."""
    curator.facts.append(river("nile", topic="delta"))
    curator.decks["deltas"] = deck_spec("Deltas", "delta")
    with monkeypatch.context() as patch:
        patch.setattr(project, "complete_stamp", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            curator.build()
    assert (curator.root / "build/deltas.apkg").exists()
    del curator.decks["deltas"]
    (curator.root / "decks/deltas.yaml").unlink()
    curator.drop("nile")
    curator.build()
    assert not (curator.root / "build/deltas.apkg").exists()


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
