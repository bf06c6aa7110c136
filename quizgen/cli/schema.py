"""``quizgen schema``."""

from __future__ import annotations

import click

from quizgen.cli.shared import use_utf8

NAMES = ("fact", "deck", "project")
USAGE = f"[{'|'.join(NAMES)}]"  # as newer versions of click write it; older ones put brackets around brackets


@click.command(short_help="Print a JSON Schema, for editors that check while you type.")
@click.argument("name", type=click.Choice(NAMES), default="fact", metavar=USAGE)
def schema(name: str) -> None:
    """Print the JSON Schema of fact files, deck specs or the project file, for editors that check while you type."""
    from importlib.resources import files  # noqa: PLC0415 - needed by this command alone

    use_utf8()
    file = files("quizgen") / "schema" / f"{name}.json"
    click.echo(file.read_text(encoding="utf-8"), nl=False)
