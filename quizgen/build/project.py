"""The recipe of ``quizgen build``: from a project's folder to packages and sheets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.build.report import BUILD_FOLDER, BuildReport, Order
from quizgen.build.stamp import STAMP_FILE, Stamp, is_up_to_date, make_stamp, read_stamp, stamp_text
from quizgen.diagnostics.problem import Problem
from quizgen.writing.files import remove_files, write_files

if TYPE_CHECKING:
    from quizgen.build.before import Before
    from quizgen.build.make import Made


def build_project(root: Path, order: Order) -> BuildReport:
    """Build a project, whole or some of its decks; with an error nothing is written."""
    if not order.decks and not order.new_ledger and _is_up_to_date(root, order):
        return BuildReport(texts={}, up_to_date=True)
    from quizgen.build.check import sorted_problems  # noqa: PLC0415 - only where something is to be made
    from quizgen.build.make import make_project  # noqa: PLC0415 - it loads everything

    made, report, before = make_project(root, order)
    if made is None:
        return report
    changed, problems = write_files(root, made.records, made.outputs)
    if not problems:
        problems = _finish(root, made, report, before, complete=not order.decks)
    return replace(report, problems=sorted_problems((*report.problems, *problems)), changed_files=changed)


def _is_up_to_date(root: Path, order: Order) -> bool:
    """Whether the last build had the same inputs, and made PDFs if this one is to."""
    stamp = read_stamp(root)
    has_pdfs = any(path.endswith(".pdf") for path in stamp.outputs)
    return order.pdf == has_pdfs and is_up_to_date(root, stamp)


def _finish(root: Path, made: Made, report: BuildReport, before: Before, *, complete: bool) -> tuple[Problem, ...]:
    """Remove what is made no more, and stamp the build: one with remarks is not skipped, so that they show again."""
    last = before.stamp
    gone = [path for path in last.outputs if path not in made.outputs and _is_output(path)]
    stale = [path for path in gone if complete or _twin(path) in made.outputs]
    problems = remove_files(root, stale)
    stamp = make_stamp(
        root,
        Stamp(
            outputs=tuple(sorted({*last.outputs, *made.outputs} - set(stale))),
            pictures=made.pictures,
            codes=dict(made.codes) if complete else {**last.codes, **made.codes},
            outdated=tuple(item.key for item in report.outdated),
        ),
        complete=complete and not report.problems,
    )
    _, stamp_problems = write_files(root, {}, {STAMP_FILE: stamp_text(stamp).encode()})
    return (*problems, *stamp_problems)


def _twin(path: str) -> str:
    """Return the page that a PDF was printed from: without --pdf, an older print of it is removed."""
    return f"{path.removesuffix('.pdf')}.html" if path.endswith(".pdf") else ""


def _is_output(path: str) -> bool:
    return path.startswith(f"{BUILD_FOLDER}/") and ".." not in path.split("/")
