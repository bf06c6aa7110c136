"""Notes: which of its facts a deck ships, in which order, and under which ids."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from quizgen.diagnostics.problem import Problem
from quizgen.model.cloze import parse_cloze
from quizgen.model.fact import Certainty, Fact
from quizgen.model.ledger import Subject
from quizgen.model.note_schema import CARD_TEMPLATES, FIELDS
from quizgen.model.notes import Note, PlannedDeck, PlannedNoteType, PlannedPackage, original_id
from quizgen.model.project import AnkiSpec, CardKind, DeckSpec, Project
from quizgen.planning.identity import (
    deck_id,
    distinct_card_ids,
    distinct_note_ids,
    guids,
    note_type_id,
    part_id,
)

_MOST_MEMBERS_ON_A_CARD = 3
"""A longer set answer is not recalled as one card: it is asked through its cloze alone."""
RETIRED = "Retired"
"""The sub-deck of retired facts; never translated, for Anki knows a deck by its name."""
_TAG_ROOT = "quizgen"

_NAMESPACE_LETTERS = 8
"""Of the namespace in a tag: enough to tell projects apart, and still read at a glance."""


def plan_package(
    project: Project, spec: DeckSpec, decks: Sequence[tuple[DeckSpec, Sequence[Fact]]]
) -> tuple[PlannedPackage, tuple[Problem, ...]]:
    """Plan the package of a deck spec.

    ``decks`` are the deck specs whose decks it holds, ``spec`` itself or those of its bundle, each with the facts
    that it selects, in order. Retired facts go to the sub-deck ``…::Retired``, after all others. No two facts
    have one original id.
    """
    homes = [(deck, deck.anki, tuple(facts)) for deck, facts in decks if deck.anki is not None]
    drafts = [draft for deck, anki, facts in homes for draft in _drafts(project.namespace, deck, anki, facts)]
    drafts.sort(key=lambda draft: draft.is_retired)
    kinds = [kind for kind in CardKind if any(draft.kind is kind for draft in drafts)]
    package = PlannedPackage(
        spec=spec,
        notes=_notes(project, drafts),
        decks=_decks(project.namespace, drafts),
        note_types=tuple(plan_note_type(project.namespace, kind) for kind in kinds),
    )
    asked = {draft.fact.id for draft in drafts}
    own = [(anki, facts) for deck, anki, facts in homes if deck.id == spec.id]  # a bundle repeats no problem
    return package, tuple(problem for anki, facts in own for problem in _check_deck(anki, facts, asked))


def plan_note_type(namespace: str, kind: CardKind) -> PlannedNoteType:
    """Return a note type of the project, its ids derived from the namespace and the first names of its parts."""
    template = CARD_TEMPLATES[kind]
    return PlannedNoteType(
        kind=kind,
        id=note_type_id(namespace, kind),
        fields=tuple((name, part_id(namespace, kind, "field", name)) for name in FIELDS[kind]),
        template=(template, part_id(namespace, kind, "card template", template)),
    )


def tags_of(namespace: str, fact: Fact) -> tuple[str, ...]:
    """Return a fact's tags, all under the project's root ``quizgen::…``."""
    sources = tuple([citation.source for citation in fact.citations])
    return _tags(namespace, fact.topics, sources, fact.certainty, is_retired=fact.retired is not None)


@lru_cache(maxsize=4096)
def _tags(
    namespace: str, topics: tuple[str, ...], sources: tuple[str, ...], certainty: Certainty, *, is_retired: bool
) -> tuple[str, ...]:
    """Make the tags of facts that are alike in these: there are many."""
    root = f"{_TAG_ROOT}::{namespace[:_NAMESPACE_LETTERS].strip('-')}"
    tags = [f"topic::{topic.replace('/', '::')}" for topic in topics]
    tags += [f"source::{source}" for source in sources]
    tags += [f"certainty::{certainty}"] if certainty is not Certainty.STATED else []
    tags += ["retired"] if is_retired else []
    return tuple(f"{root}::{_tag_safe(tag)}" for tag in dict.fromkeys(tags))


class _Draft(NamedTuple):
    """A note before it is known which ids are free and who comes before it."""

    fact: Fact
    kind: CardKind
    subject: Subject
    ordinals: tuple[int, ...]
    """Of its cards."""
    tags: tuple[str, ...]
    deck: str
    title: str
    """Of the deck spec."""

    @property
    def is_retired(self) -> bool:
        return self.fact.retired is not None


def _drafts(namespace: str, spec: DeckSpec, anki: AnkiSpec, facts: Iterable[Fact]) -> list[_Draft]:
    """Draft the notes of a deck: each fact once, in order, and only then each fact in its next way."""
    turns: list[list[_Draft]] = [[] for _ in anki.cards]
    asked, retired, title = str(anki.deck), f"{anki.deck}::{RETIRED}", str(spec.title)
    for fact in facts:
        ordinals = {kind: cards for kind in anki.cards if (cards := _ordinals(fact, kind))}
        id_, tags, deck = original_id(fact), tags_of(namespace, fact), retired if fact.retired else asked
        for turn, (kind, cards) in zip(turns, ordinals.items(), strict=False):
            turn.append(_Draft(fact, kind, Subject("note", id_, kind), cards, tags, deck, title))
    return [draft for turn in turns for draft in turn]


def _notes(project: Project, drafts: Sequence[_Draft]) -> tuple[Note, ...]:
    ids = guids(project.namespace, [(draft.subject.id, draft.kind) for draft in drafts])
    note_ids = distinct_note_ids(ids)
    pairs = list(zip(ids, drafts, strict=True))
    card_ids = distinct_card_ids([(guid, ordinal) for guid, draft in pairs for ordinal in draft.ordinals])
    lang = str(project.language)
    return tuple([
        Note(
            draft.fact,
            draft.kind,
            draft.subject,
            guid,
            note_ids[guid],
            tuple([(ordinal, card_ids[guid, ordinal]) for ordinal in draft.ordinals]),
            draft.tags,
            str(draft.fact.lang) if draft.fact.lang else lang,
            draft.deck,
            due,
        )
        for due, (guid, draft) in enumerate(pairs)
    ])  # fmt: skip


def _decks(namespace: str, drafts: Iterable[_Draft]) -> tuple[PlannedDeck, ...]:
    decks: dict[str, list[_Draft]] = {}
    for draft in drafts:
        decks.setdefault(draft.deck, []).append(draft)
    return tuple(
        PlannedDeck(
            name=name,
            id=deck_id(namespace, name),
            title=own[0].title,
            facts=tuple({draft.fact.id: draft.fact for draft in own}.values()),
            is_retired=own[0].is_retired,
        )
        for name, own in decks.items()
    )


def _ordinals(fact: Fact, kind: CardKind) -> tuple[int, ...]:
    """Return the ordinals of the cards of a fact's note, ascending; none where it has no such note."""
    if kind is CardKind.CLOZE:
        cloze = parse_cloze(fact.cloze) if fact.cloze else None
        return tuple(number - 1 for number in cloze.numbers) if cloze else ()
    is_short = not fact.answer_is_set or len(fact.answers) <= _MOST_MEMBERS_ON_A_CARD
    return (0,) if fact.question and fact.answers and is_short else ()


def _check_deck(anki: AnkiSpec, facts: Sequence[Fact], asked: AbstractSet[str]) -> Iterator[Problem]:
    without = [fact for fact in facts if fact.id not in asked]
    if facts and len(without) == len(facts):
        message = f"the Anki deck `{anki.deck}` has no card"
        hint = "cards: [question, cloze]"
        yield Problem(code="QZ301", message=message, place=anki.deck.place, note=_NO_CARD, hint=hint)
        return
    for fact in without:
        message = f"`{fact.id}` makes no card in the Anki deck `{anki.deck}`"
        yield Problem(code="QZ300", message=message, place=fact.id.place, note=_why_none(fact), hint=_CLOZE_HINT)


_NO_CARD = "none of its facts can be asked in a way that `cards` names"
_CLOZE_HINT = "cloze: … {{c1::…}} …"


def _why_none(fact: Fact) -> str:
    if fact.answer_is_set and len(fact.answers) > _MOST_MEMBERS_ON_A_CARD:
        return f"an answer of {len(fact.answers)} members is too long for one card, and it has no cloze text"
    return "it has neither a question nor a cloze text of the kinds that the deck's `cards` names"


def _tag_safe(tag: str) -> str:
    """Normalize as Anki does on import, so that it finds nothing to change."""
    return unicodedata.normalize("NFC", tag)
