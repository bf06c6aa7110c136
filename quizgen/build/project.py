"""The recipe of ``quizgen build``: from a project's folder to packages and sheets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizgen.build.before import Before
from quizgen.build.check import sorted_problems
from quizgen.build.make import BUILD_FOLDER, Made, make_project
from quizgen.build.report import BuildReport, Order
from quizgen.build.stamp import STAMP_FILE, Stamp, is_up_to_date, make_stamp, read_stamp, stamp_text
from quizgen.diagnostics.problem import Problem
from quizgen.writing.files import remove_files, write_files


def build_project(root: Path, order: Order) -> BuildReport:
    """Build a project, whole or some of its decks; with an error nothing is written."""
    if not order.decks and not order.new_ledger and is_up_to_date(root, read_stamp(root)):
        return BuildReport(texts={}, up_to_date=True)
    made, report, before = make_project(root, order)
    if made is None:
        return report
    changed, problems = write_files(root, made.records, made.outputs)
    if not problems:
        problems = _finish(root, made, report, before, complete=not order.decks)
    return replace(report, problems=sorted_problems((*report.problems, *problems)), changed_files=changed)


def _finish(root: Path, made: Made, report: BuildReport, before: Before, *, complete: bool) -> tuple[Problem, ...]:
    """Remove what is made no more, and stamp the build: one with remarks is not skipped, so that they show again."""
    last = before.stamp
    stale = [path for path in last.outputs if complete and path not in made.outputs and _is_output(path)]
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


def _is_output(path: str) -> bool:
    return path.startswith(f"{BUILD_FOLDER}/") and ".." not in path.split("/")
