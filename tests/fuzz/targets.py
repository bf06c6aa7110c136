"""Everything that quizgen reads, with real documents of each kind: each is read, and its problems are shown.

A target raises where the reader did anything else than to return problems that every format can show.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizgen.build.bringing import import_file
from quizgen.build.key import make_key
from quizgen.build.lint import lint_project
from quizgen.build.make import make_project
from quizgen.build.report import Order
from quizgen.build.stamp import STAMP_FILE, read_stamp
from quizgen.diagnostics.formats import Format, render_problems
from quizgen.diagnostics.pages import has_errors
from quizgen.diagnostics.problem import Problem
from quizgen.model.bringing import NO_WISHES
from quizgen.model.layout import ARCHIVE_FOLDER, LEDGER_FILE
from quizgen.model.settings import CheckSettings
from quizgen.reading.archive import read_archived_form
from quizgen.reading.ledger import read_ledger
from quizgen.reading.package import read_package
from tests.fuzz import seeds
from tests.fuzz.mutations import mutated
from tests.support.project import DECK, FACT, lay_out_project

YEAR = 2026
_SHARE_OF_ZIPS = 0.3
_UNSHOWABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CODE = "AAAA-AAAA"
_PICTURED = FACT + "    image: {file: river.png, alt: a river, credit: nobody}\n"
_QUIZ = DECK + "quizzes:\n  - {id: rivers, title: Rivers, seed: s, sections: [{type: short_answer, count: 1}]}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One kind of document."""

    name: str
    seeds: Callable[[], list[bytes]]
    """Real documents of the kind."""
    read: Callable[[Path, bytes], bool]
    """Read one in an empty folder, or in the one of the last document; says whether it has errors."""
    weight: int
    """How often it comes, beside the others."""
    change: Callable[[bytes, random.Random], bytes] = mutated


@cache
def targets() -> tuple[Target, ...]:
    """Return all kinds of documents."""
    return (
        Target(name="facts", seeds=seeds.fact_files, read=_in_project("data/facts.yaml"), weight=30),
        Target(name="sources", seeds=seeds.source_files, read=_in_project("data/sources.yaml"), weight=8),
        Target(name="deck specs", seeds=seeds.deck_specs, read=_in_project("decks/deck.yaml"), weight=14),
        Target(name="project files", seeds=seeds.project_files, read=_in_project("quizgen.yaml"), weight=8),
        Target(name="words", seeds=seeds.word_files, read=_in_project("words/de.yaml"), weight=4),
        Target(name="builds", seeds=seeds.river_facts, read=_made, weight=4),
        Target(name="ledgers", seeds=seeds.ledgers, read=_ledger, weight=6),
        Target(name="archived forms", seeds=seeds.archived_forms, read=_archived, weight=6),
        Target(name="stamps", seeds=seeds.stamps, read=_stamp, weight=2),
        Target(name="tables", seeds=seeds.tables, read=_imported("rivers.csv"), weight=10),
        Target(
            name="packages to import", seeds=seeds.packages, read=_imported("rivers.apkg"), weight=4, change=_repacked
        ),
        Target(name="packages to compare with", seeds=seeds.packages, read=_compared, weight=2, change=_repacked),
        Target(name="pictures", seeds=seeds.pictures, read=_pictured, weight=2),
    )


def shown(problems: Iterable[Problem], texts: Mapping[str, str]) -> bool:
    """Show problems in every format, and look whether they point into their documents; says whether one is an error."""
    problems = tuple(problems)
    lines = {path: len(re.split("\r\n|\r|\n", text)) for path, text in texts.items()}
    for problem in problems:
        assert 1 <= problem.place.line <= lines.get(problem.place.document, problem.place.line), problem
        assert problem.place.column >= 1, problem
        assert problem.place.width >= 1, problem
    for style in Format:
        text = render_problems(problems, style, texts)
        assert _UNSHOWABLE.search(text) is None, _UNSHOWABLE.search(text)
        text.encode()
    return has_errors(problems)


def _in_project(name: str) -> Callable[[Path, bytes], bool]:
    """Check a project with all rules, in which one file is the document."""

    def read(folder: Path, content: bytes) -> bool:
        _lay_out(folder, name, content)
        report = lint_project(folder, CheckSettings(), YEAR)
        return shown(report.problems, report.texts)

    return read


def _made(folder: Path, content: bytes) -> bool:
    _lay_out(folder, "data/facts.yaml", content)
    _, report, _ = make_project(folder, Order(now=seeds.NOW))
    return shown(report.problems, report.texts)


def _ledger(folder: Path, content: bytes) -> bool:
    _lay_out(folder, LEDGER_FILE, content)
    _, report, _ = make_project(folder, Order(now=seeds.NOW))
    _, problems, text = read_ledger(folder)
    return shown((*problems, *report.problems), {**report.texts, LEDGER_FILE: text})


def _archived(folder: Path, content: bytes) -> bool:
    _lay_out(folder, f"{ARCHIVE_FOLDER}/{_CODE}.json", content)
    form, problems = read_archived_form(folder, _CODE)
    report = make_key(folder, _CODE) if form is not None else None
    return shown((*problems, *(report.problems if report else ())), {})


def _stamp(folder: Path, content: bytes) -> bool:
    _lay_out(folder, STAMP_FILE, content)
    stamp, problems = read_stamp(folder)
    return shown((*problems, *stamp.remarks), {})


def _imported(name: str) -> Callable[[Path, bytes], bool]:
    def read(folder: Path, content: bytes) -> bool:
        _lay_out(folder, "data/facts.yaml", b"facts: []\n")
        (folder / name).write_bytes(content)
        (folder / "data/imported.yaml").unlink(missing_ok=True)
        report = import_file(folder, folder / name, "data/imported.yaml", NO_WISHES)
        return shown(report.problems, report.texts)

    return read


def _compared(folder: Path, content: bytes) -> bool:
    (folder / "old.apkg").write_bytes(content)
    return shown(read_package(folder / "old.apkg")[1], {})


def _pictured(folder: Path, content: bytes) -> bool:
    (folder / "river.png").write_bytes(content)
    return _made(folder, _PICTURED.encode())


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """Change a package as it is, or one of its members."""
    if chance.random() < _SHARE_OF_ZIPS:
        return mutated(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    return seeds.zipped({**members, name: mutated(members[name], chance)})


def _lay_out(folder: Path, name: str, content: bytes) -> None:
    if not (folder / "quizgen.yaml").exists():
        lay_out_project(folder, {"data/facts.yaml": FACT, "decks/deck.yaml": _QUIZ})
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
