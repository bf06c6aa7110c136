"""What students hold and the project no longer ships: deleted, renamed, moved out or reused ids.

No import ever deletes a note (see docs/regenerating.md), so a note that is simply left out stays with every student
as it was, and nobody tells them. The ledger knows; here it speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.cloze import parse_cloze
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.layout import LEDGER_FILE
from quizgen.model.ledger import Ledger, State, Subject
from quizgen.model.notes import original_id
from quizgen.model.project import CardKind
from quizgen.model.text import Text


def check_reused_ids(content: Content, ledger: Ledger) -> Iterator[Problem]:
    """Refuse what would turn one note into another: a retired id asked again, two facts with one original id."""
    owners: dict[str, Fact] = {}
    retired = _retired_ids(ledger)
    for fact in content.bank.facts:
        owner = owners.setdefault(original_id(fact), fact)
        if owner is not fact:
            yield _claimed_twice(fact, owner)
        elif fact.retired is None and original_id(fact) in retired:
            yield Problem(
                code="QZ060",
                message=f"the id `{fact.id}` was retired, and cannot be asked again",
                place=fact.id.place,
                note="students were told not to study this card; with the same id it would come back to life",
                hint="give the fact a new id, or write `status: retired` again",
            )


def check_departures(content: Content, ledger: Ledger, shipped: Iterable[Subject]) -> Iterator[Problem]:
    """Warn of each note in the ledger that a full build does not ship, once a fact."""
    missing: dict[str, list[Subject]] = {}
    for subject in sorted(subject for subject in set(ledger.entries).difference(shipped) if subject.what == "note"):
        missing.setdefault(subject.id, []).append(subject)
    owners = {original_id(fact): fact for fact in content.bank.facts}
    yield from _check_gaps(owners, ledger)
    newcomers = [str(fact.id) for fact in content.bank.facts if not _is_known(ledger, fact)] if missing else []
    for id_, subjects in missing.items():
        if id_ in owners:
            yield _left_out(owners[id_], [subject.kind for subject in subjects])
        elif id_ in content.bank.fact_by_id:
            yield _disowned(content.bank.fact_by_id[id_])
        elif content.whole and id_ not in content.fact_ids:
            yield _deleted(id_, newcomers, _place(ledger, subjects[0]))


def _check_gaps(owners: Mapping[str, Fact], ledger: Ledger) -> Iterator[Problem]:
    """Warn of cards whose gap is no longer in the cloze text; a note without lines of its own had c1 alone."""
    shipped: dict[str, set[int]] = {}
    for what, id_, kind in ledger.entries:
        if what == "gap":
            shipped.setdefault(id_, set()).add(int(kind.removeprefix("c")))
    cloze_kind = str(CardKind.CLOZE)
    for what, id_, kind in ledger.entries:
        if what == "note" and kind == cloze_kind:
            shipped.setdefault(id_, {1})
    for id_, numbers in shipped.items():
        cloze = owners[id_].cloze if id_ in owners else None
        if cloze and any(f"{{{{c{number}::" not in cloze for number in numbers):  # as most: it need not be taken apart
            parsed = parse_cloze(cloze)
            gone = sorted(numbers.difference(parsed.numbers)) if parsed else []
            yield from (_gap_gone(owners[id_], cloze, number) for number in gone)


def _retired_ids(ledger: Ledger) -> set[str]:
    """Return the ids of which any line says so: of two branches that were merged, each may have reached students."""
    lines = ((subject, entry) for subject, entries in ledger.entries.items() for entry in entries)
    return {subject.id for subject, entry in lines if entry.state is State.RETIRED and subject.what == "note"}


def _is_known(ledger: Ledger, fact: Fact) -> bool:
    return any(Subject("note", original_id(fact), kind) in ledger.entries for kind in CardKind)


def _claimed_twice(fact: Fact, owner: Fact) -> Problem:
    name = fact.renamed_from or owner.renamed_from or fact.id
    return Problem(
        code="QZ061",
        message=f"`{fact.id}` and `{owner.id}` would be the same note: both go back to `{name}`",
        place=(fact.renamed_from or fact.id).place,
        hint="delete one of the two, or its `renamed_from`",
    )


def _left_out(fact: Fact, kinds: list[str]) -> Problem:
    cards = " and ".join(f"the {kind} card" for kind in kinds)
    was, it, they = ("was", "it", "it") if len(kinds) == 1 else ("were", "them", "they")
    gone = [f"`{kind}`" for kind in kinds if not (fact.cloze if kind == CardKind.CLOZE else fact.question)]
    back = f"bring its {' and '.join(gone)} back" if gone else "ship it in a deck again"
    withdraw = "; to withdraw its cards, also write `status: retired` with a `reason`"
    return Problem(
        code="QZ062",
        message=f"{cards} of `{fact.id}` {was} shipped before, and no deck ships {it} now",
        place=fact.id.place,
        note=f"students keep {it} as {they} {was}, and get no more corrections",
        hint=back + (", so that students are told" if fact.retired else withdraw),
    )


def _gap_gone(fact: Fact, cloze: Text, number: int) -> Problem:
    return Problem(
        code="QZ067",
        message=f"the gap c{number} of `{fact.id}` was shipped before, and is not in its cloze text now",
        place=cloze.place,
        note="students keep its card, and Anki shows an error on it until they choose Tools → Empty Cards",
        hint="give the gap its number back; if it must go, tell students, and delete its line from the ledger",
    )


def _disowned(fact: Fact) -> Problem:
    former = fact.renamed_from or fact.id
    return Problem(
        code="QZ063",
        message=f"`{fact.id}` was shipped before as a fact of its own, and goes back to `{former}` now",
        place=former.place,
        note="no import deletes a note: students keep the old cards as they were, beside those of this fact",
        hint=f"delete `renamed_from: {former}`; if `{fact.id}` is another fact now, bring the old one back under a new "
        f"id with `renamed_from: {fact.id}` and `status: retired`",
    )


def _deleted(id_: str, newcomers: list[str], place: Place) -> Problem:
    near = did_you_mean(id_, newcomers)
    renamed = f"if `{newcomers[0]}` is its new name" if len(newcomers) == 1 else "if it has a new name"
    return Problem(
        code="QZ063",
        message=f"the fact `{id_}` was shipped before, and stands in no data file now",
        place=place,
        note="no import deletes a note: students keep the card as it was" + (f"; {near}" if near else ""),
        hint=f"{renamed}, write `renamed_from: {id_}` there; else bring it back with `status: retired` and a "
        "`reason`; if no student ever had it, delete its lines from the ledger",
    )


def _place(ledger: Ledger, subject: Subject) -> Place:
    last = ledger.latest(subject)
    return Place(LEDGER_FILE) if last is None else last.place
