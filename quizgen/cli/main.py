"""The command group, and what all commands share."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from quizgen import __version__
from quizgen.cli.shared import without_collector

HELP = """Turn facts with sources into Anki decks and printed quizzes.

\b
Start:        quizgen init my-facts
Edit:         my-facts/data/facts.yaml
Then, inside: quizgen build
and open build/index.html in your browser.
"""


_NOBODY_READS_ON = (errno.EPIPE, errno.EINVAL)
"""As in `quizgen explain | head`: what POSIX calls it, and what Windows does."""


class _Commands(Mapping[str, click.Command]):
    """The commands by name. Each is loaded only when it is asked for: ``--version`` needs none of them."""

    modules = ("build", "check", "diff", "explain", "import_", "init", "key", "new", "review", "schema")

    def __getitem__(self, name: str) -> click.Command:
        module = {module.rstrip("_"): module for module in self.modules}[name]
        command: click.Command = getattr(import_module(f"quizgen.cli.{module}"), module)
        return command

    def __iter__(self) -> Iterator[str]:
        return (module.rstrip("_") for module in self.modules)

    def __len__(self) -> int:
        return len(self.modules)


class _Group(click.Group):
    """The group of the commands; in what it says of a wrong command line, too, a terminal finds nothing to obey."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's own
        """Run the command line until all that it says is out; say so where it cannot be, as on a full disk."""
        try:
            try:
                return super().main(*args, **extra)
            finally:
                click.echo(nl=False)  # what Python still holds back
        except OSError as error:
            if error.filename is not None:  # no matter of what is said here
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries again when it ends
            if error.errno not in _NOBODY_READS_ON:
                click.echo(f"Error: cannot go on writing: {(error.strerror or '').lower()}", err=True)
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run a command."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            from quizgen.diagnostics.excerpt import printable  # noqa: PLC0415 - only once something is wrong

            message = "\n".join(map(printable, error.format_message().split("\n")))
            raise click.UsageError(message, error.ctx) from None


_COMMANDS: Any = _Commands()
"""Click wants a mapping to which commands could be added; we add none."""


@click.group(cls=_Group, commands=_COMMANDS, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", "-V", message="quizgen %(version)s")
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    help="The project's folder. [default: this folder, or the nearest one above it with a quizgen.yaml]",
)
@click.pass_context
def main(context: click.Context, project: Path | None) -> None:
    """Keep the project's folder for the command, and prepare to be quick."""
    context.obj = project
    context.with_resource(without_collector())
