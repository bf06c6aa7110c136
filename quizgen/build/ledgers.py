"""The ledger in the recipe: read it, enter what is shipped, refuse what would make Anki skip an update."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from quizgen.build.identities import check_identities
from quizgen.build.report import Order
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import LEDGER_FILE
from quizgen.model.ledger import Ledger, State, Subject
from quizgen.model.notes import NoteType, RenderedNote
from quizgen.planning.ledger import content_hash, gap_subjects, plan_ledger, type_subject
from quizgen.reading.ledger import read_ledger

_HERE = Place(LEDGER_FILE)
_DAY = 24 * 60 * 60
_MOST_NAMED = 3
YEAR_2100 = 4_102_444_800
"""No build is as late: a clock is wrong, and its time would stay in the ledger for good."""


def load_ledger(root: Path, order: Order) -> tuple[Ledger, tuple[Problem, ...], str]:
    """Read the ledger, or begin one. Returns it with its problems and its text, for excerpts."""
    ledger, problems, text = read_ledger(root)
    if problems:
        return Ledger(), problems, text
    return ledger or Ledger(), tuple(_check_order(ledger, order)), text


def enter(
    ledger: Ledger,
    notes: Iterable[RenderedNote],
    note_types: Iterable[NoteType],
    identities: Mapping[Subject, str],
    now: int,
) -> Ledger:
    """Enter everything that is about to be shipped; ``identities`` are hashes of what stays as it is."""
    contents = {subject: (content, State.ACTIVE) for subject, content in identities.items()}
    for rendered in notes:
        state = State.RETIRED if rendered.note.fact.retired else State.ACTIVE
        contents[rendered.note.subject] = (content_hash(rendered.content), state)
        for subject in gap_subjects(rendered.note):
            contents[subject] = (content_hash(subject), state)
    for note_type in note_types:
        contents[type_subject(note_type)] = (content_hash(note_type.content), State.ACTIVE)
    return plan_ledger(ledger, contents, now)


def mod_of(ledger: Ledger, subject: Subject) -> int:
    """Return the modification time of something that was entered."""
    return ledger.entries[subject][-1].mod


def check_witnesses(facts: Iterable[str]) -> Iterator[Problem]:
    """Report the facts of which a package of an earlier build is later than the ledger says."""
    named = [f"`{fact}`" for fact in facts]
    if named:
        more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
        yield Problem(
            code="QZ068",
            message=f"the ledger was behind the package in `build/`, at {', '.join(named[:_MOST_NAMED])}{more}",
            place=_HERE,
            note="it was taken back, as `git revert` does it; the notes are dated anew, else Anki would skip them",
            hint="commit the ledger with your facts",
        )


def check_change(before: Ledger, after: Ledger, order: Order) -> Iterator[Problem]:
    """Check what a build would change in the ledger, and refuse any change where the order says so.

    The tidying of merged lines counts as a change. A project that ships no note needs no ledger.
    """
    yield from check_identities(before, after)
    if not before.entries and after.entries and order.now_is_given and not order.new_ledger:
        yield Problem(
            code="QZ054",
            message="there is no ledger, and `SOURCE_DATE_EPOCH` sets the time",
            place=_HERE,
            note="with a time that lies before what students have, Anki skips every update without a word",
            hint="restore `decks/ledger.tsv`; for a deck that no student has yet: `quizgen build --new-ledger`",
        )
    elif order.frozen and before.entries != after.entries:
        changed = [subject for subject, entry in after.entries.items() if before.entries.get(subject) != entry]
        named = ", ".join(sorted({_named(subject) for subject in changed})[:3])
        yield Problem(
            code="QZ056",
            message=f"`--frozen`: the ledger would change, at {named}",
            place=_HERE,
            hint="run `quizgen build` without `--frozen`, and commit the ledger with your facts",
        )


def _check_order(ledger: Ledger | None, order: Order) -> Iterator[Problem]:
    if ledger is not None and order.new_ledger:
        hint = "leave `--new-ledger` out; to begin anew, delete the file first"
        yield Problem(code="QZ054", message="there is a ledger already", place=_HERE, hint=hint)
    if order.now >= YEAR_2100:
        yield Problem(
            code="QZ057",
            message="by the time of this build it is the year 2100 or later",
            place=_HERE,
            note="the time would stay in the ledger, and every later update would be dated after it",
            hint="set `SOURCE_DATE_EPOCH` to seconds since 1970" if order.now_is_given else "set the clock right",
        )
    elif ledger is not None and not order.now_is_given and ledger.newest_mod > order.now + _DAY:
        yield Problem(
            code="QZ055",
            message="the clock of this computer runs behind the ledger",
            place=_HERE,
            note="updates still reach students: each is dated one second after the last one",
            hint="set the clock right; if it is, it was ahead when the ledger was written: `quizgen explain QZ055`",
        )


def _named(subject: Subject) -> str:
    """Name an entry in a curator's words."""
    match subject.what:
        case "note" | "gap":
            return f"`{subject.id}`"
        case "type" | "schema":
            return f"the layout of the {subject.kind} cards"
        case _:
            return f"the {subject.kind} of `{subject.id}`"
