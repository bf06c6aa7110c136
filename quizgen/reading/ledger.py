"""``decks/ledger.tsv`` to a ledger."""

from __future__ import annotations

import re
from pathlib import Path
from sys import intern

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import LEDGER_FILE
from quizgen.model.ledger import Entry, Ledger, State, Subject
from quizgen.reading.documents import Document, read_document

_LINE = re.compile(
    r"(note|gap|type|project|schema|deck)\t([a-z0-9-]+)\t([a-z]+\d*)"
    r"\t([0-9a-f]{16,64})\t(\d{1,11})\t(active|retired)",
    re.ASCII,
)
_STATES = {str(state): state for state in State}
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})")


def read_ledger(root: Path) -> tuple[Ledger | None, tuple[Problem, ...], str]:
    """Read a project's ledger.

    Returns ``None`` where there is none yet, or where a line is damaged: a line that cannot be read is never
    dropped, since its note's old modification time would be lost with it. Last comes the text, for excerpts.
    """
    if not (root / LEDGER_FILE).exists():
        return None, (), ""
    document, problems = read_document(root, LEDGER_FILE)
    if problems:
        return None, problems, document.text
    ledger, problems = parse_ledger(document)
    return ledger, problems, document.text


def shipped_ids(root: Path) -> frozenset[str]:
    """Return the ids of all facts that the ledger knows, deleted ones too; none where it cannot be read."""
    ledger, _, _ = read_ledger(root)
    return frozenset(subject.id for subject in ledger.entries if subject.what == "note") if ledger else frozenset()


def parse_ledger(document: Document) -> tuple[Ledger | None, tuple[Problem, ...]]:
    """Read the text of a ledger: a line a note, columns parted by tabs, ``#`` before remarks."""
    entries: dict[Subject, tuple[Entry, ...]] = {}
    problems: list[Problem] = []
    for number, line in enumerate(document.text.splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is not None:
            what, id_, kind, content, mod, state = match.groups()
            subject = Subject(intern(what), id_, intern(kind))  # there are few: as good as no memory
            entry = Entry(content, int(mod), _STATES[state], number, len(line))
            entries[subject] = (*entries.get(subject, ()), entry)
        elif line.strip() and not line.startswith("#"):
            problems.append(_damage(line, Place(document.path, number, 1, len(line))))
    return (None if problems else Ledger(entries)), tuple(problems)


def _damage(line: str, place: Place) -> Problem:
    if _CONFLICT.match(line):
        return Problem(
            code="QZ051",
            message="a conflict marker of git stands in the ledger",
            place=place,
            note="lines of both branches may stay: the newest one of each note counts",
            hint="delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`, and keep all others",
        )
    return Problem(
        code="QZ050",
        message="this line of the ledger is damaged",
        place=place,
        note="without it the next package could carry an older date than students have, and be skipped by Anki",
        hint=f"restore the line from git: `git checkout -- {LEDGER_FILE}`",
    )
