"""A bank of realistic facts of any size: ``python bench/bank.py 10000 FOLDER`` lays out a project.

Every usual field, three sources, a cloze on half of the facts; the words are drawn by a fixed rule, so that the same
number gives the same bank everywhere.
"""

from __future__ import annotations

import sys
from pathlib import Path

RIVERS = ("Aller", "Bode", "Chu", "Dnieper", "Ebro", "Fulda", "Ganges", "Havel", "Irtysh", "Jordan", "Kama", "Loire")
SEAS = ("the Aral Sea", "the Baltic Sea", "the Black Sea", "the Caspian Sea", "the North Sea", "the Red Sea")
SOURCES = """\
sources:
  - id: survey-2020
    type: report
    title: A Survey of Rivers
    title-short: the Survey of 2020
    author: [{family: Brook, given: Ada}, {literal: The River Board}]
    publisher: River House
    issued: 2021-03
    as_of: 2020
    URL: https://rivers.example/survey
    accessed: 2026-11-24
  - id: atlas-1996
    type: book
    title: Atlas of Waters
    title-short: the Atlas of March 1996
    publisher: Map Room
    as_of: 1996-03
  - id: almanac-2013
    type: book
    title: An Almanac of Floods
    title-short: the Almanac of 2013
    publisher: Map Room
    as_of: 2013
"""
PROJECT = "namespace: riversriversrivers\ntitle: Rivers\nlanguage: en\nlicence: CC0 1.0\ncontact: the bench\n"
DECK = """\
title: Rivers
facts: {topics: [river]}
anki: {deck: Rivers, cards: [question, cloze]}
"""
QUIZ = """\
quizzes:
  - id: rivers-final
    title: Rivers
    seed: autumn-2026
    forms: 4
    sections:
      - {type: multiple_choice, count: 20}
      - {type: true_false, count: 10}
      - {type: short_answer, count: 10, points: 2}
"""


def fact(number: int) -> str:
    """Write one fact as a curator would."""
    river = f"{RIVERS[number % len(RIVERS)]} {number}"
    sea, other, third = (SEAS[(number * 5 + step) % len(SEAS)] for step in (0, 1, 3))
    source = ("survey-2020", "atlas-1996", "almanac-2013")[number % 3]
    voice = "    voice: the river board\n" if number % 7 == 0 else ""
    says = "the river board reported that " if voice else ""
    cloze = (
        f'    cloze: "In its lower course {says}the river {river} flows into {{{{c1::{sea}}}}}."\n'
        if number % 2
        else ""
    )
    return (
        f"  - id: river-mouth-{number}\n"
        f"    topics: [river/mouths-{number % 40}, river/all]\n"
        f"    claim: In its lower course {says}the river {river} flows into {sea}.\n"
        f"{voice}"
        f"    when: {1900 + number % 120}\n"
        f"    citations:\n      - {{source: {source}, locator: page {number % 300 + 1}}}\n"
        f"    question: Into which sea {says and 'did the river board report that '}the river {river} flows?\n"
        f"    answer: {sea}\n"
        f"    answer_type: place\n"
        f"    accept: [{sea.removeprefix('the ')}, {sea.removeprefix('the ').removesuffix(' Sea')}]\n"
        f'    distractors: [{other}, {{text: {third}, why: "It lies on the other side of the divide."}}]\n'
        f"{cloze}"
        f"    false_claims:\n      - text: In its lower course {says}the river {river} flows into {other}.\n"
        f"        why: The source names {sea}.\n"
        f"    label: the mouth of the {river}\n"
        f"    explanation: Its lower course was charted in {1800 + number % 200}, and again for the harbor.\n"
    )


def lay_out(folder: Path, count: int, *, quiz: bool) -> int:
    """Write a project of ``count`` facts; return the size of its facts in bytes."""
    text = SOURCES + "facts:\n" + "".join(map(fact, range(count)))
    files = {"quizgen.yaml": PROJECT, "data/facts.yaml": text, "decks/rivers.yaml": DECK + (QUIZ if quiz else "")}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    return len(text.encode())


if __name__ == "__main__":
    lay_out(Path(sys.argv[2]), int(sys.argv[1]), quiz="--quiz" in sys.argv)
