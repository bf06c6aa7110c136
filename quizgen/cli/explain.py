"""``quizgen explain``."""

from __future__ import annotations

import click

from quizgen.cli.shared import use_utf8


@click.command(short_help="Explain a problem's CODE, with a bad and a good example.")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a problem's CODE, with a bad and a good example; without one, list all codes."""
    from quizgen.diagnostics.guess import did_you_mean  # noqa: PLC0415 - needed by this command alone
    from quizgen.diagnostics.pages import codes, page_of  # noqa: PLC0415 - likewise

    use_utf8()
    if code is None:
        for known in codes():
            page = page_of(known)
            click.echo(f"{known}  {page.level:<8} {page.title}")
        return
    code = code.upper()
    if code not in codes():
        hint = did_you_mean(code, codes()) or "`quizgen explain` lists all codes"
        message = f"there is no code {code}; {hint}"
        raise click.UsageError(message)
    page = page_of(code)
    click.echo(f"{code}: {page.title} ({page.level})\n\n{page.body}")
