"""A bank of realistic facts of any size: ``python bench/bank.py 10000 FOLDER`` lays out a project.

Five facts on each of many rivers, with every usual field, three sources, a cloze on half of the facts; names, numbers
and wordings are drawn by a fixed rule, so that the same number gives the same bank everywhere, and that no two answers
are alike more often than in a bank that somebody wrote.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

SYLLABLES = (
    "Al Bar Cor Dan El Fen Gar Hal Ir Jur Kam Lor Mar Nev Ob Per Quil Ros Sel Tor Ul Tur Var Wes Yar Zam Zel",
    "a ba de di e en er go i ka la le li ma me mi na ne ni o ra re ri ro sa se so ta te ti va vi",
    "bach by dal dor fell gan gat ha kar ken lek lin mar mond na nor nu rak ran sk ster tan tay tis tov va",
)
NAMES = list(dict.fromkeys(map("".join, product(*map(str.split, SYLLABLES)))))
"""Of rivers, lakes and families."""
GIVEN = ("Ada", "Boris", "Carla", "David", "Edda", "Farid", "Greta", "Hugo", "Inge", "Jonas", "Karim", "Lena", "Miro")
STRIDE = 7919
"""A prime, by which rivers follow each other in no order that is seen."""
PURPOSES = ("the canal", "the ferries", "the harbor", "the locks", "the mills", "the railway", "the timber trade")
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


class Answer(NamedTuple):
    """An answer, and another spelling of it."""

    text: str
    accept: str


def lake(random: Random) -> Answer:
    """Make up a lake."""
    lake = random.choice(NAMES)
    return Answer(f"Lake {lake}", lake)


def person(random: Random) -> Answer:
    """Make up a person."""
    family = random.choice(NAMES)
    return Answer(f"{random.choice(GIVEN)} {family}", family)


def length(random: Random) -> Answer:
    """Make up a length."""
    kilometres = random.randint(1_001, 6_999)
    return Answer(f"{kilometres:,} kilometres", f"{kilometres} km")


def year(random: Random) -> Answer:
    """Make up a year."""
    year = random.randint(1750, 1990)
    return Answer(f"{year}", f"in {year}")


def share(random: Random) -> Answer:
    """Make up a share."""
    percent = random.randint(2, 98)
    return Answer(f"{percent}%", f"{percent} percent")


class Kind(NamedTuple):
    """What facts of one kind say of a river."""

    topic: str
    answer_type: str
    answer: Callable[[Random], Answer]
    wordings: tuple[tuple[str, str], ...]
    """Claims with their questions: ``{}`` stands for the river, and then for the answer."""


KINDS = (
    Kind(
        "mouths",
        "place",
        lake,
        (
            ("the {} flows into {}", "into which lake does the {} flow"),
            ("the waters of the {} end in {}", "in which lake do the waters of the {} end"),
        ),
    ),
    Kind(
        "lengths",
        "number",
        length,
        (
            ("the {} is {} long", "how long is the {}"),
            ("from spring to mouth the {} measures {}", "how much does the {} measure from spring to mouth"),
        ),
    ),
    Kind(
        "explorers",
        "person",
        person,
        (
            ("the course of the {} was first charted by {}", "who was the first to chart the course of the {}"),
            ("the spring of the {} was found by {}", "who found the spring of the {}"),
        ),
    ),
    Kind(
        "bridges",
        "date",
        year,
        (
            ("the oldest bridge over the {} was built in {}", "when was the oldest bridge over the {} built"),
            ("the first ferry crossed the {} in {}", "when did the first ferry cross the {}"),
        ),
    ),
    Kind(
        "waters",
        "percentage",
        share,
        (
            ("melting snow feeds the {} with {} of its water", "how much of the water of the {} was snow before"),
            ("in August the {} carries {} less water than in May", "how much less water does the {} carry in August"),
        ),
    ),
)


def fact(number: int) -> str:
    """Write one fact as a curator would."""
    kind, random = KINDS[number % len(KINDS)], Random(number)  # noqa: S311 - no secret
    river = NAMES[number // len(KINDS) * STRIDE % len(NAMES)]
    says = "according to the river board, " if number % 7 == 0 else ""
    claim, question = (sentence(says + wording) for wording in random.choice(kind.wordings))
    right, wrong, other = distinct(kind.answer, random)
    cloze = f'    cloze: "{claim.format(river, f"{{{{c1::{right.text}}}}}")}."\n' if number % 2 else ""
    voice = "    voice: the river board\n" if says else ""
    source = ("survey-2020", "atlas-1996", "almanac-2013")[number % 3]
    return (
        f"  - id: {kind.topic}-{number}\n"
        f"    topics: [river/basin-{number // 250}/{kind.topic}, river/all]\n"
        f"    claim: {claim.format(river, right.text)}.\n"
        f"{voice}"
        f"    when: {1900 + number % 120}\n"
        f"    citations:\n      - {{source: {source}, locator: page {number % 300 + 1}}}\n"
        f"    question: {question.format(river)}?\n"
        f"    answer: {right.text}\n"
        f"    answer_type: {kind.answer_type}\n"
        f"    accept: [{right.accept}]\n"
        f"    distractors:\n      - {other.text}\n"
        f"      - text: {wrong.text}\n        why: This is what older maps say of another river.\n"
        f"{cloze}"
        f"    false_claims:\n      - text: {claim.format(river, wrong.text)}.\n"
        f"        why: The source says {right.text}.\n"
        f"    label: the {river}\n"
        f"    explanation: It was looked into in {1800 + number % 200}, and again for {random.choice(PURPOSES)}.\n"
    )


def sentence(words: str) -> str:
    """Begin with a capital."""
    return words[0].upper() + words[1:]


def distinct(make: Callable[[Random], Answer], random: Random) -> list[Answer]:
    """Make up three answers of which no two are the same."""
    answers: dict[str, Answer] = {}
    while len(answers) < 3:  # noqa: PLR2004 - a right one and two wrong ones
        answer = make(random)
        answers[answer.text] = answer
    return list(answers.values())


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
