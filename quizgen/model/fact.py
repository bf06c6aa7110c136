"""Facts: one claim each, with its citations and what is needed to ask about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from quizgen.model.edtf import Edtf
from quizgen.model.text import Text


class Certainty(StrEnum):
    """How the *source* puts a claim; never our verdict."""

    STATED = "stated"
    JUDGED = "judged"
    REPORTED = "reported"
    INFERRED = "inferred"
    ALLEGED = "alleged"


class AnswerType(StrEnum):
    """What kind of thing an answer is: decides which distractors may be derived."""

    TEXT = "text"
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    LAW = "law"
    TERM = "term"
    """A word of the subject: a substance, an organ, a part of speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and the spot in it, as it stands on one fact."""

    source: Text
    locator: Text | None = None
    quote: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A right answer, and the other spellings that a marker accepts for it."""

    text: Text
    accept: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor:
    """A wrong answer by the curator's hand."""

    text: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseClaim:
    """A false version of the claim by the curator's hand, for true or false."""

    text: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was mended, and when: shown on the card's back to those who learned the old version."""

    on: Edtf
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who has re-read the fact against its source, and when: `quizgen review` writes it."""

    by: Text
    on: Edtf
    text: Text | None = None
    """A hash of what was read, see ``checking.reviews``; missing where the review was written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture inside the project, with its text alternative and its credit."""

    file: Text
    alt: Text
    credit: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement:
    """Why a fact is no longer asked."""

    reason: Text | None = None
    replaced_by: Text | None = None
    on: Edtf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number behind an answer, where the answer's text does not say it plainly."""

    value: Text | None = None
    unit: Text | None = None
    precision: Text | None = None
    tolerance: Text | None = None


class Fact(NamedTuple):
    """One curated record; by name only.

    Optional fields are ``None`` where the curator wrote nothing. ``distractors`` and ``false_claims`` tell
    *nothing written* (``None``: derive where that is safe) from *none, and derive none* (``()``).
    A fact with ``same_claim`` has already inherited what it shares.
    """

    id: Text
    topics: tuple[Text, ...]
    """Paths such as ``media/ownership``; the first is the fact's home."""
    claim: Text
    citations: tuple[Citation, ...]
    certainty: Certainty = Certainty.STATED
    voice: Text | None = None
    when: Edtf | None = None
    as_of: Edtf | None = None
    """Overrides the ``as_of`` of the cited sources."""
    sensitive: bool = False
    question: Text | None = None
    answers: tuple[Answer, ...] = ()
    """One answer, or the members of a set answer."""
    answer_is_set: bool = False
    enough: int | None = None
    """How many members of a set are asked for; all of them where it is missing."""
    answer_type: AnswerType = AnswerType.TEXT
    quantity: Quantity = Quantity()
    distractors: tuple[Distractor, ...] | None = None
    false_claims: tuple[FalseClaim, ...] | None = None
    cloze: Text | None = None
    label: Text | None = None
    explanation: Text | None = None
    contrast: tuple[Text, ...] = ()
    same_claim: Text | None = None
    corrections: tuple[Correction, ...] = ()
    image: Image | None = None
    lang: Text | None = None
    """A BCP 47 language tag; the project's language where it is missing."""
    retired: Retirement | None = None
    renamed_from: Text | None = None
    reviewed: Review | None = None
    ignore: Mapping[str, Text] = MappingProxyType({})
