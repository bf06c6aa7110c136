"""The recipe of ``quizgen diff``: make everything, write nothing, say what would change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizgen.build.changes import changes_since_package
from quizgen.build.check import sorted_problems
from quizgen.build.make import make_project
from quizgen.build.report import BuildReport, Order


def diff_project(root: Path, order: Order, since: Path | None) -> BuildReport:
    """Compare what a build would make with the last one, or with an older package. Writes nothing."""
    made, report, _ = make_project(root, order)
    if made is None or since is None:
        return report
    changes, problems = changes_since_package(since, [deck.spec for deck in made.decks], made.packages)
    return replace(report, changes=changes, problems=sorted_problems((*report.problems, *problems)))
