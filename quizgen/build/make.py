"""Making everything that a build makes, and writing nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from quizgen.build.archives import form_changes, form_codes, new_forms, outdated
from quizgen.build.before import Before, read_before
from quizgen.build.changes import changes_since_build, read_witnesses
from quizgen.build.check import CheckReport, check_project, sorted_problems
from quizgen.build.ledgers import check_change, check_witnesses
from quizgen.build.packages import Rendered, date_packages, render_packages
from quizgen.build.quizzes import build_quizzes
from quizgen.build.report import BuildReport, Order, summarize
from quizgen.build.selecting import decks_of
from quizgen.diagnostics.pages import has_errors
from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.model.layout import BUILD_FOLDER, LEDGER_FILE, TEMPLATES_FOLDER
from quizgen.model.ledger import Ledger
from quizgen.model.notes import Package
from quizgen.model.project import DeckSpec, Project
from quizgen.model.quiz import Quiz
from quizgen.model.sheets import BuiltDeck
from quizgen.planning.departures import check_departures, check_reused_ids
from quizgen.planning.witnesses import hear_witnesses
from quizgen.reading.images import read_images
from quizgen.rendering.environment import make_environment
from quizgen.rendering.index_page import render_index
from quizgen.writing.files import Output
from quizgen.writing.ledger import ledger_text
from quizgen.writing.package import write_package


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Everything that a build makes, before any of it is written. Paths are relative to the project."""

    packages: Mapping[str, Package]
    """By the deck spec's id."""
    decks: tuple[BuiltDeck, ...]
    facts: Mapping[str, int]
    """How many each deck spec is about, by its id."""
    records: Mapping[str, bytes]
    """What must stand there before any output does: the ledger where it changed, new forms for the archive."""
    sheets: Mapping[str, bytes]
    """All other outputs than the packages: sheets and the index page."""
    pictures: Mapping[str, bytes]
    """The pictures as they were read."""
    codes: Mapping[str, str]
    """The code of each form, by ``QUIZ LETTER``."""

    @property
    def outputs(self) -> dict[str, Output]:
        """Everything for readers; packages are packed while they are written."""
        packed = {f"{BUILD_FOLDER}/{id_}.apkg": partial(write_package, each) for id_, each in self.packages.items()}
        return {**packed, **self.sheets}


def make_project(root: Path, order: Order) -> tuple[Made | None, BuildReport, Before]:
    """Make everything; ``None`` where an error stands in the report. Last comes what earlier builds left."""
    checked = check_project(root)
    content = checked.content
    before, problems, text = read_before(root, order)
    known = tuple(sorted(content.spec_ids))
    report = BuildReport(texts=checked.texts.with_kept(LEDGER_FILE, text), known_decks=known, problems=checked.problems)
    report = _adding(report, (*problems, *check_reused_ids(content, before.ledger)))
    unknown = tuple(sorted(set(order.decks) - content.spec_ids))
    if unknown or content.project is None or has_errors(report.problems):
        return None, replace(report, unknown_decks=unknown), before
    made, problems = _make(_Job(root, order, content.project, checked, before))
    report = _adding(report, problems)
    if made is None or has_errors(report.problems):
        return None, report, before
    return made, _with_changes(report, root, made, content, before), before


@dataclass(frozen=True, slots=True)
class _Job:
    root: Path
    order: Order
    project: Project
    checked: CheckReport
    before: Before

    @property
    def content(self) -> Content:
        return self.checked.content

    @property
    def specs(self) -> tuple[DeckSpec, ...]:
        wanted = self.order.decks
        return tuple(spec for spec in self.content.specs if not wanted or spec.id in wanted)


def _make(job: _Job) -> tuple[Made | None, tuple[Problem, ...]]:
    content, specs = job.content, job.specs
    environment = make_environment(job.root / TEMPLATES_FOLDER)
    chosen = [(spec, decks_of(spec, content)) for spec in specs]  # once for all: it takes its time
    shown = (fact for _, homes in chosen for _, facts in homes for fact in facts)
    images, image_problems = read_images(job.root, shown)
    decks, quiz_problems = build_quizzes(job.project, content, specs, environment, images)
    quiz_problems = _lint(content, decks, quiz_problems)
    if image_problems or has_errors(quiz_problems):
        return None, (*image_problems, *quiz_problems)
    rendered, note_problems = render_packages(job.project, content.bank, chosen, environment, images)
    index, index_problems = render_index(job.project, decks, environment, with_pdf=job.order.pdf)
    problems = (*quiz_problems, *note_problems, *index_problems)
    if has_errors(problems):
        return None, problems
    pdfs, pdf_problems = _pdfs(job, decks)
    problems += pdf_problems
    known, behind = _witnessed(job, rendered)
    packages, ledger = date_packages(rendered, known, job.order.now)
    quizzes = [quiz for deck in decks for quiz, _ in deck.quizzes]
    made = Made(
        packages=packages,
        decks=decks,
        facts={spec.id: sum(len(facts) for _, facts in homes) for spec, homes in chosen},
        records=_records(job, ledger, quizzes),
        sheets=_sheets(decks, "" if job.order.decks else index or "", pdfs),
        pictures={file: image.content for file, image in images.items()},
        codes=form_codes(quizzes),
    )
    return made, (*problems, *check_witnesses(behind), *_check_ledger(job, ledger, rendered))


def _lint(content: Content, decks: Iterable[BuiltDeck], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    from quizgen.build.lint import lint_build  # noqa: PLC0415 - loads all rules, and not where nothing changed

    return lint_build(content, [quiz for deck in decks for quiz, _ in deck.quizzes], problems)


def _pdfs(job: _Job, decks: Iterable[BuiltDeck]) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    if not job.order.pdf:
        return {}, ()
    from quizgen.build.pdfs import make_pdfs  # noqa: PLC0415 - slow to load, and seldom asked for

    return make_pdfs(job.root / BUILD_FOLDER, decks)


def _witnessed(job: _Job, rendered: Rendered) -> tuple[Ledger, tuple[str, ...]]:
    """Return the ledger with what the packages in ``build/`` know to be later; for a new deck nothing there counts."""
    ledger, notes = job.before.ledger, tuple(rendered.notes.values())
    if job.order.new_ledger or job.before.is_in_step:
        return ledger, ()
    packages = read_witnesses(job.root / BUILD_FOLDER, rendered.plans, notes, ledger)
    return hear_witnesses(ledger, notes, rendered.note_types, packages)


def _check_ledger(job: _Job, ledger: Ledger, rendered: Rendered) -> tuple[Problem, ...]:
    """Say what the ledger knows of and this build does not ship; deletion is judged on full builds alone."""
    shipped = (each.note.subject for each in rendered.notes.values())
    departures = () if job.order.decks else check_departures(job.content, job.before.ledger, shipped)
    return (*departures, *check_change(job.before.ledger, ledger, job.order))


def _records(job: _Job, ledger: Ledger, quizzes: Iterable[Quiz]) -> dict[str, bytes]:
    forms = new_forms(job.project, quizzes, job.content.bank, job.before.archive)
    is_same = ledger.entries == job.before.ledger.entries
    return forms if is_same else {**forms, LEDGER_FILE: ledger_text(ledger).encode()}


def _sheets(decks: Iterable[BuiltDeck], index: str, pdfs: Mapping[str, bytes]) -> dict[str, bytes]:
    outputs = {f"{BUILD_FOLDER}/{path}": pdf for path, pdf in pdfs.items()}
    for deck in decks:
        for _, sheets in deck.quizzes:
            outputs |= {f"{BUILD_FOLDER}/{sheet.path}": sheet.html.encode() for sheet in sheets}
    return {**outputs, f"{BUILD_FOLDER}/index.html": index.encode()} if index else outputs


def _with_changes(report: BuildReport, root: Path, made: Made, content: Content, before: Before) -> BuildReport:
    quizzes = [quiz for deck in made.decks for quiz, _ in deck.quizzes]
    specs = [deck.spec for deck in made.decks]
    return replace(
        report,
        decks=tuple(summarize(deck, made.packages.get(deck.spec.id), made.facts[deck.spec.id]) for deck in made.decks),
        changes=changes_since_build(root / BUILD_FOLDER, specs, made.packages, before.ledger),
        form_changes=form_changes(quizzes, before.stamp.codes, before.archive),
        outdated=tuple(outdated(before.archive, content.bank)),
        known_outdated=before.stamp.outdated,
    )


def _adding(report: BuildReport, problems: Iterable[Problem]) -> BuildReport:
    return replace(report, problems=sorted_problems((*report.problems, *problems)))
