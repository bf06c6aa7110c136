"""The ledger in a build: whatever happens to it, no student is ever shipped an older date than they have."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from quizgen.build.report import BuildReport
from quizgen.reading.package import read_package
from tests.support.curator import FIRST_DAY, LEDGER, Curator, deck_spec, river
from tests.support.need import need_program
from tests.support.project import REPOSITORY

DAY = 86_400
ELBE, LOIRE = ("elbe", "question"), ("loire", "question")
NOTES = 6


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of three rivers, and build it."""
    curator = Curator(tmp_path / "project", [river(name) for name in ("elbe", "loire", "rhone")])
    curator.build()
    return curator


def codes(report: BuildReport) -> list[str]:
    """Return the codes of a build's problems."""
    return [problem.code for problem in report.problems]


def shipped(curator: Curator, deck: str = "deck") -> set[int]:
    """Return the dates of the notes in the package that lies in `build/`."""
    package, problems = read_package(curator.root / "build" / f"{deck}.apkg")
    assert package is not None, problems
    return {note.mod for note in package.notes.values()}


def damage(curator: Curator, old: str, new: str) -> None:
    """Change the text of the ledger by hand."""
    assert old in curator.ledger
    (curator.root / LEDGER).write_text(curator.ledger.replace(old, new, 1), encoding="utf-8", newline="")


def test_an_edit_dates_its_own_notes_alone(curator: Curator) -> None:
    """Only the note whose content changed gets the time of the build."""
    curator.fact("elbe")["answer"] = "another"
    curator.build()
    later = [key for key, mod in curator.mods.items() if mod == curator.now]
    assert later == [ELBE]
    assert len(curator.mods) == NOTES


def test_two_branches(curator: Curator) -> None:
    """Git merges two ledgers by itself, and each note is then as late as either branch shipped it, or later."""
    shutil.copy(REPOSITORY / "starter" / ".gitattributes", curator.root)
    git(curator.root, "init", "--initial-branch=ours")
    commit(curator.root, "ours")
    git(curator.root, "branch", "theirs")
    curator.fact("elbe")["answer"] = "by us"
    curator.build()
    commit(curator.root, "ours")
    git(curator.root, "checkout", "theirs")
    curator.fact("elbe")["answer"] = curator.fact("loire")["answer"] = "by them"
    curator.build(days=5)
    theirs = curator.mods
    commit(curator.root, "theirs")
    git(curator.root, "checkout", "ours")
    with pytest.raises(subprocess.CalledProcessError):
        git(curator.root, "merge", "theirs")  # both edited the facts: that is for the curator to decide
    assert sum(line.startswith("note\telbe\tquestion") for line in curator.ledger.splitlines()) == 2
    curator.fact("elbe")["answer"] = "by us"
    assert codes(curator.build(days=-4)) == ["QZ055"]  # our clock is behind the time at which they built
    assert curator.mods[ELBE] == theirs[ELBE] + 1
    assert curator.mods[LOIRE] == theirs[LOIRE]
    assert len(curator.mods) == NOTES


def test_an_edit_that_git_takes_back(curator: Curator) -> None:
    """With the ledger fetched again, as the page says, the old text is dated after the version in between."""
    git(curator.root, "init", "--initial-branch=ours")
    commit(curator.root, "first")
    right = curator.fact("elbe")["answer"]
    curator.fact("elbe")["answer"] = "wrong"
    curator.build(days=3)
    commit(curator.root, "second")
    wrong = curator.mods
    git(curator.root, "revert", "--no-edit", "HEAD")
    assert curator.mods[ELBE] < wrong[ELBE]  # git knows nothing of dates that only rise
    git(curator.root, "checkout", "HEAD~1", "--", LEDGER)
    curator.fact("elbe")["answer"] = right
    curator.build()
    assert curator.mods == {**wrong, ELBE: curator.now}


def test_a_ledger_that_git_took_back(curator: Curator) -> None:
    """Where the package of the version in between lies in `build/`, the old text is dated after it, and it is said."""
    git(curator.root, "init", "--initial-branch=ours")
    commit(curator.root, "first")
    right = curator.fact("elbe")["answer"]
    curator.fact("elbe")["answer"] = "wrong"
    curator.files["templates/anki/card.css"] = b".card { color: red; }"
    curator.build(days=3)
    commit(curator.root, "second")
    wrong = curator.mods
    git(curator.root, "revert", "--no-edit", "HEAD")
    del curator.files["templates/anki/card.css"]
    curator.fact("elbe")["answer"] = right
    report = curator.build()
    assert [(problem.code, "`elbe`" in problem.message) for problem in report.problems] == [("QZ068", True)]
    assert curator.mods == {**wrong, ELBE: curator.now}
    assert [(len(change.updated), change.new_look) for change in report.changes] == [(1, True)]
    assert curator.build().problems == ()


def test_a_ledger_that_git_took_back_before_a_build_of_one_deck(curator: Curator) -> None:
    """The build of one deck has not looked at the package of the other: the next one does."""
    curator.facts.append(river("ladoga", topic="lake"))
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    curator.build()
    ledger, right = curator.ledger, curator.fact("elbe")["answer"]
    curator.fact("elbe")["answer"] = "wrong"
    curator.build(days=3)
    wrong = curator.mods
    (curator.root / LEDGER).write_text(ledger, encoding="utf-8", newline="")
    curator.fact("elbe")["answer"] = right
    assert curator.build("lakes").problems == ()
    assert [problem.code for problem in curator.build().problems] == ["QZ068"]
    assert curator.mods == {**wrong, ELBE: curator.now}


def test_a_branch_that_wrote_the_same(curator: Curator) -> None:
    """A later date of the same text is entered, but the note is not dated anew: a student's own words in it stay."""
    ledger = curator.ledger
    curator.fact("elbe")["answer"] = "wrong"
    curator.build()
    curator.fact("elbe")["answer"] = river("elbe")["answer"]
    curator.build()
    mods = curator.mods
    (curator.root / LEDGER).write_text(ledger, encoding="utf-8", newline="")
    assert curator.build().problems == ()
    assert curator.mods == mods


def test_a_lost_ledger_and_a_clock_that_runs_behind(curator: Curator) -> None:
    """The package in `build/` tells how late it must be."""
    before = curator.mods
    (curator.root / LEDGER).unlink()
    curator.build(days=-100)
    assert all(curator.mods[key] > mod for key, mod in before.items())


def git(folder: Path, *arguments: str) -> None:
    """Run git as on a machine where nobody has set anything up."""
    names = {f"GIT_{who}_{what}": f"{who}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    settings = {**names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = [need_program("git"), *arguments]
    subprocess.run(command, cwd=folder, env={**os.environ, **settings}, capture_output=True, check=True)


def commit(folder: Path, message: str) -> None:
    """Commit everything but what is made."""
    git(folder, "add", "--all", ".", ":!build")
    git(folder, "commit", "--message", message)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("note\telbe\tcloze", "<<<<<<< HEAD\nnote\telbe\tcloze", "QZ051", 4),
        ("note\telbe\tcloze", "note\telbe", "QZ050", 4),
        ("note\telbe\tcloze", "nota\telbe\tcloze", "QZ050", 4),
        ("\tactive\n", "\tactive \n", "QZ050", 3),
    ],
)
def test_a_damaged_line_stops_the_build(curator: Curator, old: str, new: str, code: str, line: int) -> None:
    """It is named with its place and what to do, and nothing is written: with it a note's date would be lost."""
    damage(curator, old, new)
    before = curator.snapshot()
    curator.fact("elbe")["answer"] = "another"
    (problem,) = curator.try_build().problems
    assert (problem.code, problem.place.document, problem.place.line) == (code, LEDGER, line)
    assert problem.hint
    assert curator.snapshot() == before


def test_windows_line_ends(curator: Curator) -> None:
    """A ledger that git checked out with CRLF is the same ledger."""
    text, mods = curator.ledger, curator.mods
    (curator.root / LEDGER).write_bytes(text.replace("\n", "\r\n").encode())
    assert curator.build().problems == ()
    assert curator.mods == mods


def test_a_lost_ledger(curator: Curator) -> None:
    """Everything is dated now, once; the build after it changes nothing."""
    (curator.root / LEDGER).unlink()
    curator.build()
    assert set(curator.mods.values()) == {curator.now}
    assert shipped(curator) == {curator.now}
    curator.fact("elbe")["answer"] = "another"
    curator.build()
    assert sum(mod == curator.now for mod in curator.mods.values()) == 1


def test_frozen_refuses_a_change(curator: Curator) -> None:
    """In a check of a repository nobody forgets to commit the ledger; it is said which fact it is."""
    before = curator.snapshot()
    curator.fact("loire")["answer"] = "another"
    (problem,) = curator.try_build(frozen=True).problems
    assert (problem.code, "`loire`" in problem.message) == ("QZ056", True)
    assert curator.snapshot() == before


def test_frozen_refuses_a_missing_ledger(curator: Curator) -> None:
    """A ledger that nobody committed is a change as well."""
    (curator.root / LEDGER).unlink()
    assert codes(curator.try_build(frozen=True)) == ["QZ056"]
    assert not (curator.root / LEDGER).exists()


def test_frozen_builds_what_is_committed(curator: Curator) -> None:
    """With facts and ledger in step it writes the outputs, and leaves the ledger as it is."""
    package, ledger = curator.package(), curator.ledger
    shutil.rmtree(curator.root / "build")
    assert curator.try_build(frozen=True).problems == ()
    assert (curator.package(), curator.ledger) == (package, ledger)


def test_frozen_needs_no_ledger_where_no_note_is_shipped(curator: Curator) -> None:
    """A project of quizzes alone never gets a ledger."""
    (curator.root / LEDGER).unlink()
    for fact in curator.facts:
        fact["distractors"] = ["1", "2", "3"]
    section = {"type": "multiple_choice", "count": 2}
    quiz = {"id": "rivers", "title": "Rivers", "sections": [section]}
    curator.decks["deck"] = {"title": "Rivers", "facts": {"topics": ["river"]}, "quizzes": [quiz]}
    report = curator.try_build(frozen=True, now_is_given=True)
    assert "QZ056" not in codes(report)
    assert "QZ054" not in codes(report)
    assert not (curator.root / LEDGER).exists()


def test_a_given_time_needs_a_ledger(curator: Curator) -> None:
    """An old time could be shipped, which Anki skips; `--new-ledger` says that no student has the deck."""
    (curator.root / LEDGER).unlink()
    before = curator.snapshot()
    (problem,) = curator.try_build(now_is_given=True).problems
    assert (problem.code, "--new-ledger" in problem.hint) == ("QZ054", True)
    assert curator.snapshot() == before
    assert curator.try_build(now_is_given=True, new_ledger=True).problems == ()
    assert set(curator.mods.values()) == {curator.now}


def test_a_ledger_is_not_begun_twice(curator: Curator) -> None:
    """`--new-ledger` never throws away the dates that students have."""
    before = curator.snapshot()
    assert codes(curator.try_build(new_ledger=True)) == ["QZ054"]
    assert curator.snapshot() == before


def test_a_clock_that_runs_backwards(curator: Curator) -> None:
    """The date still rises, by a second, and the curator hears of the clock."""
    curator.fact("elbe")["answer"] = "another"
    report = curator.build(days=-400)
    assert codes(report) == ["QZ055"]
    assert curator.mods[ELBE] == FIRST_DAY + DAY + 1
    assert shipped(curator) == {FIRST_DAY + DAY, FIRST_DAY + DAY + 1}


def test_a_clock_that_was_ahead(curator: Curator) -> None:
    """A year too early is in the ledger for good; what follows comes after it."""
    curator.fact("elbe")["answer"] = "another"
    curator.build(days=365)
    ahead = curator.now
    curator.fact("elbe")["answer"] = "a third one"
    curator.build(days=-364)
    assert curator.mods[ELBE] == ahead + 1


def test_a_clock_that_is_far_ahead(curator: Curator) -> None:
    """A time after the year 2099 is no time of a build, and is kept out of the ledger; so are milliseconds."""
    before = curator.snapshot()
    curator.fact("elbe")["answer"] = "another"
    for now in (4_102_444_800, FIRST_DAY * 1000):
        curator.now = now
        assert codes(curator.try_build()) == ["QZ057"]
    assert curator.snapshot() == before


def test_a_build_of_one_deck_leaves_the_other_lines_alone(curator: Curator) -> None:
    """Also where facts of the other deck were edited: they are dated when they are shipped."""
    curator.facts.append(river("volga", topic="lake"))
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    curator.build()
    before = curator.mods
    curator.fact("elbe")["answer"] = "another"
    curator.fact("volga")["answer"] = "another"
    report = curator.build("lakes")
    assert report.problems == ()
    assert {key for key, mod in curator.mods.items() if mod != before[key]} == {("volga", "question")}
    curator.build()
    assert {key for key, mod in curator.mods.items() if mod == curator.now} == {ELBE}


def test_a_build_that_is_cut_off_after_the_ledger(curator: Curator) -> None:
    """The ledger is on the disk before any package: the next build ships the date that it tells, never a lower one."""
    left = {name: (curator.root / "build" / name).read_bytes() for name in ("deck.apkg", ".quizgen-stamp.json")}
    curator.fact("elbe")["answer"] = "another"
    curator.build()
    written = curator.mods[ELBE]
    assert written == curator.now
    for name, content in left.items():
        (curator.root / "build" / name).write_bytes(content)
    report = curator.build(days=-30)
    assert curator.mods[ELBE] == written
    assert shipped(curator) == {FIRST_DAY + DAY, written}
    assert [change.fact for change in report.changes[0].updated] == ["elbe"]


def test_a_build_that_cannot_begin_to_write(curator: Curator) -> None:
    """Without room for the new files the ledger stays as it was, for nothing was shipped."""
    before = curator.ledger
    shutil.rmtree(curator.root / "build")
    (curator.root / "build").write_bytes(b"")
    curator.fact("elbe")["answer"] = "another"
    assert codes(curator.try_build()) == ["QZ900"]
    assert curator.ledger == before
