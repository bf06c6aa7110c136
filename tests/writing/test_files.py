"""Output files are replaced whole or not at all, records before outputs."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from quizgen.diagnostics.problem import Problem
from quizgen.writing.files import clear_left_overs, remove_files, write_files


def tree(root: Path) -> dict[str, bytes]:
    """Return all files below a folder, hidden and temporary ones too."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_writes_what_is_new_and_what_changed(tmp_path: Path) -> None:
    """It says which files changed, records first."""
    assert write_files(tmp_path, {"r": b"1"}, {"build/a": b"1", "build/b/c": b"1"})[0] == ("r", "build/a", "build/b/c")
    assert write_files(tmp_path, {"r": b"2"}, {"build/a": b"1", "build/b/c": b"2"}) == (("r", "build/b/c"), ())
    assert tree(tmp_path) == {"r": b"2", "build/a": b"1", "build/b/c": b"2"}


def test_leaves_what_is_the_same(tmp_path: Path) -> None:
    """A file that would hold the same bytes keeps its time."""
    write_files(tmp_path, {}, {"a": b"same"})
    os.utime(tmp_path / "a", (1, 1))
    assert write_files(tmp_path, {}, {"a": b"same"}) == ((), ())
    assert (tmp_path / "a").stat().st_mtime == 1


def written(stream: BinaryIO, scratch: Path) -> None:
    """Write a file as a package is: out of another one."""
    scratch.write_bytes(b"1")
    stream.write(b"0" + scratch.read_bytes())


def test_what_is_written_block_by_block(tmp_path: Path) -> None:
    """It takes its place only where other bytes stand, and what it needed meanwhile is gone."""
    assert write_files(tmp_path, {}, {"a": written}) == (("a",), ())
    os.utime(tmp_path / "a", (1, 1))
    assert write_files(tmp_path, {}, {"a": written}) == ((), ())
    assert (tmp_path / "a").stat().st_mtime == 1
    (tmp_path / "a").write_bytes(b"02")
    assert write_files(tmp_path, {}, {"a": written}) == (("a",), ())
    assert tree(tmp_path) == {"a": b"01"}


def test_what_is_cut_off_is_cleared(tmp_path: Path) -> None:
    """A database that was being written, and its journal, are deleted as half-written files are."""
    for name in ("a", "a.quizgen-new", "a-scratch.quizgen-new", "a-scratch.quizgen-new-journal"):
        write_files(tmp_path, {}, {f"build/{name}": b""})
    clear_left_overs(tmp_path, ["build"])
    assert list(tree(tmp_path)) == ["build/a"]


@pytest.mark.parametrize("obstacle", ["b", "z"])
def test_one_place_that_cannot_be_taken(tmp_path: Path, obstacle: str) -> None:
    """Before an output fails the records are in place, so they know whatever may have been shipped."""

    def put_in_the_way() -> tuple[Problem, ...]:
        (tmp_path / obstacle / "full").mkdir(parents=True)
        return ()

    write_files(tmp_path, {"r": b"old"}, {"a": b"old"})
    changed, problems = write_files(tmp_path, {"r": b"new"}, {"a": b"new", obstacle: b"new"}, put_in_the_way)
    assert changed == ("r", "a")
    assert [(problem.code, problem.place.document) for problem in problems] == [("QZ900", obstacle)]
    assert tree(tmp_path)["r"] == b"new"
    assert not [path for path in tree(tmp_path) if path.endswith(".quizgen-new")]


@pytest.mark.parametrize("obstacle", ["r", "a", "z"])
def test_a_folder_in_place_of_a_file(tmp_path: Path, obstacle: str) -> None:
    """It is seen before anything is moved, so nothing at all has changed."""
    write_files(tmp_path, {"s": b"old"}, {"b": b"old"})
    (tmp_path / obstacle / "full").mkdir(parents=True)
    before = tree(tmp_path)
    changed, (problem,) = write_files(tmp_path, {"r": b"new", "s": b"new"}, {"a": b"new", "b": b"new", "z": b"new"})
    assert (changed, tree(tmp_path)) == ((), before)
    assert problem.place.document == obstacle
    assert "rename it" in problem.hint


def test_one_file_that_cannot_be_written(tmp_path: Path) -> None:
    """Then nothing at all has changed: no record, no output."""
    write_files(tmp_path, {"r": b"old"}, {"a": b"old"})
    (tmp_path / "file").write_bytes(b"")
    before = tree(tmp_path)
    changed, problems = write_files(tmp_path, {"r": b"new"}, {"a": b"new", "file/below": b"new"})
    assert changed == ()
    assert [problem.code for problem in problems] == ["QZ900"]
    assert tree(tmp_path) == before


def test_a_file_in_place_of_the_whole_folder(tmp_path: Path) -> None:
    """As when `quizgen init notes` finds a file `notes`: it is named, with the way out."""
    (tmp_path / "notes").write_bytes(b"mine")
    changed, (problem,) = write_files(tmp_path / "notes", {}, {"a": b"new"})
    assert changed == ()
    assert problem.message.startswith("cannot write `notes`: ")
    assert problem.place.document == (tmp_path / "notes").as_posix()
    assert "a file stands where a folder is needed" in problem.hint
    assert tree(tmp_path) == {"notes": b"mine"}


def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    """It leads nowhere, and so nothing can be written there."""
    try:
        (tmp_path / "build").symlink_to("build")
    except OSError:
        pytest.skip("links cannot be made here")
    changed, (problem,) = write_files(tmp_path, {"r": b"new"}, {"build/a": b"new"})
    assert (changed, problem.code) == ((), "QZ900")
    assert tree(tmp_path) == {}


def test_left_overs_of_a_crash_are_no_obstacle(tmp_path: Path) -> None:
    """A temporary file of a build that was cut off is written over."""
    (tmp_path / "a.quizgen-new").write_bytes(b"half")
    write_files(tmp_path, {}, {"a": b"whole"})
    assert tree(tmp_path) == {"a": b"whole"}


def test_permissions_are_those_of_new_files(tmp_path: Path) -> None:
    """Others can read what is published, as far as the curator's umask lets them."""
    umask = os.umask(0o022)
    try:
        write_files(tmp_path, {}, {"a": b"1"})
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_removes_files_and_the_folders_that_they_leave_empty(tmp_path: Path) -> None:
    """A folder that still holds something stays, and so does everything outside."""
    root = tmp_path / "project"
    write_files(root, {}, {"build/a/1": b"", "build/b/1": b"", "build/b/2": b""})
    (tmp_path / "outside").write_bytes(b"")
    assert remove_files(root, ["build/a/1", "build/b/1", "build/gone", "../outside"]) == ()
    assert sorted(tree(tmp_path)) == ["outside", "project/build/b/2"]
    assert not (root / "build/a").exists()
