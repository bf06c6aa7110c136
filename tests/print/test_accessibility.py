"""Every kind of page before axe-core in a real browser: headings, lists, language, labels and contrast are right.

https://github.com/dequelabs/axe-core
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.model.project import DeckSpec
from quizgen.model.sheets import BuiltDeck, SheetRole
from quizgen.model.text import Text
from quizgen.rendering.environment import make_environment
from quizgen.rendering.index_page import render_index
from tests.print.papers import Printed, make_of, paper_of
from tests.support.chromium import Chromium, running_chromium
from tests.support.facts import PROJECT
from tests.support.need import need_module

pytestmark = pytest.mark.slow

RUN = """
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "best-practice"]})
   .then(found => found.violations.map(one =>
      one.id + ": " + one.nodes.map(node => node.html).join(" | ").slice(0, 400)))
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One browser for all pages."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def quizzes() -> tuple[Printed, Printed]:
    """Two quizzes that have all item types, pictures and two alphabets between them."""
    return paper_of(make_of(3)), paper_of(make_of(27))


@pytest.mark.parametrize("role", list(SheetRole))
def test_sheets_have_no_violation(
    role: SheetRole, quizzes: tuple[Printed, Printed], chromium: Chromium, tmp_path: Path
) -> None:
    """Whoever hears a form, a key or a feedback sheet gets all of it, in order, in the right language."""
    for printed in quizzes:
        sheet = next(sheet for sheet in printed.sheets if sheet.role is role)
        assert violations(sheet.html, chromium, tmp_path) == []


def test_the_index_has_no_violation(quizzes: tuple[Printed, Printed], chromium: Chromium, tmp_path: Path) -> None:
    """Its links tell where they lead."""
    spec = DeckSpec(id=Text("rivers"), title=Text("Rivers"))
    made = tuple((printed.quiz, printed.sheets) for printed in quizzes)
    deck = BuiltDeck(spec=spec, package="rivers.apkg", quizzes=made)
    html, _ = render_index(PROJECT, [deck], make_environment(None), with_pdf=True)
    assert html is not None
    assert violations(html, chromium, tmp_path) == []


def violations(html: str, chromium: Chromium, folder: Path) -> list[str]:
    """Return the rules of axe-core that a page breaks, each with where."""
    axe = need_module("axe_core_python")
    (script,) = (Path(axe.__path__[0]) / "axe.min.js",)
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    chromium.open(page)
    chromium.run(script.read_text(encoding="utf-8") + "; 0")
    found: list[str] = chromium.run(RUN)
    return found
