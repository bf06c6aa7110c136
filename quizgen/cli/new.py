"""``quizgen new``."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.shared import find_project, project_option, use_utf8


@click.command(short_help="Print the skeleton of a new fact, with a fresh id.")
@click.argument("words", nargs=-1)
@click.option("--topic", help="The new fact's home topic. [default: that of the last fact]")
@project_option
@click.pass_context
def new(context: click.Context, words: tuple[str, ...], topic: str | None, project: Path | None) -> None:
    """Print the skeleton of a new fact, with a fresh id coined from WORDS.

    Paste it at the end of your fact file, or add it there at once: quizgen new river length >> data/facts.yaml
    """
    from quizgen.build.scaffold import new_fact  # noqa: PLC0415 - loads the parser

    use_utf8()
    root = find_project(context, project)
    click.echo(new_fact(root, " ".join(words), topic), nl=False)
