"""The same facts give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from quizgen.build.stamp import STAMP_FILE
from tests.support.curator import Curator, river
from tests.support.pictures import png
from tests.support.project import REPOSITORY, run_quizgen

PACKAGE = "build/deck.apkg"
THEN = "1700000000"
SETTINGS: dict[str, dict[str, str]] = {
    "another order of hashes": {"PYTHONHASHSEED": "1"},
    "a third order of hashes": {"PYTHONHASHSEED": "2"},
    "another time zone": {"TZ": "Asia/Almaty"},
    "no locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
}
TEMPLATES = {
    "card.css": b".card { color: black; }",
    "question-front.html": b"{{Question}}",
    "question-back.html": b"{{Question}}<hr id=answer>{{Answer}}",
    "cloze-front.html": b"{{cloze:Text}}",
    "cloze-back.html": b"{{cloze:Text}}",
}
"""Of the project's own, so that a new look of ours changes nothing here."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a project with everything that a package can hold, and a quiz."""
    folder = tmp_path_factory.mktemp("determinism")
    curator = Curator(folder / "project", [river(name) for name in ("elbe", "loire", "rhone", "seine")])
    curator.fact("elbe").update(image={"file": "elbe.png", "alt": "Elbe", "credit": "the survey"})
    curator.fact("loire").update(status="retired", reason="Disputed.", corrections=[{"on": "2023", "note": "It is."}])
    curator.fact("rhone").update(lang="kk", question="Рона өзенінің ұзындығы қанша?", topics=["river/b", "river/a"])
    curator.fact("seine").update(certainty="alleged", contrast=["rhone"], cloze="{{c2::The Seine}} is {{c1::Iılİ}}.")
    curator.files["elbe.png"] = png(1)
    curator.files |= {f"templates/anki/{name}": text for name, text in TEMPLATES.items()}
    section = {"type": "short_answer", "count": 2}
    quiz = {"id": "rivers", "title": "Rivers", "seed": "one", "forms": 2, "sections": [section]}
    curator.decks["deck"]["quizzes"] = [quiz]
    return curator.write()


@pytest.fixture(scope="module")
def usual(project: Path) -> dict[str, bytes]:
    """Build the project as everything else is compared with."""
    return made(project, {"PYTHONHASHSEED": "0"})


def made(project: Path, settings: Mapping[str, str], cwd: Path | None = None) -> dict[str, bytes]:
    """Build a copy of a project in a process of its own; return everything that was written, but the stamp."""
    copy = project.parent / f"copy-{len(list(project.parent.iterdir()))}" / "deep"
    shutil.copytree(project, copy)
    result = run_quizgen(
        *("build", "--new-ledger", "--project", str(copy)), cwd=cwd or copy, SOURCE_DATE_EPOCH=THEN, **settings
    )
    assert result.returncode == 0, result.stderr
    return written(project, copy)


def written(before: Path, after: Path) -> dict[str, bytes]:
    """Return the files of a folder that another one does not hold; the stamp tells times, and is no output."""
    files = {path.relative_to(after).as_posix(): path for path in after.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in sorted(files.items())
        if name != STAMP_FILE and not (before / name).exists()
    }


@pytest.mark.parametrize("setting", SETTINGS)
def test_nothing_depends_on_the_environment(project: Path, usual: dict[str, bytes], setting: str) -> None:
    """Package, ledger, archive, sheets: byte by byte."""
    assert {PACKAGE, "decks/ledger.tsv", "build/index.html"} < set(usual)
    assert made(project, SETTINGS[setting]) == usual


def test_nothing_depends_on_the_place_or_the_umask(project: Path, usual: dict[str, bytes], tmp_path: Path) -> None:
    """Neither where the command is run, nor what others may read."""
    umask = os.umask(0o077)
    try:
        assert made(project, {}, cwd=tmp_path) == usual
    finally:
        os.umask(umask)


def test_nothing_depends_on_the_version_of_python(project: Path, usual: dict[str, bytes]) -> None:
    """The members of a package, and every other output, are the same for each Python that is at hand."""
    pythons = other_pythons()
    if not pythons:
        pytest.skip(f"needs another Python beside this one: any of {', '.join(VERSIONS)}")
    for number, python in enumerate(pythons):
        copy = shutil.copytree(project, project.parent / f"other-{number}")
        result = subprocess.run(
            [python, "-W", "error", "-m", "quizgen", "build", "--new-ledger"],
            cwd=copy,
            env={**os.environ, **WITH_OUR_PACKAGES, "SOURCE_DATE_EPOCH": THEN},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == 0, result.stderr
        theirs = written(project, copy)
        assert members(theirs[PACKAGE]) == members(usual[PACKAGE])
        assert {**theirs, PACKAGE: b""} == {**usual, PACKAGE: b""}


VERSIONS = ("3.11", "3.12", "3.13")
WITH_OUR_PACKAGES = {
    "PYTHONPATH": os.pathsep.join([str(REPOSITORY), sysconfig.get_paths()["purelib"]]),
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""Another Python reads the packages that are installed here: those that are compiled do without their compiled part."""


def other_pythons() -> list[str]:
    """Find a Python of each other version, on the PATH or where pyenv keeps them."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = []
    for version in VERSIONS:
        paths = [shutil.which(f"python{version}"), *map(str, sorted(pyenv.glob(f"{version}.*/bin/python")))]
        if version != "{}.{}".format(*sys.version_info):
            found += [path for path in paths if path is not None and runs(path)][:1]
    return found


def runs(python: str) -> bool:
    """Say whether a program is a Python that has what we need of its standard library."""
    return subprocess.run([python, "-c", "import sqlite3"], capture_output=True, check=False).returncode == 0


def test_the_content_of_a_package_is_what_it_was(usual: dict[str, bytes], golden: Callable[[str, str], None]) -> None:
    """Whatever all students would get as a change is seen here first, on every Python and on every system."""
    hashes = members(usual[PACKAGE])
    golden("package-members.txt", "".join(f"{name} {digest}\n" for name, digest in hashes.items()))


def members(package: bytes) -> dict[str, str]:
    """Hash the members of a package; of the collection its rows, since SQLite may lay out the same ones otherwise."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(contents["collection.anki2"])
        contents["collection.anki2"] = "\n".join(database.iterdump()).encode()
    return {name: hashlib.sha256(content).hexdigest() for name, content in sorted(contents.items())}
