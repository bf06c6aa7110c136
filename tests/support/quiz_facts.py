"""Facts, banks and quiz specs for tests of quizzes: short to write, complete where it matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quizgen.model.bank import Bank
from quizgen.model.fact import (
    Answer,
    AnswerType,
    Certainty,
    Citation,
    Correction,
    Distractor,
    Fact,
    FalseClaim,
    Quantity,
    Retirement,
)
from quizgen.model.project import ItemType, MatchBy, Paper, QuizSpec, Quota, SectionSpec
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.planning.hashing import Ranks
from quizgen.planning.means import Index, Means
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
    topic: str = "river",
    question: str | None = None,
    answer: str | Sequence[str] | None = None,
    accept: Iterable[str] = (),
    enough: int | None = None,
    answer_type: str = "text",
    quantity: Mapping[str, str] | None = None,
    distractors: Iterable[str | tuple[str, str]] | None = None,
    false_claims: Iterable[str | tuple[str, str]] | None = None,
    claim: str | None = None,
    source: Source = SURVEY,
    locator: str | None = "page 7",
    certainty: Certainty = Certainty.STATED,
    cloze: str | None = None,
    label: str | None = None,
    voice: str | None = None,
    when: str | None = None,
    sensitive: bool = False,
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
        topics=(Text(topic),),
        claim=Text(claim or f"This is the claim of {id_}."),
        citations=(Citation(source=source.id, locator=Text(locator) if locator else None),),
        certainty=certainty,
        question=Text(question or f"What is asked about {id_}?") if asked else None,
        answers=tuple(Answer(text=Text(one), accept=tuple(map(Text, accept))) for one in members) if asked else (),
        answer_is_set=asked and answer is not None and not isinstance(answer, str),
        enough=enough,
        answer_type=AnswerType(answer_type),
        quantity=Quantity(**{name: Text(value) for name, value in (quantity or {}).items()}),
        cloze=Text(cloze) if cloze else None,
        label=Text(label) if label else None,
        voice=Text(voice) if voice else None,
        when=date(when) if when else None,
        sensitive=sensitive,
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


def means_of(facts: Iterable[Fact], *, lang: str = "en", seed: str = "autumn") -> Means:
    """Make the means of a quiz whose deck holds these facts."""
    facts = tuple(facts)
    return Means(ranks=Ranks(seed, "rivers-short"), index=Index(bank_of(facts), facts), lang=lang)


def section(  # noqa: PLR0913 - as many as a spec has fields
    type_: str,
    count: int,
    *,
    options: int = 4,
    points: int = 1,
    lines: int | None = None,
    by: str | None = None,
    topics: Mapping[str, int] | None = None,
    ids: Iterable[str] = (),
    title: str | None = None,
    instructions: str | None = None,
    line: int = 7,
) -> SectionSpec:
    """Make a section; its place is this line of a deck spec."""
    quotas = enumerate((topics or {}).items())
    return SectionSpec(
        type=ItemType(type_),
        count=count,
        place=Text(type_, "decks/rivers.yaml", line, 12, len(type_)),
        title=Text(title) if title else None,
        instructions=Text(instructions) if instructions else None,
        options=options,
        points=points,
        lines=lines,
        by=MatchBy(by) if by else None,
        topics=tuple(
            Quota(topic=Text(topic, "decks/rivers.yaml", line, 50 + 20 * at, len(topic)), count=number)
            for at, (topic, number) in quotas
        ),
        ids=tuple(Text(id_, "decks/rivers.yaml", line, 100 + 20 * at, len(id_)) for at, id_ in enumerate(ids)),
    )


def quiz(  # noqa: PLR0913 - as many as a spec has fields
    *sections: SectionSpec,
    id_: str = "rivers-short",
    title: str = "Rivers",
    subtitle: str | None = None,
    seed: str = "autumn",
    forms: int = 2,
    paper: Paper = Paper.A4,
    minutes: int | None = None,
    avoid: Iterable[str] = (),
    instructions: str | None = None,
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
        instructions=Text(instructions) if instructions else None,
        avoid=tuple(Text(name, "decks/rivers.yaml", 6, 10 + 20 * at, len(name)) for at, name in enumerate(avoid)),
        lang=Text(lang) if lang else None,
    )


def _pairs(written: Iterable[str | tuple[str, str]]) -> list[tuple[Text, Text | None]]:
    return [(Text(one), None) if isinstance(one, str) else (Text(one[0]), Text(one[1])) for one in written]
