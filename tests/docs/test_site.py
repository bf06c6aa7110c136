"""`make docs` makes a site of the documents: a page of each, all links whole, and nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.need import need_module
from tests.support.project import REPOSITORY

DOCUMENTS = [path.relative_to(REPOSITORY) for path in (*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/*.md"))]

pytestmark = pytest.mark.slow


def test_the_documents_become_a_site(tmp_path: Path) -> None:
    """Sphinx warns of nothing, lays out every document and an index, and no page loads from another server."""
    for module in ("sphinx", "myst_parser", "furo"):
        need_module(module)
    result = run_sphinx(tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    pages = {path.relative_to(tmp_path / "site"): path.read_text("utf-8") for path in tmp_path.rglob("site/**/*.html")}
    assert {Path("index.html"), *(path.with_suffix(".html") for path in DOCUMENTS)} <= pages.keys()
    assert {path: found for path, page in pages.items() if (found := loaded_from_elsewhere(page))} == {}


def run_sphinx(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run what `make docs` runs, but into another folder."""
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    (options,) = re.findall(r"-m sphinx (.+) -d build/\.doctrees \. build/site$", makefile, re.MULTILINE)
    command = [sys.executable, "-m", "sphinx", *options.split(), "-d", folder / "doctrees", ".", folder / "site"]
    return subprocess.run(
        command, cwd=REPOSITORY, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )


def loaded_from_elsewhere(page: str) -> list[str]:
    """Return the addresses on other servers from which a page takes scripts, styles or pictures as it opens."""
    return re.findall(r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="((?:https?:)?//[^"]*)"', page)
