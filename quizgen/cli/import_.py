"""``quizgen import``."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from quizgen.cli.shared import count, find_project, format_option, project_option, say, show_problems, use_utf8
from quizgen.model.layout import DATA_FOLDER

if TYPE_CHECKING:
    from quizgen.build.bringing import ImportReport

_DEFAULT = f"{DATA_FOLDER}/imported.yaml"


HELP = """Bring questions from FILE into a new fact file.

\b
FILE may be
  a spreadsheet's CSV: a first row may name its columns,
    question, answer, wrong 1, wrong 2, tags, source …
  Quizlet's export: a term and its definition on each line
  Anki's export: “Notes in Plain Text”, or an .apkg

Nothing that stands in the project is overwritten. What only you can know
stays empty: `quizgen check` lists it.
"""


@click.command("import", help=HELP)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", default=_DEFAULT, show_default=True, help="The new fact file, in data/.")
@click.option("--topic", default="", help="The home topic of every fact. [default: its deck, or its first tag]")
@click.option("--lang", default="", help="The language of every fact, such as `ru`. [default: the project's]")
@format_option
@project_option
@click.pass_context
def import_(  # noqa: PLR0913 - click hands over each option
    context: click.Context, *, file: Path, into: str, topic: str, lang: str, style: str, project: Path | None
) -> None:
    """Bring questions from a file of another program into a new fact file."""
    from quizgen.build.bringing import import_file, wishes_of  # noqa: PLC0415 - needed by this command alone

    use_utf8()
    root, target = find_project(context, project), _target(into)
    wishes, complaint = wishes_of(topic, lang)
    if complaint:
        raise click.UsageError(complaint)
    report = import_file(root, file, target, wishes)
    if show_problems(report.problems, style, report.texts, sys.stderr):
        say("Nothing was written.", err=True)
        context.exit(1)
    _say_what_was_brought(report, click.format_filename(file.name), target)


def _target(into: str) -> str:
    path = PurePosixPath(into.replace("\\", "/"))
    if path.parent != PurePosixPath(DATA_FOLDER) or path.suffix not in {".yaml", ".yml"} or path.name.startswith("."):
        message = f"facts are read from data/, so `--into {into}` would be of no use: name a file such as {_DEFAULT}"
        raise click.UsageError(message)
    return str(path)


def _say_what_was_brought(report: ImportReport, name: str, target: str) -> None:
    pictures = f", and {count(report.pictures, 'picture')} into images/" if report.pictures else ""
    say(f"Brought {count(report.facts, 'fact')} from {name} into {target}{pictures}.")
    if report.merged:
        say(f"Merged with a fact that says the same: {report.merged}.")
    if report.left:
        things = "; ".join(f"{left.number} {left.one if left.number == 1 else left.many}" for left in report.left)
        say(f"Not carried over: {things}.")
    owed = ", ".join(f"{name} ({number})" for name, number in report.owed.items())
    if owed:
        say(f"Owed: {owed}. `quizgen check` lists where.")
