"""Text files of other programs to records: CSV, Quizlet's export, Anki's text export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from quizgen.model.bringing import Record
from quizgen.reading.foreign.anki_text import Headers, read_headers
from quizgen.reading.foreign.gathering import MOST_RECORDS, Gathering
from quizgen.reading.foreign.html import LOOKS_LIKE_HTML, Plain, plain_html, without_sounds
from quizgen.reading.foreign.inline import plain_inline_text
from quizgen.reading.foreign.records import Cell, has_text, make_record
from quizgen.reading.foreign.roles import Role, is_header, role_of, roles_of
from quizgen.reading.foreign.tables import Dialect, Row, guess_dialect, read_rows

_ROLES_OF_COLUMNS = {"deck column": Role.HOME, "tags column": Role.TAGS}
"""Anki's columns that are no fields; the others say nothing to us."""


class _Column(NamedTuple):
    role: Role | None
    name: str


class _Table(NamedTuple):
    """Rows, and what their cells are."""

    rows: list[Row]
    columns: list[_Column]
    is_html: bool
    home: str = ""
    tags: str = ""


def read_text_file(text: str, gathering: Gathering) -> tuple[Record, ...]:
    """Read the records of a decoded text file; its problems are gathered."""
    headers, start = read_headers(text)
    table = _guessed(text, gathering) if headers is None else _declared(text, headers, start)
    if len(table.rows) > MOST_RECORDS:
        gathering.complain("QZ541", f"the file has more than {MOST_RECORDS:,} rows", "split it")
        return ()
    return tuple(_records(table, gathering))


def _declared(text: str, headers: Headers, start: int) -> _Table:
    """Take an Anki export as it says that it is."""
    dialect = Dialect(headers.separator)
    rows = list(read_rows(text, dialect, start))
    width = _width(rows)
    names = next((row.cells for row in read_rows(headers.names, dialect)), ())
    names = (*names, *[""] * (width - len(names)))
    fields = [at for at in range(width) if at not in headers.columns]
    roles = dict(zip(fields, roles_of([names[at] for at in fields]), strict=True))
    roles |= {at: _ROLES_OF_COLUMNS.get(name, Role.NOTHING) for at, name in headers.columns.items()}
    return _Table(
        rows=rows,
        columns=[_Column(roles.get(at), names[at] or f"column {at + 1}") for at in range(width)],
        is_html=headers.is_html,
        home=headers.deck,
        tags=headers.tags,
    )


def _guessed(text: str, gathering: Gathering) -> _Table:
    """Find out what a text is by its looks."""
    dialect, start = guess_dialect(text)
    rows = [] if dialect is None else list(read_rows(text, dialect, start))
    names: tuple[str, ...] = ()
    if rows and is_header(rows[0].cells):
        names, rows = rows[0].cells, rows[1:]
    if dialect is not None and dialect.keeps_quotes and not names:
        rows = _joined(rows, gathering)
    is_html = any(LOOKS_LIKE_HTML.search(cell) for row in rows for cell in row.cells)
    if is_html:
        message, hint = "the cells hold HTML; they were read as such", "look at facts that speak of `<` and `>`"
        gathering.complain("QZ550", message, hint)
    return _Table(rows=rows, columns=list(_columns(names, _width(rows))), is_html=is_html)


def _columns(names: Sequence[str], width: int) -> Iterator[_Column]:
    first_two = (Role.QUESTION, Role.ANSWER)
    for at in range(max(width, len(names))):
        name = names[at] if at < len(names) else ""
        role = role_of(name) if names else first_two[at] if at < len(first_two) else None
        yield _Column(role, name or f"column {at + 1}")


def _joined(rows: Sequence[Row], gathering: Gathering) -> list[Row]:
    """Join lines without a separator to the row above: Quizlet does not mark definitions of several lines."""
    joined: list[Row] = []
    lines: list[int] = []
    for row in rows:
        if joined and len(row.cells) == 1:
            *before, last = joined[-1].cells
            joined[-1] = joined[-1]._replace(cells=(*before, f"{last}\n{row.cells[0]}"))
            lines.append(row.line)
        else:
            joined.append(row)
    if lines:
        more = f"; so were {len(lines) - 1} more" if len(lines) > 1 else ""
        message = f"a line without a separator was joined to the row above it{more}"
        gathering.complain("QZ551", message, "look at the answers above", gathering.place._replace(line=lines[0]))
    return joined


def _records(table: _Table, gathering: Gathering) -> Iterator[Record]:
    plain = partial(plain_html if table.is_html else _plain_text, gathering=gathering)
    for row in table.rows:
        gathering.place = gathering.place._replace(line=row.line)
        cells = [Cell(*column, text) for column, text in zip(table.columns, row.cells, strict=False)]
        record = make_record(cells, plain, gathering, table.home, table.tags)
        if record is not None and record.picture is not None:
            gathering.leave("picture that is not in a text file", "pictures that are not in a text file")
            record = replace(record, picture=None)
        if record is not None and has_text(record):
            yield record


def _plain_text(text: str, gathering: Gathering) -> Plain:
    return Plain(plain_inline_text(without_sounds(text, gathering), gathering), ())


def _width(rows: Sequence[Row]) -> int:
    return max((len(row.cells) for row in rows), default=0)
