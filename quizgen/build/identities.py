"""What stays as it is once it was shipped: the namespace, the fields of the note types, the names of the decks.

The ledger keeps a hash of each, so that a change is noticed before it reaches a student.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import DECKS_FOLDER, PROJECT_FILE
from quizgen.model.ledger import Entry, Ledger, Subject
from quizgen.model.notes import PlannedNoteType
from quizgen.model.project import DeckSpec
from quizgen.planning.ledger import content_hash, schema_hash


def identities_of(
    namespace: str, note_types: Sequence[PlannedNoteType], specs: Iterable[DeckSpec]
) -> dict[Subject, str]:
    """Return the hashes of everything that stays as it is; of nothing where no note is shipped."""
    hashes = {Subject("project", "-", "namespace"): content_hash([namespace])} if note_types else {}
    for note_type in note_types:
        hashes[Subject("schema", str(note_type.id), str(note_type.kind))] = schema_hash(note_type)
    for spec in specs:
        if spec.anki is not None:
            hashes[Subject("deck", str(spec.id), "name")] = content_hash([spec.anki.deck])
    return hashes


def check_identities(before: Ledger, after: Ledger) -> Iterator[Problem]:
    """Report each of them that is another one than was shipped."""
    for subject in sorted(subject for subject in after.entries if subject.what in {"project", "schema", "deck"}):
        was, now = before.latest(subject), after.latest(subject)
        if was is not None and now is not None and was.hash != now.hash:
            match subject.what:
                case "project":
                    yield _other_namespace()
                case "schema":
                    yield _other_fields(subject, was)
                case "deck":
                    yield _other_deck_name(subject)


def _other_namespace() -> Problem:
    return Problem(
        code="QZ064",
        message="the `namespace` is not the one that was shipped",
        place=Place(PROJECT_FILE),
        note="students would get every card a second time, as a new one, and keep the old ones beside them",
        hint="bring the old one back from git; if these files begin another project, delete `decks/ledger.tsv`",
    )


def _other_fields(subject: Subject, was: Entry) -> Problem:
    return Problem(
        code="QZ065",
        message=f"this version of quizgen has other fields on its {subject.kind} cards than the one that shipped yours",
        place=was.place,
        note="Anki would leave every note that students have as it is, and skip all its updates",
        hint="build with the version that you used before, and report it: it should not happen",
    )


def _other_deck_name(subject: Subject) -> Problem:
    return Problem(
        code="QZ066",
        message=f"the Anki deck of `{subject.id}` was shipped under another name",
        place=Place(f"{DECKS_FOLDER}/{subject.id}.yaml"),
        note="students' cards stay in the deck with the old name, and only new ones come under the new name",
        hint="bring the old name back; or ask students to rename the deck in Anki before they import",
    )
