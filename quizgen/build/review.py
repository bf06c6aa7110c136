"""The recipe of ``quizgen review``: to note that facts were re-read, and to list those that want it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.build.check import check_project
from quizgen.checking.reviews import is_stale, review_code
from quizgen.diagnostics.pages import is_error
from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.review import NewReview
from quizgen.reading.documents import Document, read_document
from quizgen.reading.reviews import find_review_gaps, says_the_same
from quizgen.writing.reviews import replace_documents, with_reviews

_FIELDS = ("by", "on", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What came of noting reviews."""

    facts: tuple[Fact, ...] = ()
    """Those that were noted, as they stood before, in the order asked for."""
    problems: tuple[Problem, ...] = ()
    """Why nothing was noted."""
    texts: Mapping[str, str]
    unknown: tuple[str, ...] = ()
    """Ids that no fact has; nothing was noted."""
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewList:
    """Which facts want to be re-read, each kind in the order of the files. Retired ones do not."""

    stale: tuple[Fact, ...]
    unread: tuple[Fact, ...]
    """Without ``reviewed``."""
    by_hand: tuple[Fact, ...]
    """With a review that keeps no code of the text: nobody can tell whether it still holds."""
    fresh: int
    uses_reviews: bool


def review_facts(root: Path, ids: Iterable[str], by: str, on: str) -> Reviewed:
    """Note in the fact files that facts were re-read; ``on`` is a day as 2026-11-24. All of them, or none."""
    report = check_project(root)
    content, texts, ids = report.content, report.texts, tuple(dict.fromkeys(ids))
    unknown = tuple(id_ for id_ in ids if id_ not in content.fact_ids)
    if unknown and content.whole:
        return Reviewed(texts=texts, unknown=unknown, known=content.fact_ids)
    sound = {str(fact.id): fact for fact in _sound(content)}
    if not content.whole or any(id_ not in sound for id_ in ids):
        return Reviewed(texts=texts, problems=tuple(filter(is_error, report.problems)))
    facts = tuple(sound[id_] for id_ in ids)
    texts_after = _with_reviews(root, content.bank, facts, by, on)
    return Reviewed(texts=texts, facts=facts, problems=replace_documents(root, texts_after))


def list_reviews(root: Path) -> ReviewList:
    """List the facts that want to be re-read, of those that are sound."""
    content = check_project(root).content
    facts = [fact for fact in _sound(content) if fact.retired is None]
    reviewed = [fact for fact in facts if fact.reviewed is not None]
    stale = tuple(fact for fact in reviewed if is_stale(fact, content.bank))
    by_hand = tuple(fact for fact in reviewed if fact.reviewed is not None and fact.reviewed.text is None)
    return ReviewList(
        stale=stale,
        unread=tuple(fact for fact in facts if fact.reviewed is None),
        by_hand=by_hand,
        fresh=len(reviewed) - len(stale) - len(by_hand),
        uses_reviews=bool(reviewed),
    )


def _sound(content: Content) -> Iterator[Fact]:
    """Yield the facts that could be read, and whose sources exist: of others it is not known what they say."""
    known = content.bank.source_by_id
    return (fact for fact in content.bank.facts if all(citation.source in known for citation in fact.citations))


def _with_reviews(root: Path, bank: Bank, facts: Iterable[Fact], by: str, on: str) -> dict[str, str]:
    """Return the documents of the facts as they are to be, by path."""
    by_document: dict[str, dict[str, NewReview]] = defaultdict(dict)
    for fact in facts:
        by_document[fact.id.document][str(fact.id)] = NewReview(by=by, on=on, text=review_code(fact, bank))
    return {path: _rewritten(root, path, reviews) for path, reviews in by_document.items()}


def _rewritten(root: Path, path: str, reviews: Mapping[str, NewReview]) -> str:
    document, _ = read_document(root, path)
    gaps = find_review_gaps(document, reviews, _FIELDS)
    text = with_reviews(document.text, ((review, gaps[id_]) for id_, review in reviews.items()))
    if not says_the_same(document, Document(path, text)):
        message = f"a review cannot be written into {path} without changing something else"
        raise AssertionError(message)
    return text
