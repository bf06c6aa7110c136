"""What pip installs is whole: the wheel alone lays out a project and builds it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.project import REPOSITORY, run_quizgen

Command = list[str | Path]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from this checkout."""
    return build_distribution(REPOSITORY, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def quizgen(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, the dependencies beside it, and return its command."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = script(folder, "python")
    pip: Command = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check", "--quiet"]
    run([*pip, "install", "--no-index", "--no-deps", wheel], cwd=folder)
    site_packages = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], cwd=folder)
    Path(site_packages.strip(), "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return script(folder, "quizgen")


def test_a_new_project_builds_at_once(quizgen: Path, tmp_path: Path) -> None:
    """`quizgen init x`, then `quizgen build` in x, give the deck, the forms, the keys and the index."""
    run([quizgen, "init", "x"], cwd=tmp_path)
    run([quizgen, "build"], cwd=tmp_path / "x")
    built = {path.name for path in (tmp_path / "x" / "build").rglob("*") if path.is_file()}
    assert "bill-of-rights.apkg" in built
    assert "index.html" in built
    assert len([name for name in built if name.endswith(".html")]) >= len("AB") + len(["key", "feedback"])


def test_the_example_builds_from_the_wheel(quizgen: Path, tmp_path: Path) -> None:
    """`quizgen init --example kazakhstan x` lays out all that it lays out from a checkout, and that builds."""
    run([quizgen, "init", "--example", "kazakhstan", "installed"], cwd=tmp_path)
    assert run_quizgen("init", "--example", "kazakhstan", "checkout", cwd=tmp_path).returncode == 0
    assert files_below(tmp_path / "installed") == files_below(tmp_path / "checkout")
    run([quizgen, "build"], cwd=tmp_path / "installed")


def test_the_package_is_the_installed_one(quizgen: Path, tmp_path: Path) -> None:
    """The command under test runs from the wheel, not from this checkout."""
    where = run([quizgen.with_name("python"), "-c", "import quizgen; print(quizgen.__file__)"], cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(quizgen.parent.parent)


def test_the_wheel_holds_templates_and_starter(wheel: Path) -> None:
    """Every file of templates/ and starter/ is shipped inside the package, hidden files too."""
    expected = {
        f"quizgen/{path.relative_to(REPOSITORY).as_posix()}"
        for folder in ("templates", "starter")
        for path in (REPOSITORY / folder).rglob("*")
        if path.is_file()
    }
    assert expected
    assert expected <= names_in(wheel)


def test_the_page_on_an_index_shows_only_what_is_there(wheel: Path) -> None:
    """An index has neither this folder nor the files beside the README: no picture, and no link to a page here."""
    page = long_description(wheel)
    assert "![" not in page
    assert [link for link in re.findall(r"\]\(([^)]*)\)", page) if not link.startswith("https://")] == []
    assert "in this folder" not in page
    assert "`pip install quizgen`" in page
    assert [path for path in re.findall(r"\(`([^`]+)`\)", page) if not (REPOSITORY / path).exists()] == []


def test_the_page_on_an_index_is_the_readme_otherwise(wheel: Path) -> None:
    """Every line of the README that leads to nothing beside it stands there, in its order."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()
    untouched = [line for line in readme if line and "](" not in line and "in this folder" not in line]
    assert [line for line in long_description(wheel).splitlines() if line in untouched] == untouched
    assert len(untouched) > len(readme) / 2


def test_the_sdist_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """A packager who starts from the sdist gets the same files, and the tests to try them with."""
    sdist = build_distribution(REPOSITORY, "sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / sdist.name.removesuffix(".tar.gz")
    assert names_in(build_distribution(unpacked, "wheel", tmp_path / "wheel")) == names_in(wheel)
    assert (unpacked / "tests" / "test_wheel.py").is_file()


def build_distribution(project: Path, kind: str, folder: Path) -> Path:
    """Build a wheel or an sdist of a project, without network, and return the file."""
    run([sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", folder], cwd=project)
    (built,) = (path for path in folder.iterdir() if path.suffix in {".whl", ".gz"})
    return built


def names_in(wheel: Path) -> set[str]:
    """Names of the files in a wheel."""
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def long_description(wheel: Path) -> str:
    """Return the text that an index of packages shows."""
    with ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        _, _, text = archive.read(name).decode("utf-8").partition("\n\n")
    return text


def files_below(folder: Path) -> set[str]:
    """Names of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def script(environment: Path, name: str) -> Path:
    """Path of a program in a virtual environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


def run(command: Command, cwd: Path) -> str:
    """Run a command that must succeed, without this checkout on its path, and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout
