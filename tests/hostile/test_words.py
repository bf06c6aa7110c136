"""A project's own words may be somebody else's: they are texts, and never more than the known gaps in them."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from quizgen.build.make import Made, make_project
from quizgen.build.report import Order
from tests.support.hostile import injections, joined
from tests.support.project import FACT, QUIZ_DECK, lay_out_project

FIELDS = [
    "{0.__class__}",
    "{} {0.__init__.__globals__}",
    "{:1000000000}",
    "{!r}",
    "{0[0]}",
    "{:{}}",
    "{",
    "}",
    "{}}",
    "{{}}",
]


@pytest.mark.parametrize("word", FIELDS)
def test_fields_of_format_strings(word: str, tmp_path: Path) -> None:
    """A gap stands for what is put in: not for what that is made of, and not for a width."""
    made, codes = made_with(tmp_path, {"as_of": word})
    assert (made, codes) == (None, ["QZ441"])


def test_words_are_escaped(tmp_path: Path) -> None:
    """On paper and on cards an own word is seen as it was typed."""
    text = joined([line for line in injections() if not {"{", "}"} & set(line)], "word")
    made, codes = made_with(tmp_path, {"name": text, "source": text})
    assert made is not None, codes
    page = made.sheets["build/quizzes/rivers/form-a.html"].decode()
    assert page.count(escape(text).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")) == 1
    (note, *_) = made.packages["deck"].notes
    assert not any("<script" in field or "[latex" in field or "[sound" in field for field in note[0].fields)


def made_with(folder: Path, words: dict[str, str]) -> tuple[Made | None, list[str]]:
    """Make a project with these words in place of English ones; returns the codes of its errors as well."""
    files = {
        "data/facts.yaml": FACT,
        "decks/deck.yaml": QUIZ_DECK,
        "words/en.yaml": json.dumps(words, ensure_ascii=False),
    }
    made, report, _ = make_project(lay_out_project(folder, files), Order(now=1_700_000_000))
    return made, [problem.code for problem in report.problems if problem.code not in {"QZ007", "QZ442"}]
