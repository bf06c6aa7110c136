"""Facts, banks and quiz specs for tests of quizzes: short to write, complete where it matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.model.bank import Bank
from quizgen.model.fact import Answer, Certainty, Citation, Correction, Distractor, Fact, FalseClaim, Retirement
from quizgen.model.project import ItemType, Paper, QuizSpec, SectionSpec
from quizgen.model.source import Source
from quizgen.model.text import Text
from tests.support.facts import date, make_source

SURVEY = make_source(author=[("Brook", "Ada")], url="https://rivers.example/survey")
ATLAS = make_source(
    "atlas-1996",
    title="Atlas of Waters",
    title_short="the Atlas of March 1996",
    publisher="Map Room",
    issued=None,
    as_of="1996-03",
)


def fact(  # noqa: PLR0913 - as many as a fact has fields
    id_: str,
    *,
    question: str | None = None,
    answer: str | Sequence[str] | None = None,
    accept: Iterable[str] = (),
    enough: int | None = None,
    distractors: Iterable[str | tuple[str, str]] | None = None,
    false_claims: Iterable[str | tuple[str, str]] | None = None,
    claim: str | None = None,
    source: Source = SURVEY,
    locator: str | None = "page 7",
    certainty: Certainty = Certainty.STATED,
    explanation: str | None = None,
    contrast: Iterable[str] = (),
    same_claim: str | None = None,
    corrected: tuple[str, str] | None = None,
    retired: bool = False,
    lang: str | None = None,
) -> Fact:
    """Make a fact that can be asked; a pair in a list is a text and its ``why``."""
    asked = question is not None or answer is not None or distractors is not None
    members = [answer] if isinstance(answer, str) else list(answer or [f"the answer of {id_}"])
    return Fact(
        id=Text(id_),
        topics=(Text("river"),),
        claim=Text(claim or f"This is the claim of {id_}."),
        citations=(Citation(source=source.id, locator=Text(locator) if locator else None),),
        certainty=certainty,
        question=Text(question or f"What is asked about {id_}?") if asked else None,
        answers=tuple(Answer(text=Text(one), accept=tuple(map(Text, accept))) for one in members) if asked else (),
        answer_is_set=asked and answer is not None and not isinstance(answer, str),
        enough=enough,
        distractors=None if distractors is None else tuple(Distractor(text=t, why=w) for t, w in _pairs(distractors)),
        false_claims=None
        if false_claims is None
        else tuple(FalseClaim(text=t, why=w) for t, w in _pairs(false_claims)),
        explanation=Text(explanation) if explanation else None,
        contrast=tuple(map(Text, contrast)),
        same_claim=Text(same_claim) if same_claim else None,
        corrections=(Correction(on=date(corrected[0]), note=Text(corrected[1])),) if corrected else (),
        retired=Retirement(reason=Text("It was wrong.")) if retired else None,
        lang=Text(lang) if lang else None,
    )


def full_fact(id_: str, *, same_claim: str | None = None) -> Fact:
    """Make a fact that every item type can ask about."""
    return fact(
        id_,
        distractors=[f"wrong {number} of {id_}" for number in range(1, 5)],
        false_claims=[f"This is false of {id_}.", f"This is false as well of {id_}."],
        same_claim=same_claim,
    )


def bank_of(facts: Iterable[Fact]) -> Bank:
    """Make a bank that holds these facts and every source that ``fact`` cites."""
    return Bank(facts=tuple(facts), sources=(SURVEY, ATLAS))


def section(  # noqa: PLR0913 - as many as a spec has fields
    type_: str, count: int, *, options: int = 4, points: int = 1, lines: int | None = None, line: int = 7
) -> SectionSpec:
    """Make a section; its place is this line of a deck spec."""
    place = Text(type_, "decks/rivers.yaml", line, 12, len(type_))
    return SectionSpec(type=ItemType(type_), count=count, place=place, options=options, points=points, lines=lines)


def quiz(  # noqa: PLR0913 - as many as a spec has fields
    *sections: SectionSpec,
    id_: str = "rivers-short",
    title: str = "Rivers",
    subtitle: str | None = None,
    seed: str = "autumn",
    forms: int = 2,
    paper: Paper = Paper.A4,
    minutes: int | None = None,
    lang: str | None = None,
) -> QuizSpec:
    """Make the spec of a quiz."""
    return QuizSpec(
        id=Text(id_, "decks/rivers.yaml", 5, 9, len(id_)),
        title=Text(title),
        subtitle=Text(subtitle) if subtitle else None,
        sections=sections,
        seed=Text(seed),
        forms=forms,
        paper=paper,
        minutes=minutes,
        lang=Text(lang) if lang else None,
    )


def _pairs(written: Iterable[str | tuple[str, str]]) -> list[tuple[Text, Text | None]]:
    return [(Text(one), None) if isinstance(one, str) else (Text(one[0]), Text(one[1])) for one in written]
