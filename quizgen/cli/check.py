"""``quizgen check``."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.progress import progress
from quizgen.cli.shared import count, find_project, format_option, project_option, say, show_problems, use_utf8

if TYPE_CHECKING:
    from quizgen.build.check import CheckReport

_FOR_PEOPLE = ("full", "concise")


@click.command(short_help="Look for problems in everything you wrote, and write nothing.")
@format_option
@click.option(
    "--show-derived",
    is_flag=True,
    help="List as well what no curator wrote: the wrong options and false statements that quizzes derive.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check as well.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Report these warnings and remarks alone; QZ8 means QZ8…."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these warnings and remarks out.")
@project_option
@click.pass_context
def check(context: click.Context, /, style: str, project: Path | None, **wishes: Any) -> None:  # noqa: ANN401 - flags and codes
    """Look for problems in facts, sources, cards, deck specs and quizzes. Writes nothing.

    Exit code: 0 if all is well, 1 if something must be mended, 2 for a wrong command line.
    """
    from quizgen.build.lint import lint_project  # noqa: PLC0415 - loads the parser and all rules
    from quizgen.diagnostics.pages import level_of  # noqa: PLC0415 - likewise
    from quizgen.model.settings import CheckSettings  # noqa: PLC0415 - likewise

    show_derived = wishes["show_derived"]
    use_utf8()
    if show_derived and style not in _FOR_PEOPLE:
        message = "--show-derived lists for people: use --format full or concise"
        raise click.UsageError(message)
    root = find_project(context, project)
    codes = CheckSettings(select=_codes(wishes["select"]), ignore=_codes(wishes["ignore"]))
    with progress(sys.stderr):
        report = lint_project(root, codes, time.gmtime().tm_year)
    errors = show_problems(report.problems, style, report.texts, sys.stdout)
    if not report.problems and style in _FOR_PEOPLE:
        facts = count(len(report.content.bank.facts), "fact")
        sources = count(len(report.content.bank.sources), "source")
        say(f"No problems in {facts}, {sources} and {count(len(report.content.specs), 'deck spec')}.")
    if show_derived:
        _show_derived(report)
    warned = wishes["strict"] and any(level_of(problem.code) == "warning" for problem in report.problems)
    context.exit(1 if errors or warned else 0)


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    """Take codes and their beginnings, several after one option too; a usage error where one stands for nothing."""
    from quizgen.diagnostics.guess import did_you_mean  # noqa: PLC0415 - only where codes are given
    from quizgen.diagnostics.pages import codes  # noqa: PLC0415 - likewise

    asked = tuple(code for one in given for code in one.upper().replace(",", " ").split())
    known = codes() if asked else []
    for code in asked:
        if not any(one.startswith(code) for one in known):
            hint = did_you_mean(code, known)
            message = f"there is no code `{code}`" + (f"; {hint}" if hint else "")
            raise click.UsageError(message)
    return asked


def _show_derived(report: CheckReport) -> None:
    from quizgen.build.derived import list_derived  # noqa: PLC0415 - plans all quizzes

    items = list_derived(report.content)
    for item in items:
        say(f"\n{item.quiz}, item {item.number}: {item.fact} ({item.place})")
        say(f"  {item.asked}")
        if item.right:
            say(f"  right: {item.right}")
        for option in item.options:
            say(f"  wrong: {option.text} ({f'lent by {option.lender}' if option.lender else 'made up'})")
        if item.statement:
            say(f"  false: {item.statement}")
    options, statements = sum(len(item.options) for item in items), sum(bool(item.statement) for item in items)
    say(f"\nDerived: {count(options, 'option')} and {count(statements, 'statement')}.")
