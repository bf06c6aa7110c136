"""``quizgen check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen.cli.shared import count, find_project, format_option, project_option, show_problems, use_utf8


@click.command()
@format_option
@project_option
@click.pass_context
def check(context: click.Context, style: str, project: Path | None) -> None:
    """Look for problems in facts, sources and deck specs. Writes nothing.

    Exit code: 0 if all is well, 1 if something must be mended, 2 for a wrong command line.
    """
    from quizgen.build import check_project  # noqa: PLC0415 - loads the parser

    use_utf8()
    root = find_project(context, project)
    report = check_project(root)
    errors = show_problems(report.problems, style, report.texts, sys.stdout)
    if not report.problems and style in {"full", "concise"}:
        facts = count(len(report.content.bank.facts), "fact")
        sources = count(len(report.content.bank.sources), "source")
        click.echo(f"No problems in {facts}, {sources} and {count(len(report.content.specs), 'deck spec')}.")
    context.exit(1 if errors else 0)
