"""Whatever stands in a fact, Anki shows it as it was typed: no field, deletion, sound or formula comes of it."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from quizgen.build.make import make_project
from quizgen.build.report import Order
from quizgen.model.cloze import parse_cloze
from quizgen.rendering.markup import plain_text
from tests.support.anki import Anki, open_anki
from tests.support.chromium import running_chromium
from tests.support.hostile import injections, lay_out_hostile_project
from tests.support.watching import CANARIES, look_at

pytestmark = pytest.mark.slow

SHOWN = ["qask", "aask", "qset", "qnum", "qold", *"abxkrz", "title", "family", "given", "body", "publisher", "short"]
ATTRIBUTES = {"alt", "charset", "class", "data-cloze", "data-ordinal", "dir", "href", "id", "lang", "role", "src"}
ELEMENTS = {
    *("a", "article", "b", "body", "code", "div", "em", "figcaption", "figure", "h1", "head", "hr", "html", "img"),
    *("li", "meta", "p", "span", "sub", "sup", "ul"),
}


def test_cards_in_anki_and_in_a_browser(tmp_path: Path) -> None:
    """Real Anki renders every card, and its HTML runs nothing and asks for nothing in Chromium."""
    made, _, _ = make_project(
        lay_out_hostile_project(tmp_path, injections(), with_quizzes=False), Order(now=1_700_000_000)
    )
    assert made is not None
    with open_anki(tmp_path / "student") as anki:
        for package in made.packages.values():
            anki.import_package(package)
        assert_nothing_arose(anki)
        page = tmp_path / "cards.html"
        page.write_text(page_of(anki), encoding="utf-8")
    with running_chromium() as browser:
        browser.watch(CANARIES)
        seen = look_at(browser, page)
    pictures = [url for url in seen.requests if re.search(r"/quizgen-[0-9a-f]{20}\.png$", url) is None]
    assert (seen.ran, pictures, seen.maths) == ([], [], 0)
    assert set(seen.elements) <= ELEMENTS
    assert set(seen.attributes) <= ATTRIBUTES
    assert all(re.match(r"https?://|mailto:|quizgen-[0-9a-f]{20}\.png$", address) for address in seen.addresses)
    text = folded(seen.text)
    for mark in SHOWN:
        whole = [f"{line} {mark}{at}" for at, line in enumerate(injections())]
        assert [one for one in whole if folded(plain_text(one)) not in text and folded(one) not in text] == [], mark


def assert_nothing_arose(anki: Anki) -> None:
    """Find a card for each question and each deletion that a curator wrote, and no flaw, medium or formula."""
    lines = injections()
    clozes = sum(is_cloze(f"{line} {{{{c1::{line}::{line}}}}}") for line in lines)
    assert anki.col.note_count() == anki.col.card_count() == 5 * len(lines) + clozes
    assert anki.flaws() == []
    media = anki.col.media.check()
    assert (list(media.missing), list(media.unused)) == ([], [])
    for field in (field for note in anki.col.db.list("select flds from notes") for field in note.split("\x1f")):
        assert re.search(r"\[(latex|\$|sound|anki)|\\[(\[]", field, re.IGNORECASE) is None
    for (text,) in anki.col.db.all("select sfld from notes where flds like '%{{c%'"):
        assert len(re.findall(r"\{\{|\}\}", text)) == 2


def page_of(anki: Anki) -> str:
    """Put both sides of all cards on one page."""
    sides = [side for card_id in anki.card_ids() for side in anki.sides(card_id)]
    assert all(side.av_tags == 0 for side in sides)
    assert not any("[[type:" in side.html or "latex-" in side.html for side in sides)
    bodies = (re.sub(r"<style>.*?</style>", "", side.html, flags=re.DOTALL) for side in sides)
    return "<!doctype html><meta charset=utf-8><body>" + "".join(f"<div>{body}</div>" for body in bodies)


def is_cloze(text: str) -> bool:
    """Whether a curator may write such a text."""
    cloze = parse_cloze(text)
    return cloze is not None and len(cloze.deletions) == 1


def folded(text: str) -> str:
    """Leave out runs of spaces, the case of a first letter, and how accents are composed, as Anki does on import."""
    return normalize("NFC", " ".join(text.split()).casefold())
