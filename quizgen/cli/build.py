"""``quizgen build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.changes import change_lines, form_lines
from quizgen.cli.progress import progress
from quizgen.cli.shared import (
    build_time,
    count,
    find_project,
    format_option,
    project_option,
    say,
    show_problems,
    use_utf8,
)

if TYPE_CHECKING:
    from quizgen.build.report import BuildReport


@click.command()
@click.argument("decks", nargs=-1)
@click.option("--frozen", is_flag=True, help="Refuse a build that would change decks/ledger.tsv (for checks in CI).")
@click.option("--new-ledger", is_flag=True, help="Begin a ledger although SOURCE_DATE_EPOCH is set.")
@click.option("--pdf", is_flag=True, help="Print every sheet as a PDF as well (needs: pip install 'quizgen[pdf]').")
@format_option
@project_option
@click.pass_context
def build(context: click.Context, /, style: str, project: Path | None, **asked: Any) -> None:  # noqa: ANN401 - the fields of an `Order`
    """Make the Anki decks and the quizzes, into build/.

    With DECKS (the names of files in decks/, without their ending) only those are made. If there is a problem,
    nothing is written and the last outputs stay as they are.
    """
    from quizgen.build.project import build_project  # noqa: PLC0415 - loads everything
    from quizgen.build.report import Order  # noqa: PLC0415 - likewise

    use_utf8()
    root = find_project(context, project)
    now, now_is_given = build_time()
    with progress(sys.stderr):
        report = build_project(root, Order(now=now, now_is_given=now_is_given, **asked))
    if report.unknown_decks:
        known = ", ".join(report.known_decks) or "none"
        message = f"there is no deck {', '.join(report.unknown_decks)}; the decks are: {known}"
        raise click.UsageError(message)
    if show_problems(report.problems, style, report.texts, sys.stderr):
        say("Build again: not all was written." if report.changed_files else "Nothing was written.", err=True)
        context.exit(1)
    _say_what_was_built(report)


def _say_what_was_built(report: BuildReport) -> None:
    if report.up_to_date:
        say("Nothing changed since the last build: build/index.html")
        return
    for deck in report.decks:
        say(f"{deck.title}: {count(deck.facts, 'fact')}")
        if deck.path:
            say(f"  {deck.path}  ({count(deck.notes, 'note')}, {count(deck.cards, 'card')})")
        for quiz in deck.quizzes:
            about = f"{count(quiz.items, 'question')}, {count(quiz.points, 'point')}, forms {quiz.letters}"
            say(f"  {quiz.folder}/  ({about})")
    for line in (*change_lines(report.changes, detailed=False), *form_lines(report)):
        say(line)
    say("Open build/index.html in your browser." if report.changed_files else "Nothing changed.")
