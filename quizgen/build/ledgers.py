"""The ledger in the recipe: read it, refuse what would make Anki skip an update, enter what is shipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from quizgen.build.report import Order
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.ledger import Ledger, State, Subject
from quizgen.model.notes import NoteType, RenderedNote
from quizgen.planning.changes import subject_of
from quizgen.planning.ledger import content_hash, plan_ledger
from quizgen.reading.ledger import LEDGER_FILE, read_ledger

_DAY = 24 * 60 * 60


def load_ledger(root: Path, order: Order) -> tuple[Ledger, tuple[Problem, ...], str]:
    """Read the ledger, or begin one. Returns it with its problems and its text, for excerpts."""
    ledger, problems, text = read_ledger(root)
    if problems:
        return Ledger(), problems, text
    return ledger or Ledger(), tuple(_check_order(ledger, order)), text


def enter(ledger: Ledger, notes: Iterable[RenderedNote], note_types: Iterable[NoteType], now: int) -> Ledger:
    """Enter everything that is about to be shipped."""
    contents: dict[Subject, tuple[str, State]] = {}
    for rendered in notes:
        state = State.RETIRED if rendered.note.fact.retired else State.ACTIVE
        contents[subject_of(rendered.note)] = (content_hash(rendered.content), state)
    for note_type in note_types:
        contents[type_subject(note_type)] = (content_hash(note_type.content), State.ACTIVE)
    return plan_ledger(ledger, contents, now)


def type_subject(note_type: NoteType) -> Subject:
    """Return what the ledger knows a note type by."""
    return Subject("type", "-", str(note_type.planned.kind))


def mod_of(ledger: Ledger, subject: Subject) -> int:
    """Return the modification time of something that was entered."""
    return ledger.entries[subject][-1].mod


def check_frozen(before: Ledger, after: Ledger, order: Order) -> Iterator[Problem]:
    """Refuse a change of the ledger where the order says so; the tidying of merged lines counts as one."""
    if order.frozen and before.entries != after.entries:
        changed = [subject.id for subject, entry in after.entries.items() if before.entries.get(subject) != entry]
        named = ", ".join(f"`{id_}`" for id_ in sorted(set(changed))[:3])
        yield Problem(
            code="QZ056",
            message=f"`--frozen`: the ledger would change, at {named}"
            if named
            else "`--frozen`: the ledger would change",
            place=Place(LEDGER_FILE),
            hint="run `quizgen build` without `--frozen`, and commit the ledger with your facts",
        )


def without_places(ledger: Ledger) -> Ledger:
    """Return a ledger whose entries forget the lines that they came from."""
    return Ledger(
        {subject: tuple(replace(entry, place=None) for entry in lines) for subject, lines in ledger.entries.items()}
    )


def _check_order(ledger: Ledger | None, order: Order) -> Iterator[Problem]:
    here = Place(LEDGER_FILE)
    if ledger is None and order.frozen:
        hint = "build once without `--frozen`, and commit `decks/ledger.tsv`"
        yield Problem(code="QZ056", message="`--frozen`: there is no ledger", place=here, hint=hint)
    elif ledger is None and order.now_is_given and not order.new_ledger:
        yield Problem(
            code="QZ054",
            message="there is no ledger, and `SOURCE_DATE_EPOCH` sets the time",
            place=here,
            note="with a time that lies before what students have, Anki skips every update without a word",
            hint="restore `decks/ledger.tsv`; for a deck that no student has yet: `quizgen build --new-ledger`",
        )
    elif ledger is not None and order.new_ledger:
        hint = "leave `--new-ledger` out; to begin anew, delete the file first"
        yield Problem(code="QZ054", message="there is a ledger already", place=here, hint=hint)
    elif ledger is not None and not order.now_is_given and ledger.newest_mod > order.now + _DAY:
        yield Problem(
            code="QZ055",
            message="the clock of this computer runs behind the ledger",
            place=here,
            note="updates still reach students: each is dated one second after the last one",
            hint="set the clock right",
        )
