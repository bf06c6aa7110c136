"""``quizgen init``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen.cli.shared import show_problems, use_utf8


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_context
def init(context: click.Context, folder: Path) -> None:
    """Lay out a new project in FOLDER, with facts and a quiz that build at once.

    Nothing that stands in FOLDER is overwritten.
    """
    import secrets  # noqa: PLC0415 - needed by this command alone

    from quizgen.build.scaffold import init_project  # noqa: PLC0415 - likewise

    use_utf8()
    written, problems = init_project(folder, namespace=secrets.token_hex(8))
    if problems:
        show_problems(problems, "full", {}, sys.stderr)
        context.exit(1)
    name = click.format_filename(folder)
    click.echo(f"Laid out {len(written)} files in {name}. Next:\n\n  cd {name}\n  quizgen build\n")
