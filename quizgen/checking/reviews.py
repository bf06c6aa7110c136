"""What an editor has re-read, as a short code: whether a fact still says what it said on that day."""

from __future__ import annotations

import unicodedata
from base64 import b32encode
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from quizgen.model.bank import Bank
from quizgen.model.edtf import Edtf
from quizgen.model.fact import Citation, Distractor, Fact, FalseClaim

_BYTES = 15
_LETTERS = 12
"""Sixty bits, in letters that no reader of YAML takes for a number."""


def review_code(fact: Fact, bank: Bank) -> str:
    """Return a hash of all that a fact says of its source, in twelve letters and digits.

    Spelling in YAML, the order of fields and of wrong answers, line breaks and blanks change nothing, nor do the
    fact's id, its topics and what only says how it is used. What it has from another fact by ``same_claim``, and the
    date that it has from its source, count: a reader sees them.
    """
    parts = [f"{len(name)}:{name}{len(text)}:{text}" for name, text in _said(fact, bank.as_of(fact))]
    digest = blake2b("".join(parts).encode(), digest_size=_BYTES).digest()
    return b32encode(digest).decode().lower()[:_LETTERS]


def is_stale(fact: Fact, bank: Bank) -> bool:
    """Whether a fact says something else than on the day on which it was re-read."""
    return fact.reviewed is not None and fact.reviewed.text not in {None, review_code(fact, bank)}


def _said(fact: Fact, as_of: Edtf | None) -> Iterator[tuple[str, str]]:
    """Yield each thing that is said with its name; what is not said yields nothing, so that new fields can come."""
    for name, text in _fields(fact, as_of):
        if text is not None:
            yield name, _plain(text)


def _fields(fact: Fact, as_of: Edtf | None) -> Iterator[tuple[str, str | None]]:
    yield "claim", fact.claim
    yield "certainty", fact.certainty
    yield "voice", fact.voice
    yield "when", None if fact.when is None else fact.when.text
    yield "as_of", None if as_of is None else as_of.text
    yield "question", fact.question
    for answer in fact.answers:
        yield "answer", answer.text
        yield from (("accept", text) for text in sorted(answer.accept))
    yield "enough", None if fact.enough is None else str(fact.enough)
    quantity = fact.quantity
    yield "value", quantity.value
    yield "unit", quantity.unit
    yield "precision", quantity.precision
    yield "tolerance", quantity.tolerance
    yield from _wrong("distractor", fact.distractors or ())
    yield from _wrong("false_claim", fact.false_claims or ())
    yield "cloze", fact.cloze
    yield "label", fact.label
    yield "explanation", fact.explanation
    yield from (pair for citation in fact.citations for pair in _citation(citation))
    yield from (pair for one in fact.corrections for pair in (("corrected", one.on.text), ("correction", one.note)))
    if fact.image is not None:
        yield "file", fact.image.file
        yield "alt", fact.image.alt
        yield "credit", fact.image.credit


def _wrong(name: str, texts: Iterable[Distractor | FalseClaim]) -> Iterator[tuple[str, str | None]]:
    for one in sorted(texts, key=lambda one: str(one.text)):
        yield name, one.text
        yield "why", one.why


def _citation(citation: Citation) -> Iterator[tuple[str, str | None]]:
    yield "source", citation.source
    yield "locator", citation.locator
    yield "quote", citation.quote


def _plain(text: str) -> str:
    """Fold away what YAML and editors change by themselves: line breaks, blanks, how an accent is composed."""
    return " ".join(unicodedata.normalize("NFC", text).split())
