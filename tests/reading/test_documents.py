"""Files that are no text files: a problem each, and never a hang."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizgen.build.check import check_project
from quizgen.diagnostics.formats import Format, render_problems
from quizgen.reading.documents import MAX_BYTES
from tests.support.project import FACT, lay_out_project


def problems_in(project: Path) -> str:
    """All problems of a project, a line each."""
    return render_problems(check_project(project).problems, Format.CONCISE, {})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a good project with one fact."""
    return lay_out_project(tmp_path, {"data/facts.yaml": FACT})


def test_a_folder_in_place_of_a_file(project: Path) -> None:
    """A folder called `more.yaml`, or `quizgen.yaml`, is named as what it is."""
    (project / "data" / "more.yaml").mkdir()
    (project / "quizgen.yaml").unlink()
    (project / "quizgen.yaml").mkdir()
    hint = "(rename it, or move it out of here: a text file is expected under this name)"
    assert problems_in(project) == (
        f"data/more.yaml:1:1: error[QZ002] `data/more.yaml` is a folder {hint}\n"
        f"quizgen.yaml:1:1: error[QZ002] `quizgen.yaml` is a folder {hint}\n"
    )


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    """A file called `data` gets the advice to move it into a folder of that name."""
    for name in ("quizgen.yaml", "decks/deck.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
    lay_out_project(tmp_path / "good", {"data/facts.yaml": FACT})
    (tmp_path / "good" / "data").rename(tmp_path / "moved")
    (tmp_path / "good" / "data").write_text(FACT, encoding="utf-8")
    assert problems_in(tmp_path / "good") == (
        "data:1:1: error[QZ002] `data` is a file, not a folder (move it to `data/facts.yaml`)\n"
    )


def test_a_folder_that_is_not_there(project: Path) -> None:
    """Without its folder of data, a project has one problem, not one for everything that is not known."""
    (project / "data").rename(project / "date")
    assert problems_in(project) == (
        "data:1:1: error[QZ001] there is no `data` "
        "(is this the project's folder? Name another with `--project FOLDER`)\n"
    )


def test_a_pipe_does_not_hang(project: Path) -> None:
    """What is no ordinary file is not opened: reading from a pipe would wait for ever."""
    os.mkfifo(project / "data" / "pipe.yaml")
    assert "`data/pipe.yaml` is no ordinary file" in problems_in(project)


def test_a_link_that_leads_nowhere(project: Path) -> None:
    """The system's own reason is told where a file cannot be read."""
    (project / "data" / "loop.yaml").symlink_to("loop.yaml")
    (project / "data" / "nowhere.yaml").symlink_to("gone.yaml")
    found = problems_in(project)
    assert "error[QZ001] cannot read `data/loop.yaml`: too many levels of symbolic links" in found
    assert "error[QZ001] there is no `data/nowhere.yaml`" in found


def test_a_file_that_is_too_large_is_not_read(project: Path) -> None:
    """A file beyond all reason is refused by its size."""
    with (project / "data" / "big.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert problems_in(project) == (
        "data/big.yaml:1:1: error[QZ005] the file has 128 MiB; at most 128 MiB are read "
        "(split it: all files in data/ are read together)\n"
    )


def test_a_file_name_that_is_no_utf8(project: Path) -> None:
    """A file may have any name that the system allows: its problems are still shown."""
    try:
        (project / "data" / os.fsdecode(b"\xff.yaml")).write_text("facts: x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    assert problems_in(project) == (
        "data/\ufffd.yaml:1:8: error[QZ022] `facts` must be a list, not text (write `facts: [x]`)\n"
    )
