"""``quizgen key``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.shared import count, find_project, format_option, project_option, say, show_problems, use_utf8

if TYPE_CHECKING:
    from quizgen.build.key import KeyReport

_MOST_LISTED = 12


@click.command()
@click.argument("code")
@click.option("--as-printed", is_flag=True, help="Leave out what has been corrected or withdrawn since.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the key goes; the feedback goes beside it. [default: build/keys/CODE-key.html]",
)
@format_option
@project_option
@click.pass_context
def key(  # noqa: PLR0913 - as many as there are options
    context: click.Context, /, code: str, output: Path | None, style: str, project: Path | None, *, as_printed: bool
) -> None:
    """Write the key and the feedback of any form that was ever built.

    CODE stands at the top of every page of the form. What has become of its questions since is framed: a question
    that was withdrawn counts for everyone.
    """
    from quizgen.build.key import make_key  # noqa: PLC0415 - loads everything

    use_utf8()
    report = make_key(find_project(context, project), code, as_printed=as_printed, output=output)
    if not (report.files or report.problems):
        raise click.UsageError(_unknown(report))
    if show_problems(report.problems, style, report.texts, sys.stderr):
        context.exit(1)
    if report.todays_errors:
        say(
            f"There {_are(report.todays_errors)} in today's facts (quizgen check shows them), so this is the key as "
            "printed: it says nothing of later corrections.",
            err=True,
        )
    for file in report.files:
        say(_shown(file))


def _unknown(report: KeyReport) -> str:
    known = report.known_codes
    if not known:
        return "no form has been archived yet: `quizgen build` does that"
    if report.near_code:
        return f"no form {report.code} was ever built; did you mean {report.near_code}?"
    more = f" and {len(known) - _MOST_LISTED} more, in archive/" if len(known) > _MOST_LISTED else ""
    return f"no form {report.code} was ever built; those are: {', '.join(known[:_MOST_LISTED])}{more}"


def _are(errors: int) -> str:
    return f"{'is' if errors == 1 else 'are'} {count(errors, 'error')}"


def _shown(file: Path) -> str:
    """Return a path as short as can be: from here, if it lies below."""
    try:
        return click.format_filename(os.fspath(file.resolve().relative_to(Path.cwd())))
    except ValueError:
        return click.format_filename(file)
