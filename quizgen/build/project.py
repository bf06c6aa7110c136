"""The recipe of ``quizgen build``: from a project's folder to packages and sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.build.changes import changes_since_build
from quizgen.build.check import CheckReport, check_project, sorted_problems
from quizgen.build.ledgers import check_frozen, load_ledger
from quizgen.build.packages import date_packages, facts_of, render_packages
from quizgen.build.quizzes import build_quizzes
from quizgen.build.report import BuildReport, BuiltPackage, BuiltQuiz, Order
from quizgen.build.stamp import STAMP_FILE, Stamp, is_up_to_date, make_stamp, read_stamp, stamp_text
from quizgen.diagnostics.pages import has_errors
from quizgen.diagnostics.problem import Problem
from quizgen.model.changes import PackageChanges
from quizgen.model.content import Content
from quizgen.model.ledger import Ledger
from quizgen.model.notes import Package
from quizgen.model.project import Project
from quizgen.model.sheets import BuiltDeck
from quizgen.planning.changes import subject_of
from quizgen.planning.departures import check_departures, check_reused_ids
from quizgen.reading.images import read_images
from quizgen.reading.ledger import LEDGER_FILE
from quizgen.rendering.environment import make_environment
from quizgen.rendering.index_page import render_index
from quizgen.writing.files import remove_files, write_files
from quizgen.writing.ledger import ledger_text
from quizgen.writing.package import package_bytes

BUILD_FOLDER = "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Everything that a build makes, before any of it is written."""

    packages: Mapping[str, Package]
    """By the deck spec's id."""
    decks: tuple[BuiltDeck, ...]
    ledger: Ledger
    changes: tuple[PackageChanges, ...]
    outputs: Mapping[str, bytes]
    """By their path below the project."""
    pictures: tuple[str, ...]
    """The pictures that were read, likewise."""


def build_project(root: Path, order: Order) -> BuildReport:
    """Build a project, whole or some of its decks; with an error nothing is written."""
    last = read_stamp(root)
    if not order.decks and not order.new_ledger and is_up_to_date(root, last):
        return BuildReport(texts={}, up_to_date=True)
    made, report, before = make_project(root, order)
    if made is None:
        return report
    records = {} if made.ledger.entries == before.entries else {LEDGER_FILE: ledger_text(made.ledger).encode()}
    changed, problems = write_files(root, records, made.outputs)
    if not problems:
        problems = _finish(root, last, made, complete=not order.decks, clean=not report.problems)
    return replace(report, problems=sorted_problems((*report.problems, *problems)), changed_files=changed)


def _finish(root: Path, last: Stamp, made: Made, *, complete: bool, clean: bool) -> tuple[Problem, ...]:
    """Remove what is made no more, and stamp the build: one with remarks is not skipped, so that they show again."""
    stale = [path for path in last.outputs if complete and path not in made.outputs and _is_output(path)]
    problems = remove_files(root, stale)
    kept = {*last.outputs, *made.outputs} - set(stale)
    stamp = make_stamp(root, kept, made.pictures, complete=complete and clean)
    _, stamp_problems = write_files(root, {}, {STAMP_FILE: stamp_text(stamp).encode()})
    return (*problems, *stamp_problems)


def _is_output(path: str) -> bool:
    return path.startswith(f"{BUILD_FOLDER}/") and ".." not in path.split("/")


def make_project(root: Path, order: Order) -> tuple[Made | None, BuildReport, Ledger]:
    """Make everything and write nothing; ``None`` where an error stands in the report. Last: the ledger so far."""
    checked = check_project(root)
    known = tuple(sorted(spec.id for spec in checked.content.specs))
    ledger, ledger_problems, text = load_ledger(root, order)
    texts = {**checked.texts, LEDGER_FILE: text}
    report = BuildReport(texts=texts, known_decks=known, problems=checked.problems)
    report = _adding(report, (*ledger_problems, *check_reused_ids(checked.content, ledger)))
    unknown = tuple(sorted(set(order.decks) - checked.content.spec_ids))
    project = checked.content.project
    if unknown or project is None or has_errors(report.problems):
        return None, replace(report, unknown_decks=unknown), ledger
    made, problems = _make(root, project, checked, ledger, order)
    report = _adding(report, problems)
    if made is None or has_errors(report.problems):
        return None, report, ledger
    return made, replace(report, decks=_summaries(made, checked.content), changes=made.changes), ledger


def _adding(report: BuildReport, problems: Iterable[Problem]) -> BuildReport:
    return replace(report, problems=sorted_problems((*report.problems, *problems)))


def _make(
    root: Path, project: Project, checked: CheckReport, ledger: Ledger, order: Order
) -> tuple[Made | None, tuple[Problem, ...]]:
    content = checked.content
    specs = [spec for spec in content.specs if not order.decks or spec.id in order.decks]
    environment = make_environment(root / "templates")
    images, image_problems = read_images(root, (fact for spec in specs for fact in facts_of(spec, content)))
    decks, quiz_problems = build_quizzes(project, content, specs, environment)
    if image_problems:
        return None, (*image_problems, *quiz_problems)
    rendered, note_problems = render_packages(project, content, specs, environment, images)
    problems = (*quiz_problems, *note_problems)
    if has_errors(problems):
        return None, problems
    packages, after = date_packages(rendered, ledger, order.now)
    shipped = {subject_of(note.note) for note in rendered.notes.values()}
    departures = () if order.decks else tuple(check_departures(content, ledger, shipped))
    problems += (*departures, *check_frozen(ledger, after, order))
    index, index_problems = render_index(project, decks, environment)
    outputs = _outputs(packages, decks, "" if order.decks else index or "")
    changes = changes_since_build(root / BUILD_FOLDER, specs, packages, ledger)
    made = Made(packages=packages, decks=decks, ledger=after, changes=changes, outputs=outputs, pictures=tuple(images))
    return made, (*problems, *index_problems)


def _outputs(packages: Mapping[str, Package], decks: Iterable[BuiltDeck], index: str) -> dict[str, bytes]:
    outputs = {f"{BUILD_FOLDER}/{id_}.apkg": package_bytes(package) for id_, package in packages.items()}
    for deck in decks:
        for _, sheets in deck.quizzes:
            outputs |= {f"{BUILD_FOLDER}/{sheet.path}": sheet.html.encode() for sheet in sheets}
    return {**outputs, f"{BUILD_FOLDER}/index.html": index.encode()} if index else outputs


def _summaries(made: Made, content: Content) -> tuple[BuiltPackage, ...]:
    return tuple(_summary(deck, made.packages.get(deck.spec.id), content) for deck in made.decks)


def _summary(deck: BuiltDeck, package: Package | None, content: Content) -> BuiltPackage:
    notes = [rendered.note for rendered, _ in package.notes] if package else []
    return BuiltPackage(
        title=str(deck.spec.title),
        path=f"{BUILD_FOLDER}/{deck.package}" if package else "",
        facts=len(facts_of(deck.spec, content)),
        notes=len(notes),
        cards=sum(len(note.cards) for note in notes),
        quizzes=tuple(
            BuiltQuiz(
                folder=f"{BUILD_FOLDER}/quizzes/{quiz.spec.id}",
                letters=", ".join(form.letter for form in quiz.forms),
                items=len(quiz.forms[0].items),
                points=quiz.forms[0].points,
            )
            for quiz, _ in deck.quizzes
        ),
    )
