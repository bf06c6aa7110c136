"""``quizgen check --show-derived``: everything that no curator wrote, for the curator's eye."""

from __future__ import annotations

from pathlib import Path

from tests.support.project import lay_out_project, run_quizgen

FACTS = """\
facts:
  - id: length
    topics: [river/size]
    claim: The river is 640 km long.
    citations: [{source: survey-2020}]
    question: How long is the river?
    answer: 640 km
    answer_type: number
  - id: keeper-a
    topics: [river/keepers]
    claim: The Ash Board keeps the ford.
    citations: [{source: survey-2020}]
    question: Which body keeps the ford?
    answer: the Ash Board
    answer_type: organization
  - id: keeper-b
    topics: [river/keepers]
    claim: The Fir Board keeps the mill.
    citations: [{source: survey-2020}]
    question: Which body keeps the mill?
    answer: the Fir Board
    answer_type: organization
  - id: keeper-c
    topics: [river/keepers]
    claim: The Elm Board keeps the weir.
    citations: [{source: survey-2020}]
    question: Which body keeps the weir?
    answer: the Elm Board
    answer_type: organization
"""
DECK = """\
title: Rivers
facts: {topics: [river]}
quizzes:
  - id: rivers
    title: Rivers
    sections:
      - {type: multiple_choice, ids: [keeper-a], options: 3}
      - {type: multiple_choice, ids: [length], options: 3}
"""


def project(folder: Path, deck: str = DECK) -> Path:
    """Lay out a project with a quiz of derived options."""
    return lay_out_project(folder, {"data/facts.yaml": FACTS, "decks/deck.yaml": deck})


def test_options_are_listed_with_fact_quiz_and_item(tmp_path: Path) -> None:
    """Who lends them, or that they are made up; at the end how many there are."""
    done = run_quizgen("check", "--show-derived", cwd=project(tmp_path))
    assert done.returncode == 0
    head, first, second, total = done.stdout.split("\n\n")
    assert head.startswith("No problems in 4 facts")
    lines = first.splitlines()
    assert lines[:3] == [
        "rivers, item 1: keeper-a (data/facts.yaml:9:9)",
        "  Which body keeps the ford?",
        "  right: the Ash Board",
    ]
    assert sorted(lines[3:]) == [
        "  wrong: the Elm Board (lent by keeper-c)",
        "  wrong: the Fir Board (lent by keeper-b)",
    ]
    assert second.splitlines()[0] == "rivers, item 2: length (data/facts.yaml:2:9)"
    assert [line.endswith("km (made up)") for line in second.splitlines()[3:]] == [True, True]
    assert total == "Derived: 4 options and 0 statements.\n"


def test_statements_are_listed_with_the_claim(tmp_path: Path) -> None:
    """What is false beside what is so."""
    for seed in ("one", "two", "three", "four", "five", "six", "seven"):
        deck = DECK.replace("title: Rivers\n    sections", f"title: Rivers\n    seed: {seed}\n    sections")
        deck = deck.replace("multiple_choice, ids: [length], options: 3", "true_false, ids: [length]")
        done = run_quizgen("check", "--show-derived", cwd=project(tmp_path, deck))
        if "1 statement." in done.stdout:
            break
    _, _, shown, _ = done.stdout.split("\n\n")
    place, claim, false = shown.splitlines()
    assert place == "rivers, item 2: length (data/facts.yaml:2:9)"
    assert claim == "  The river is 640 km long."
    assert false.startswith("  false: The river is ")
    assert false.endswith(" km long.")


def test_programs_are_told_that_it_is_for_people(tmp_path: Path) -> None:
    """A list between lines of JSON would break whoever reads them."""
    done = run_quizgen("check", "--show-derived", "--format", "json", cwd=project(tmp_path))
    assert done.returncode == 2
    assert "--show-derived lists for people" in done.stderr
