"""Quizzes to be printed: fifty of them, each of another make, with items of every length and in three alphabets."""

from __future__ import annotations

import os
import struct
import zlib
from dataclasses import replace
from typing import NamedTuple

from quizgen.model.fact import Certainty, Fact, Image
from quizgen.model.media import MediaFile
from quizgen.model.project import Paper, QuizSpec, SectionSpec
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import Sheet, SheetRole
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_quiz
from tests.support.facts import PROJECT
from tests.support.quiz_facts import ATLAS, SURVEY, bank_of, fact, full_fact, quiz, section

COUNT = 50
FEW = (0, 7, 11, 17, 22, 27, 33, 38, 43, 46)
"""Ten of them that bring every paper, alphabet and length, one column and two, pictures and giants."""
NUMBERS = tuple(range(COUNT)) if os.environ.get("CI") == "true" else FEW
"""Those that are printed in this run: all of them takes minutes."""
LONGEST_WORDS = 26
GIANT_WORDS = 1100

_WORDS = {
    "en": "which of the waters that the surveyors followed from the first spring down to the reeds by the sea was "
    "said by people of both banks to have changed its bed more than once",
    "kk": "әр өзеннің арнасы ғасырлар бойы өзгерді һәм қар суы оны ұзартты үнемі іңірде толқыды деп айтылады екі "
    "жағадағы үлкен адамдар ұмытпаған көне ғажайып",
    "ru": "какая из рек по которым прошли съёмщики от первого родника в холмах до камышей у моря по словам жителей "
    "обоих берегов не раз меняла своё русло на памяти живущих объезд",
}


class Make(NamedTuple):
    """How a quiz of this collection is made."""

    number: int
    paper: Paper
    columns: int
    lang: str
    longest: int
    """Words of its longest texts."""
    has_giant: bool
    """Whether one of its items is taller than a page."""
    has_pictures: bool


class Printed(NamedTuple):
    """A quiz with its sheets."""

    make: Make
    quiz: Quiz
    sheets: tuple[Sheet, ...]


def make_of(number: int) -> Make:
    """Return the make of a quiz of the collection: all papers, columns, alphabets and lengths come together."""
    return Make(
        number=number,
        paper=tuple(Paper)[number % len(Paper)],
        columns=1 + number // 3 % 2,
        lang=tuple(_WORDS)[number // 18 % 3],
        longest=(3, LONGEST_WORDS, 9)[number // 6 % 3],
        has_giant=number % 10 == 7,
        has_pictures=number % 8 == 3,
    )


def paper_of(make: Make) -> Printed:
    """Plan and render a quiz of the collection."""
    spec, facts = _spec(make)
    made, problems = plan_quiz(spec, facts, bank_of(facts), make.lang)
    assert made is not None, problems
    sheets, problems = render_quiz(made, PROJECT, bank_of(facts), make_environment(None), {"river.png": PICTURE})
    assert {problem.code for problem in problems} <= {"QZ430"}  # two columns on A5
    return Printed(make, made, sheets)


def key_of(paper: Paper, count: int) -> tuple[Sheet, str]:
    """Return the key of a Russian quiz with four forms, half of it to be written; and the code of the first form."""
    facts = tuple(full_fact(f"fact-{at}") for at in range(count))
    halves = section("multiple_choice", count - count // 2), section("short_answer", count // 2)
    spec = replace(quiz(*halves, forms=4, lang="ru"), paper=paper)
    made, problems = plan_quiz(spec, facts, bank_of(facts), "ru")
    assert made is not None, problems
    sheets, _ = render_quiz(made, PROJECT, bank_of(facts), make_environment(None))
    return next(sheet for sheet in sheets if sheet.role is SheetRole.KEY), made.forms[0].code


def _spec(make: Make) -> tuple[QuizSpec, tuple[Fact, ...]]:
    """Choose five of the item types, and make the facts that each section asks about."""
    turn = make.number % len(_COUNTS)
    types = (*_COUNTS, *_COUNTS)[turn : turn + 5]
    sections: list[SectionSpec] = []
    facts: list[Fact] = []
    for type_ in types:
        more = 0 if type_ == "matching" and make.paper is Paper.A5 else make.number % 4
        own = [_fact(type_, at, make) for at in range(_COUNTS[type_] + more)]
        by = "answer" if type_ == "matching" else None
        sections.append(section(type_, len(own), by=by, points=1 + make.number % 2, ids=[one.id for one in own]))
        facts += own
    if make.has_giant:
        facts.append(fact("giant", question=" ".join(f"word{at:04}" for at in range(GIANT_WORDS)), answer="x"))
        sections.append(section("short_answer", 1, ids=["giant"]))
    facts += [_fact("matching", at, make) for at in range(90, 92)]  # one of them lends the name that is left over
    title = _text("title", make._replace(longest=4))
    spec = quiz(*sections, title=title, forms=1, minutes=40, lang=make.lang, id_=f"quiz-{make.number}")
    return replace(spec, paper=make.paper, columns=make.columns), tuple(facts)


_COUNTS = {
    "multiple_choice": 6,
    "true_false": 5,
    "fill_in_blank": 3,
    "matching": 4,
    "ordering": 4,
    "multiple_response": 2,
    "numerical": 2,
    "short_answer": 2,
    "essay": 1,
}
"""The item types, with how many facts the smallest section of each asks about."""


def _fact(type_: str, at: int, make: Make) -> Fact:
    """Make a fact that a section of this type can ask about; each of its texts is like no other."""
    sign = f"{type_[:2]}{at}"
    asks = type_ not in {"true_false", "fill_in_blank"}
    made = fact(
        f"{type_}-{at}".replace("_", "-"),
        claim=f"{_text(f'{sign}c', make)}.",
        question=f"{_text(f'{sign}q', make)}?" if asks else None,
        answer=_answer(type_, sign, at, make) if asks else None,
        answer_type={"matching": "place", "numerical": "number"}.get(type_, "text"),
        distractors=[_text(f"{sign}{letter}", make) for letter in "xyz"] if type_.startswith("multiple") else None,
        false_claims=[f"{_text(f'{sign}f', make)}."] if type_ == "true_false" else None,
        cloze=f"{_text(f'{sign}b', make)} {{{{c1::{sign}k}}}} {_text(f'{sign}e', make)}." if not asks else None,
        label=_text(f"{sign}l", _phrase(make)),
        when=str(1900 + at),
        certainty=Certainty.ALLEGED if at % 3 == 1 or type_ == "essay" else Certainty.STATED,
        explanation=f"{_text(f'{sign}w', make)}.",
        source=SURVEY if at % 2 else ATLAS,
    )
    shows = make.has_pictures and at == 0 and type_ in {"multiple_choice", "true_false", "short_answer"}
    return made._replace(image=_IMAGE) if shows else made


def _answer(type_: str, sign: str, at: int, make: Make) -> str | list[str]:
    if type_ in {"multiple_response", "essay"}:
        return [_text(f"{sign}{number}", make) for number in (1, 2)]
    if type_ == "numerical":
        return f"{640 + at} km"
    return _text(f"{sign}a", _phrase(make) if type_ == "matching" else make)


def _phrase(make: Make) -> Make:
    """Labels, and the names of a matching, are phrases."""
    return make._replace(longest=min(make.longest, 7))


def _text(sign: str, make: Make) -> str:
    """Return words in the quiz's language, as many as the sign chooses; the sign at both ends makes it findable."""
    words = _WORDS[make.lang].split()
    spread = zlib.crc32(f"{sign} {make.number}".encode())
    count, first = 1 + spread % make.longest, spread // 64 % len(words)
    return " ".join([f"«{sign}", *(words * 2)[first : first + count], f"{sign}»"])


def _png(width: int, height: int) -> bytes:
    """Make a black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    content = (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in content)


PICTURE = MediaFile(name="quizgen-river.png", mime_type="image/png", content=_png(400, 300))
_IMAGE = Image(file=Text("river.png"), alt=Text("A black river"), credit=Text("Ada Brook, 2020"))
