"""``quizgen init``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizgen.cli.shared import say, show_problems, use_utf8

EXAMPLES = ("kazakhstan",)
"""The projects that can be laid out in the starter's place."""


@click.command(short_help="Lay out a new project in FOLDER that builds at once.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--example", type=click.Choice(EXAMPLES), help="A large project with sensitive facts, to learn from.")
@click.pass_context
def init(context: click.Context, folder: Path, example: str | None) -> None:
    """Lay out a new project in FOLDER, with facts and a quiz that build at once.

    Nothing that stands in FOLDER is overwritten.
    """
    import secrets  # noqa: PLC0415 - needed by this command alone

    from quizgen.build.scaffold import init_project  # noqa: PLC0415 - likewise

    use_utf8()
    written, problems = init_project(folder, secrets.token_hex(8), example)
    if problems:
        show_problems(problems, "full", {}, sys.stderr)
        context.exit(1)
    name = click.format_filename(folder)
    is_here = folder.resolve() == Path.cwd()
    where, way = ("here", "") if is_here else (f"in {name}", f"  cd {_quoted(name)}\n")
    say(f"Laid out {len(written)} files {where}. Next:\n\n{way}  quizgen build\n")


def _quoted(name: str) -> str:
    """Quote the name of a folder as every system's command line understands it."""
    return f'"{name}"' if " " in name else name
