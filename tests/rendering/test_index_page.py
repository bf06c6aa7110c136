"""The page that leads to everything that was built."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.model.project import DeckSpec
from quizgen.model.sheets import BuiltDeck
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.index_page import render_index
from quizgen.rendering.sheets import render_quiz
from tests.support.facts import PROJECT
from tests.support.quiz_facts import bank_of
from tests.support.sheets import FACTS, SPEC, visible


def index(*decks: BuiltDeck, lang: str = "en", with_pdf: bool = False) -> str:
    """Render the page of these decks."""
    project = replace(PROJECT, language=Text(lang))
    html, problems = render_index(project, decks, make_environment(None), with_pdf=with_pdf)
    assert html is not None, problems
    return html


def deck(title: str, package: str, *, with_quiz: bool) -> BuiltDeck:
    """Make a deck, with the quiz of the sheet tests or without."""
    spec = DeckSpec(id=Text("rivers"), title=Text(title))
    bank = bank_of(FACTS)
    quiz, _ = plan_quiz(SPEC, FACTS, bank, "en")
    assert quiz is not None
    sheets, _ = render_quiz(quiz, PROJECT, bank, make_environment(None))
    return BuiltDeck(spec=spec, package=package, quizzes=((quiz, sheets),) if with_quiz else ())


def test_it_leads_to_every_file_in_the_order_of_use() -> None:
    """The package, the forms, large print, the key, the feedback, everything in one file."""
    html = index(deck("Rivers & lakes", "rivers.apkg", with_quiz=True))
    assert re.findall('href="(.*?)"', html) == [
        "rivers.apkg",
        "quizzes/rivers-short/form-a.html",
        "quizzes/rivers-short/form-b.html",
        "quizzes/rivers-short/form-a-large.html",
        "quizzes/rivers-short/form-b-large.html",
        "quizzes/rivers-short/key.html",
        "quizzes/rivers-short/feedback-a.html",
        "quizzes/rivers-short/feedback-b.html",
        "quizzes/rivers-short/print-all.html",
    ]
    seen = visible(html)
    assert "Rivers & lakes" in seen
    assert "6 questions, 8 points, A4" in seen
    assert re.search("Print for students Form A [0-9A-Z]{4}-[0-9A-Z]{4} Form B", seen)
    assert "Print everything All forms, feedback, key" in seen


def test_with_pdfs_each_page_has_its_own_beside_it() -> None:
    """A link for each, with a name that tells whose PDF it is."""
    html = index(deck("Rivers", "", with_quiz=True), with_pdf=True)
    pages = re.findall(r'href="(quizzes/[^"]*)\.html"', html)
    assert re.findall(r'href="(quizzes/[^"]*)\.pdf"', html) == pages
    assert len(set(re.findall(r'aria-label="(.*?)"', html))) == len(pages)


def test_it_speaks_of_what_there_is() -> None:
    """No word on printing where there is no quiz, none on Anki where there is no package."""
    without_quiz = visible(index(deck("Rivers", "rivers.apkg", with_quiz=False)))
    assert "print" not in without_quiz.lower()
    assert "Anki" not in visible(index(deck("Rivers", "", with_quiz=True)))


def test_names_of_files_are_quoted() -> None:
    """A package may be called as its deck spec is."""
    html = index(deck("Rivers", "rivers <of> 100 %.apkg", with_quiz=False))
    assert 'href="rivers%20%3Cof%3E%20100%20%25.apkg"' in html
    assert "rivers <of> 100 %.apkg" in visible(html)


def test_it_is_in_the_projects_language() -> None:
    """Its words are the project's, whatever language a quiz has."""
    html = index(deck("Өзендер", "rivers.apkg", with_quiz=True), lang="kk")
    assert '<html lang="kk" dir="ltr">' in html
    assert "Оқушыларға басып шығару" in visible(html)
