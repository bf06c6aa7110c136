"""The command group, and what all commands share."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen import __version__
from quizgen.cli.build import build
from quizgen.cli.check import check
from quizgen.cli.diff import diff
from quizgen.cli.explain import explain
from quizgen.cli.import_ import import_
from quizgen.cli.init import init
from quizgen.cli.key import key
from quizgen.cli.new import new
from quizgen.cli.schema import schema

HELP = """Turn facts with sources into Anki decks and printed quizzes.

\b
Start:        quizgen init my-facts
Edit:         my-facts/data/facts.yaml
Then, inside: quizgen build
and open build/index.html in your browser.
"""


@click.group(help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", message="quizgen %(version)s")
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    help="The project's folder. [default: this folder, or the nearest one above it with a quizgen.yaml]",
)
@click.pass_context
def main(context: click.Context, project: Path | None) -> None:
    """Keep the project's folder for the command."""
    context.obj = project


for command in (build, check, diff, explain, import_, init, key, new, schema):
    main.add_command(command)
