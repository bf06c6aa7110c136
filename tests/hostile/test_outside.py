"""A project that somebody else made reads nothing outside its folder, and writes nothing there."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from quizgen.build.key import make_key
from quizgen.build.make import make_project
from quizgen.build.project import build_project
from quizgen.build.report import BuildReport, Order
from quizgen.build.stamp import STAMP_FILE
from quizgen.diagnostics.problem import Place
from tests.support.pictures import png
from tests.support.project import FACT, QUIZ_DECK, lay_out_project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and pipes of this kind are those of Unix")

ORDER = Order(now=1_700_000_000)
KEPT = "nobody reads or writes this"
LINKS = [
    "quizgen.yaml",
    "data/facts.yaml",
    "data",
    "decks/deck.yaml",
    "decks",
    "decks/ledger.tsv",
    "archive",
    "build",
    "build/quizzes",
    "build/index.html",
    "templates",
]
"""What in the project is a link to the same thing outside of it."""
PICTURES = [
    *("/etc/passwd", "/etc/passwd.png", "//etc/x.png", "../secret.png", "images/../../secret.png", "images/out.png"),
    *("file:///etc/x.png", "C:/x.png", "..\\secret.png", "~/x.png", "images/pipe.png", "images/loop.png", "images"),
]
"""Names of pictures that are none, or lie elsewhere."""


@pytest.mark.parametrize("path", LINKS)
def test_a_link_that_leads_out(path: str, tmp_path: Path) -> None:
    """It is a problem, whatever it stands for, and what it leads to stays as it was, to the last byte."""
    root, outside = tmp_path / "project", tmp_path / "outside"
    build_project(lay_out(root), ORDER)
    shutil.copytree(root, outside)
    remove(root / path)
    (root / path).symlink_to(outside / path)
    before = contents(outside)
    report = build_project(root, Order(now=ORDER.now + 1))
    assert "QZ059" in codes(report) or "QZ503" in codes(report)
    assert contents(outside) == before


@pytest.mark.parametrize(
    "path",
    [
        "quizgen.yaml",
        "data/facts.yaml",
        "decks/deck.yaml",
        "archive/AAAA-AAAA.json",
        STAMP_FILE,
        "decks/ledger.tsv",
        "templates/quiz/own.css",
        "templates/quiz/form.html",
        "words/en.yaml",
    ],
)
def test_a_pipe_or_a_device(path: str, tmp_path: Path) -> None:
    """Nothing waits for what a pipe or a device may say; it ends with a problem, or goes on without it."""
    for number, make in enumerate((make_pipe, make_device)):
        root = lay_out(tmp_path / str(number))
        remove(root / path)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        make(root / path)
        report = build_project(root, ORDER)
        assert report.problems or path == STAMP_FILE


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_from_elsewhere(name: str, tmp_path: Path) -> None:
    """A picture is a file of the project, whichever way its name goes."""
    root = lay_out(tmp_path / "project", image=name)
    (tmp_path / "secret.png").write_bytes(png(7))
    (root / "images").mkdir()
    (root / "images" / "out.png").symlink_to(tmp_path / "secret.png")
    (root / "images" / "loop.png").symlink_to(root / "images" / "loop.png")
    make_pipe(root / "images" / "pipe.png")
    assert "QZ053" in codes(build_project(root, ORDER))
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    "id_", ["../x", "/etc/x", "a/b", "..", ".", "a\\b", "x\x00y", "CON:", "-rf", "a.html", "$(x)", ""]
)
def test_an_id_that_is_a_path(id_: str, tmp_path: Path) -> None:
    """Folders and files are named by the ids of quizzes, which are letters, digits and hyphens."""
    root = lay_out(tmp_path / "project")
    deck = QUIZ_DECK.replace("id: rivers", f"id: {json.dumps(id_)}")
    (root / "decks" / "deck.yaml").write_text(deck, encoding="utf-8")
    assert codes(build_project(root, ORDER)) & {"QZ028", "QZ004", "QZ023"} or id_ == "-rf"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


def test_the_stamp_of_somebody_else(tmp_path: Path) -> None:
    """It can name files to delete or to read: those outside are left alone, and no device is read."""
    root = lay_out(tmp_path / "project")
    (tmp_path / "kept").write_text(KEPT, encoding="utf-8")
    names = ["build/../../kept", "../kept", str(tmp_path / "kept"), "build/link/kept"]
    stamp = {
        "inputs": "x",
        "outputs": names,
        "pictures": ["/dev/zero", "../kept"],
        "codes": {},
        "state": "",
        "outdated": [],
    }
    (root / "build").mkdir()
    (root / "build" / "link").symlink_to(tmp_path)
    (root / STAMP_FILE).write_text(json.dumps(stamp), encoding="utf-8")
    build_project(root, ORDER)
    assert (tmp_path / "kept").read_text(encoding="utf-8") == KEPT


def test_half_written_files_that_are_links(tmp_path: Path) -> None:
    """A link where a file is first written beside its place is not written through."""
    root = lay_out(tmp_path / "project")
    (tmp_path / "kept").write_text(KEPT, encoding="utf-8")
    for path in ("decks/ledger.tsv", "build/deck.apkg", "build/index.html", STAMP_FILE):
        (root / path).parent.mkdir(exist_ok=True)
        (root / f"{path}.quizgen-new").symlink_to(tmp_path / "kept")
    assert codes(build_project(root, ORDER)) == set()
    assert (tmp_path / "kept").read_text(encoding="utf-8") == KEPT


def test_a_key_stays_inside(tmp_path: Path) -> None:
    """`quizgen key` writes into the project's own folder, and takes no path for a code."""
    root = lay_out(tmp_path / "project")
    build_project(root, ORDER)
    (form,) = (root / "archive").glob("*.json")
    assert make_key(root, f"../archive/{form.stem}").files == ()
    (root / "build" / "keys").symlink_to(tmp_path)
    report = make_key(root, form.stem)
    assert [problem.code for problem in report.problems] == ["QZ059"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


def test_a_link_inside_is_followed(tmp_path: Path) -> None:
    """Links of a project to its own files do no harm, and a project may be reached by a link."""
    root = lay_out(tmp_path / "project")
    (root / "data" / "facts.yaml").rename(root / "facts.yaml")
    (root / "data" / "facts.yaml").symlink_to(root / "facts.yaml")
    (tmp_path / "link").symlink_to(root)
    assert build_project(tmp_path / "link", ORDER).problems == ()
    assert (root / "build" / "deck.apkg").is_file()


def test_the_place_of_a_link(tmp_path: Path) -> None:
    """The problem names the link itself, and shows nothing of what it leads to."""
    root = lay_out(tmp_path / "project")
    (tmp_path / "secret.yaml").write_text(f"facts: [{KEPT}]\n", encoding="utf-8")
    (root / "data" / "more.yaml").symlink_to(tmp_path / "secret.yaml")
    _, report, _ = make_project(root, ORDER)
    (problem,) = report.problems
    assert (problem.code, problem.place) == ("QZ059", Place("data/more.yaml"))
    assert KEPT not in str(report)


def lay_out(folder: Path, image: str = "") -> Path:
    """Write a small project, with a template of its own."""
    picture = f"    image: {{file: {json.dumps(image)}, alt: A river., credit: the survey}}\n" if image else ""
    files = {
        "data/facts.yaml": FACT + picture,
        "decks/deck.yaml": QUIZ_DECK,
        "templates/quiz/own.css": "p { color: #000 }\n",
    }
    return lay_out_project(folder, files)


def remove(path: Path) -> None:
    """Move what stands at a path out of the way, if anything does."""
    if path.exists():
        path.rename(path.with_name(f".{path.name}-away"))


def make_pipe(path: Path) -> None:
    """Make a named pipe, in which nobody writes."""
    os.mkfifo(path)


def make_device(path: Path) -> None:
    """Make a link to a device that never ends."""
    path.symlink_to("/dev/zero")


def codes(report: BuildReport) -> set[str]:
    """Return the codes of a build's problems."""
    return {problem.code for problem in report.problems}


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
