"""Every link of the documents leads somewhere: to a page that is there, and on it to a heading that is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support.project import REPOSITORY

DOCUMENTS = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_anchor_is_a_heading(document: Path) -> None:
    """A reader who follows a link into a page lands where it says."""
    links = re.findall(r"\]\(([^)#: ]*)#([^) ]+)\)", without_code(document))
    lost = [f"{page}#{anchor}" for page, anchor in links if anchor not in anchors(document.parent / page, document)]
    assert lost == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_every_page_of_the_documents_can_be_found(document: Path) -> None:
    """A page that no other page links to is read by nobody."""
    others = [path for path in DOCUMENTS if path != document]
    name = re.escape(document.name)
    assert document.name == "README.md" or any(re.search(rf"\]\([^)]*{name}", without_code(path)) for path in others)


def anchors(page: Path, itself: Path) -> set[str]:
    """Return the anchors that code hosts give to the headings of a page; a page of no name is the one that links."""
    path = page if page.is_file() else itself
    seen: Counter[str] = Counter()
    found = set()
    for heading in re.findall(r"^#{1,6} (.+)$", without_code(path), flags=re.MULTILINE):
        text = re.sub(r"\[(.+?)\]\(.*?\)", r"\1", heading)
        anchor = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return found


def without_code(path: Path) -> str:
    """Return a page without its blocks of code, where a # begins no heading."""
    return re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
