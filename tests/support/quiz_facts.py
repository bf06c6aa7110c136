"""Facts, banks and quiz specs for tests of quizzes: short to write, complete where it matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict, Unpack

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, MatchBy, Paper, QuizSpec, Quota, SectionSpec
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.planning.hashing import Ranks
from quizgen.planning.means import Index, Means
from tests.support.facts import WrongTexts, make_fact, make_source

SURVEY = make_source(author=[("Brook", "Ada")], url="https://rivers.example/survey")
ATLAS = make_source(
    "atlas-1996",
    title="Atlas of Waters",
    title_short="the Atlas of March 1996",
    publisher="Map Room",
    issued=None,
    as_of="1996-03",
)


class Details(TypedDict, total=False):
    """What ``make_fact`` takes and ``fact`` hands on to it."""

    accept: Iterable[str]
    enough: int | None
    answer_type: str
    quantity: Mapping[str, str] | None
    false_claims: WrongTexts | None
    locator: str | None
    certainty: str
    cloze: str | None
    label: str | None
    voice: str | None
    when: str | None
    sensitive: bool
    explanation: str | None
    contrast: Iterable[str]
    same_claim: str | None
    lang: str | None


def fact(  # noqa: PLR0913 - what has other defaults here
    id_: str,
    *,
    topic: str = "river",
    question: str | None = None,
    answer: str | Sequence[str] | None = None,
    distractors: WrongTexts | None = None,
    claim: str | None = None,
    source: Source = SURVEY,
    corrected: tuple[str, str] | None = None,
    retired: bool = False,
    **details: Unpack[Details],
) -> Fact:
    """Make a fact as ``make_fact`` does, with texts that hold its id; it has a question if anything of one is given."""
    is_asked = any(one is not None for one in (question, answer, distractors))
    return make_fact(
        id_,
        topics=[topic],
        claim=claim or f"This is the claim of {id_}.",
        sources=[source.id],
        question=question or f"What is asked about {id_}?" if is_asked else None,
        answer=answer or f"the answer of {id_}",
        distractors=distractors,
        corrections=[corrected] if corrected else (),
        retired="It was wrong." if retired else None,
        **details,
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
