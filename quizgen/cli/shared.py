"""What several commands need: the project's folder, and showing problems."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from quizgen.diagnostics.problem import Problem

_FORMATS = ("full", "concise", "github", "json")

project_option = click.option(
    "--project", type=click.Path(path_type=Path), help="The project's folder, if it is not this one."
)
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(_FORMATS),
    default="full",
    show_default=True,
    help="How problems are shown: for people, in one line each, for a code host, for programs.",
)

Command = Callable[..., Any]


@contextmanager
def without_collector() -> Iterator[None]:
    """Do not look for cycles of values that nothing needs any more, for as long as a command runs.

    We make next to none, and to look through all facts again and again takes a third of the time of a build. Nor is
    there anything to be found at the end, where Python would look through all code that was loaded, twice.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def find_project(context: click.Context, project: Path | None) -> Path:
    """Return the project's folder: as given, or the nearest one with a project file; a usage error without one."""
    from quizgen.model.layout import PROJECT_FILE  # noqa: PLC0415 - not for `--version`

    given = project or context.obj
    if given is not None:
        if not (given / PROJECT_FILE).exists():
            message = f"no {PROJECT_FILE} stands in {click.format_filename(given)}"
            raise click.UsageError(message)
        return Path(given)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / PROJECT_FILE).exists():
            return folder
    message = f"no {PROJECT_FILE} stands here or above; `quizgen init FOLDER` makes a new project"
    raise click.UsageError(message)


def show_problems(problems: Iterable[Problem], style: str, texts: Mapping[str, str], stream: TextIO) -> int:
    """Write problems in a format, then for people how many there are; return how many are errors."""
    from quizgen.diagnostics.formats import Format, render_problems  # noqa: PLC0415 - only once something is wrong
    from quizgen.diagnostics.pages import is_error  # noqa: PLC0415 - likewise

    problems = tuple(problems)
    text = render_problems(problems, Format(style), texts, colour=_uses_colour(stream))
    stream.write(text)
    errors = sum(map(is_error, problems))
    if problems and style in {"full", "concise"}:
        codes = sorted({problem.code for problem in problems})
        stream.write(f"{count(errors, 'error')}, {count(len(problems) - errors, 'other remark')}. ")
        stream.write(f"More about each: quizgen explain {codes[0]}\n")
    return errors


def say(text: str, *, err: bool = False) -> None:
    """Write lines for people; what a terminal would obey in them is made visible, for others may have written it."""
    from quizgen.diagnostics.excerpt import printable  # noqa: PLC0415 - not for `--version`

    click.echo("\n".join(map(printable, text.split("\n"))), err=err)


def build_time() -> tuple[int, bool]:
    """Return the time in seconds, and whether ``SOURCE_DATE_EPOCH`` gave it.

    https://reproducible-builds.org/specs/source-date-epoch
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return int(time.time()), False
    if not given.isascii() or not given.isdigit():
        message = f"SOURCE_DATE_EPOCH is `{given}`, not a number of seconds"
        raise click.UsageError(message)
    return int(given), True


def use_utf8() -> None:
    """Write UTF-8 whatever the system's own encoding is: names and quotes are more than ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def count(number: int, thing: str) -> str:
    """Write a number of things."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _uses_colour(stream: TextIO) -> bool:
    """Whether to write colours: on a terminal, unless ``NO_COLOR`` is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
