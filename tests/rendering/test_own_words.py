"""The fixed words of a project: other ones, and those of other languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.build.check import check_project
from quizgen.diagnostics.pages import page_of
from quizgen.model.edtf import Edtf
from quizgen.model.words import OwnWords
from quizgen.reading.content import read_content
from quizgen.reading.package import read_package
from quizgen.rendering.dates import date_words
from quizgen.rendering.index_words import index_words_of
from quizgen.rendering.languages import known_words, language_with
from quizgen.rendering.own_words import Language
from quizgen.rendering.quiz_words import quiz_words_of
from quizgen.rendering.words import words_of
from tests.support.project import lay_out_project, run_quizgen
from tests.support.sheets import visible

(ALL_WORDS,) = re.findall(r"^```yaml\n(.*?)^```$", page_of("QZ440").body, flags=re.DOTALL | re.MULTILINE)
FACTS = """\
facts:
  - id: river-length
    topics: [river]
    claim: The river is 100 kilometres long.
    citations: [{source: survey-2020, locator: page 3}]
    question: How long is the river?
    answer: 100 kilometres
"""
DECK = """\
title: Rivers
facts: {topics: [river]}
anki: {deck: River, cards: [question]}
quizzes:
  - id: rivers
    title: Rivers
    large_print: false
    sections: [{type: short_answer, count: 1}]
"""
GERMAN = """\
name: Name
group: Klasse
as_of: "Stand: {}"
edition: "{}. Auflage"
quotes: ["„", "“"]
questions: ["{} Frage", "{} Fragen"]
large_print: Großdruck
types:
  true_false: {title: Richtig oder falsch}
dates:
  months: [Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember]
  day_months: [Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember]
  day: "{day}. {month} {year}"
  century: "das {}. Jahrhundert"
"""


def read(folder: Path, text: str, name: str = "de") -> tuple[OwnWords, ...]:
    """Return the words of a project that has one file of them."""
    root = lay_out_project(folder, {"data/facts.yaml": FACTS, f"words/{name}.yaml": text})
    project = read_content(root)[0].project
    assert project is not None
    return project.words


def codes_of(folder: Path, text: str, name: str = "de") -> list[tuple[str, int]]:
    """Return the codes of what is wrong with a file of words, each with its line."""
    root = lay_out_project(folder, {"data/facts.yaml": FACTS, f"words/{name}.yaml": text})
    return [(problem.code, problem.place.line) for problem in check_project(root).problems]


def test_the_page_lists_every_word(tmp_path: Path) -> None:
    """Who translates what `quizgen explain QZ440` shows has translated everything, in the right shapes."""
    assert codes_of(tmp_path, ALL_WORDS, "fr") == []
    lang = language_with("fr", read(tmp_path, ALL_WORDS, "fr"))
    assert isinstance(lang, Language)
    assert lang.given == known_words("en")


def test_words_of_another_language(tmp_path: Path) -> None:
    """What the file gives is used wherever the language is asked for; of the rest a warning tells."""
    assert codes_of(tmp_path, GERMAN) == [("QZ442", 1)]
    lang = language_with("de-AT", read(tmp_path, GERMAN))
    assert (quiz_words_of(lang).group, quiz_words_of(lang).lang) == ("Klasse", "de")
    assert quiz_words_of(lang).counted(index_words_of(lang).questions, 3) == "3 Fragen"
    assert words_of("de-AT").lang == "en"
    assert words_of(lang).quoted("Flüsse") == "„Flüsse“"
    assert [words_of(lang).numbered_edition(number) for number in (1, 2, 5)] == [
        "1. Auflage",
        "2. Auflage",
        "5. Auflage",
    ]
    assert quiz_words_of(lang).large_print == "Großdruck"
    titles = {type_.value: words.title for type_, words in quiz_words_of(lang).types.items()}
    assert (titles["true_false"], titles["matching"]) == ("Richtig oder falsch", "Matching")
    dates = [Edtf.parse(text) for text in ("2026-03-14", "2026-03", "18XX")]
    assert [date_words(date, lang) for date in dates if date] == ["14. März 2026", "März 2026", "das 19. Jahrhundert"]


def test_other_words_in_a_built_in_language(tmp_path: Path) -> None:
    """One word is enough, and the others stay, also how the language counts its centuries."""
    text = "group: Сынып пен әріп\n"
    assert codes_of(tmp_path, text, "kk") == []
    lang = language_with("kk", read(tmp_path, text, "kk"))
    assert (quiz_words_of(lang).group, quiz_words_of(lang).name) == ("Сынып пен әріп", "Аты-жөні")
    assert quiz_words_of("kk").group == "Сынып"
    century = Edtf.parse("18XX")
    assert century is not None
    assert date_words(century, lang) == date_words(century, "kk") == "XIX ғасыр"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("group: Class\ngroop: Class\n", [("QZ440", 2)]),
        ("types: {quiz: {title: x}}\n", [("QZ440", 1)]),
        ("dates: {moths: [a]}\n", [("QZ440", 1)]),
        ("answer_all: Answer all.\n", [("QZ441", 1)]),
        ("give: Give answers.\n", [("QZ441", 1)]),
        ("give: Give {} or {} answers.\n", [("QZ441", 1)]),
        ("give: Give {0.__class__} answers.\n", [("QZ441", 1)]),
        ("name: [a, b]\n", [("QZ441", 1)]),
        ("dates:\n  months: [January]\n", [("QZ441", 2)]),
        ("stop_inside_quotes: perhaps\n", [("QZ441", 1)]),
        ("name:\n", [("QZ023", 1)]),
        ("[]\n", [("QZ022", 1)]),
    ],
)
def test_mistakes_have_a_place(text: str, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    """A word that there is not, one of another form, one without a value."""
    assert codes_of(tmp_path, text, "en") == expected


def test_a_file_that_names_no_language(tmp_path: Path) -> None:
    """Its words would never be used."""
    assert codes_of(tmp_path, "name: x\n", "my words") == [("QZ028", 1)]


def test_a_build_uses_them(tmp_path: Path) -> None:
    """From the file to the paper, the index, the cards, and `quizgen check`."""
    words = "group: Class\nprint_forms: For the class\nsource: Where from\n"
    root = lay_out_project(tmp_path, {"data/facts.yaml": FACTS, "decks/deck.yaml": DECK, "words/en.yaml": words})
    assert run_quizgen("build", cwd=root).returncode == 0
    assert "Name" + "Class" in visible((root / "build/quizzes/rivers/form-a.html").read_text(encoding="utf-8"))
    assert "For the class" in visible((root / "build/index.html").read_text(encoding="utf-8"))
    shipped, _ = read_package(root / "build/deck.apkg")
    assert shipped is not None
    assert {note.fields["Source"].partition("</b>")[0] for note in shipped.notes.values()} == {"<b>Where from"}
    (root / "words" / "en.yaml").write_text("groop: Class\n")
    assert "words/en.yaml:1:1: error[QZ440]" in run_quizgen("check", "--format", "concise", cwd=root).stdout


def test_an_old_key_keeps_the_words_of_its_paper(tmp_path: Path) -> None:
    """The archive holds them: what becomes of the file later does not matter."""
    root = lay_out_project(
        tmp_path, {"data/facts.yaml": FACTS, "decks/deck.yaml": DECK, "words/en.yaml": "key_title: For the marker\n"}
    )
    assert run_quizgen("build", cwd=root).returncode == 0
    (root / "words" / "en.yaml").unlink()
    (code,) = (file.stem for file in (root / "archive").glob("*.json"))
    assert run_quizgen("key", code, cwd=root).returncode == 0
    assert "For the marker" in visible((root / f"build/keys/{code}-key.html").read_text(encoding="utf-8"))
