"""``quizgen review``."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import click

from quizgen.cli.shared import (
    build_time,
    count,
    find_project,
    format_option,
    project_option,
    say,
    show_problems,
    use_utf8,
)

if TYPE_CHECKING:
    from quizgen.model.fact import Fact


@click.command(short_help="Note that you have re-read facts against their sources.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--by", metavar="NAME", help="Who has re-read them.  [default: the name that git knows you by]")
@format_option
@project_option
@click.pass_context
def review(context: click.Context, /, ids: tuple[str, ...], by: str | None, style: str, project: Path | None) -> None:
    """Note that you have re-read facts against their sources, or list those that want it.

    With the IDs of facts, your name, today's date and a short code of what each fact says are written into its
    `reviewed`; nothing else in the file changes. Should the fact be changed later, `quizgen check` warns. Without
    an ID, the facts are listed that were changed since, and those that nobody has re-read.
    """
    use_utf8()
    root = find_project(context, project)
    if ids:
        _note(context, root, ids, by, style)
    else:
        _list(root)


def _note(context: click.Context, root: Path, ids: Iterable[str], by: str | None, style: str) -> None:
    from quizgen.build.review import review_facts  # noqa: PLC0415 - loads the parser
    from quizgen.diagnostics.guess import did_you_mean  # noqa: PLC0415 - likewise

    name, day = (by or _git_name()).strip(), _today()
    if not name or not name.isprintable():
        message = "say who has re-read them: --by NAME"
        raise click.UsageError(message)
    result = review_facts(root, ids, name, day)
    if result.unknown:
        asked = (f"there is no fact `{id_}`" + _in_brackets(did_you_mean(id_, result.known)) for id_ in result.unknown)
        raise click.UsageError("; ".join(asked))
    if show_problems(result.problems, style, result.texts, sys.stderr):
        say("Nothing was written.", err=True)
        context.exit(1)
    for fact in result.facts:
        say(f"{fact.id}: re-read by {name} on {day}  ({fact.id.document})")


def _list(root: Path) -> None:
    from quizgen.build.review import list_reviews  # noqa: PLC0415 - loads the parser

    found = list_reviews(root)
    if not found.uses_reviews:
        say("No fact says yet that it was re-read. When you have read one against its source: quizgen review ID")
        return
    for fact in found.stale:
        _say(fact, f"was changed after {_who(fact)} re-read it on {_when(fact)}")
    for fact in found.by_hand:
        _say(fact, f"was re-read by {_who(fact)} on {_when(fact)}, with no code to tell whether it was changed")
    for fact in found.unread:
        _say(fact, "has not been re-read")
    wanting = len(found.stale) + len(found.by_hand) + len(found.unread)
    say(f"{count(found.fresh, 'fact')} as re-read, {wanting} to read. Then: quizgen review ID…")


def _say(fact: Fact, what: str) -> None:
    say(f"{fact.id.place}: {fact.id} {what}")


def _who(fact: Fact) -> str:
    return str(fact.reviewed.by) if fact.reviewed else ""


def _when(fact: Fact) -> str:
    return fact.reviewed.on.text if fact.reviewed else ""


def _in_brackets(hint: str) -> str:
    return f" ({hint})" if hint else ""


def _today() -> str:
    """Return the day where the editor is; with ``SOURCE_DATE_EPOCH`` that one, in UTC."""
    now, is_given = build_time()
    return time.strftime("%Y-%m-%d", time.gmtime(now) if is_given else time.localtime(now))


def _git_name() -> str:
    git = which("git")
    if git is None:
        return ""
    told = subprocess.run([git, "config", "user.name"], capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - nothing of it is given from outside
    return told.stdout
