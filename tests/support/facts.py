"""Facts, sources and decks for tests: keyword defaults for everything, a place for every text.

Every fact that a test makes is made by ``make_fact``; ``quiz_facts.fact`` gives it other defaults.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from quizgen.model.bank import Bank
from quizgen.model.edtf import Edtf
from quizgen.model.fact import (
    Answer,
    AnswerType,
    Certainty,
    Citation,
    Correction,
    Distractor,
    Fact,
    FalseClaim,
    Image,
    Quantity,
    Retirement,
)
from quizgen.model.project import AnkiSpec, CardKind, DeckSpec, Project
from quizgen.model.selection import Selection
from quizgen.model.source import Name, Source
from quizgen.model.text import Text

Wrong = TypeVar("Wrong", Distractor, FalseClaim)

QUESTION, CLOZE = CardKind.QUESTION, CardKind.CLOZE

WrongTexts = Iterable[str | tuple[str, str]]
"""A pair is a text and its ``why``."""

PROJECT = Project(
    namespace=Text("riversriversrivers"),
    title=Text("Rivers"),
    language=Text("en"),
    licence=Text("CC BY-SA 4.0"),
    contact=Text("rivers@example.org"),
    version=Text("1.2"),
)


def text(value: str, line: int = 1) -> Text:
    """Return a text as if it stood at this line of the facts file."""
    return Text(value, "data/facts.yaml", line, 3, max(1, len(value)))


def date(value: str) -> Edtf:
    """Return a date that must be one."""
    edtf = Edtf.parse(value)
    assert edtf is not None
    return edtf


def make_source(  # noqa: PLR0913 - as many as a source has fields
    id_: str = "survey-2020",
    *,
    title: str = "A Survey of Rivers",
    title_short: str | None = "the Survey of 2020",
    author: Iterable[str | tuple[str, str]] = (),
    editor: Iterable[str | tuple[str, str]] = (),
    publisher: str = "River House",
    container_title: str = "",
    issued: str | None = "2021",
    accessed: str | None = None,
    url: str = "",
    as_of: str | None = "2020",
    quoted_in: str | None = None,
    **other: str,
) -> Source:
    """Make a source; an author is a literal name, or a pair of family and given name."""
    return Source(
        id=text(id_),
        title=text(title),
        title_short=text(title_short) if title_short else None,
        author=tuple(map(_name, author)),
        editor=tuple(map(_name, editor)),
        publisher=publisher,
        container_title=container_title,
        issued=date(issued) if issued else None,
        accessed=date(accessed) if accessed else None,
        url=url,
        as_of=date(as_of) if as_of else None,
        quoted_in=text(quoted_in) if quoted_in else None,
        other=other,
    )


def make_fact(  # noqa: PLR0913 - as many as a fact has fields
    id_: str = "river-length",
    *,
    topics: Sequence[str] = ("river/size",),
    claim: str = "The river is 100 kilometres long.",
    sources: Sequence[str] = ("survey-2020",),
    locator: str | None = "page 7",
    question: str | None = "How long is the river?",
    answer: str | Sequence[str] = "100 kilometres",
    accept: Iterable[str] = (),
    enough: int | None = None,
    answer_type: str = "text",
    quantity: Mapping[str, str] | None = None,
    distractors: WrongTexts | None = None,
    false_claims: WrongTexts | None = None,
    cloze: str | None = None,
    label: str | None = None,
    certainty: str = "stated",
    voice: str | None = None,
    sensitive: bool = False,
    when: str | None = None,
    as_of: str | None = None,
    explanation: str | None = None,
    contrast: Iterable[str] = (),
    same_claim: str | None = None,
    corrections: Iterable[tuple[str, str]] = (),
    image: tuple[str, str, str] | None = None,
    retired: str | None = None,
    retired_on: str | None = None,
    replaced_by: str | None = None,
    renamed_from: str | None = None,
    lang: str | None = None,
) -> Fact:
    """Make a fact with a question and no cloze; ``retired`` is the reason, ``image`` is file, alt and credit.

    What is accepted is so for each member of an answer.
    """
    members = [answer] if isinstance(answer, str) else list(answer)
    retirement = Retirement(
        reason=text(retired or ""),
        on=date(retired_on) if retired_on else None,
        replaced_by=text(replaced_by) if replaced_by else None,
    )
    return Fact(
        id=text(id_),
        topics=tuple(map(text, topics)),
        claim=text(claim),
        citations=tuple(Citation(source=text(each), locator=text(locator) if locator else None) for each in sources),
        certainty=Certainty(certainty),
        as_of=date(as_of) if as_of else None,
        question=text(question) if question else None,
        answers=tuple(Answer(text=text(one), accept=tuple(map(text, accept))) for one in members) if question else (),
        answer_is_set=not isinstance(answer, str),
        enough=enough,
        answer_type=AnswerType(answer_type),
        quantity=Quantity(**{name: text(value) for name, value in (quantity or {}).items()}),
        distractors=_wrong_texts(distractors, Distractor),
        false_claims=_wrong_texts(false_claims, FalseClaim),
        cloze=text(cloze) if cloze else None,
        label=text(label) if label else None,
        voice=text(voice) if voice else None,
        sensitive=sensitive,
        when=date(when) if when else None,
        explanation=text(explanation) if explanation else None,
        contrast=tuple(map(text, contrast)),
        same_claim=text(same_claim) if same_claim else None,
        corrections=tuple(Correction(on=date(on), note=text(note)) for on, note in corrections),
        image=Image(file=text(image[0]), alt=text(image[1]), credit=text(image[2])) if image else None,
        retired=None if retired is None else retirement,
        renamed_from=text(renamed_from) if renamed_from else None,
        lang=text(lang) if lang else None,
    )


def make_bank(*facts: Fact, sources: Sequence[Source] = ()) -> Bank:
    """Make a bank of facts and sources; without any source, of the one that ``make_fact`` cites."""
    return Bank(facts=facts, sources=tuple(sources) or (make_source(),))


def make_deck(
    id_: str = "rivers",
    *,
    title: str = "Rivers of the plain",
    deck: str = "Geography::Rivers",
    cards: Sequence[CardKind] = (QUESTION, CLOZE),
) -> DeckSpec:
    """Make a deck spec that selects every fact."""
    spec_text = Text(deck, f"decks/{id_}.yaml", 4, 9, len(deck))
    return DeckSpec(
        id=text(id_), title=text(title), facts=Selection(), anki=AnkiSpec(deck=spec_text, cards=tuple(cards))
    )


def _wrong_texts(written: WrongTexts | None, make: type[Wrong]) -> tuple[Wrong, ...] | None:
    pairs = [(one, None) if isinstance(one, str) else one for one in written or ()]
    made = tuple(make(text=text(one), why=text(why) if why else None) for one, why in pairs)
    return None if written is None else made


def _name(name: str | tuple[str, str]) -> Name:
    return Name(literal=name) if isinstance(name, str) else Name(family=name[0], given=name[1])
