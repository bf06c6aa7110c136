"""``quizgen diff``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen.cli.changes import as_data, change_lines, form_lines
from quizgen.cli.progress import progress
from quizgen.cli.shared import build_time, find_project, format_option, project_option, say, show_problems, use_utf8


@click.command()
@click.option(
    "--since",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="An .apkg that students have. [default: the one in build/]",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@format_option
@project_option
@click.pass_context
def diff(context: click.Context, since: Path | None, style: str, project: Path | None, *, as_json: bool) -> None:
    """Say what students will see who import the next build. Writes nothing.

    Old texts are read from the package: the one in build/, or the one that --since names.
    """
    from quizgen.build.diff import diff_project  # noqa: PLC0415 - loads everything
    from quizgen.build.report import Order  # noqa: PLC0415 - likewise
    from quizgen.diagnostics.formats import json_text  # noqa: PLC0415 - likewise

    use_utf8()
    root = find_project(context, project)
    now, _ = build_time()
    with progress(sys.stderr):
        report = diff_project(root, Order(now=now), since)
    if show_problems(report.problems, style, report.texts, sys.stderr):
        context.exit(1)
    if as_json:
        click.echo(json_text(as_data(report)), nl=False)
        return
    for line in (*change_lines(report.changes, detailed=True), *form_lines(report)):
        say(line)
