"""Text of separated values to rows of cells.

Quotes are those of RFC 4180, taken as quotes only where they enclose a whole cell: Quizlet and teachers write
quotation marks that are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.diagnostics.excerpt import LINE_BREAK
from quizgen.reading.foreign.roles import is_header

_SEPARATORS = ("\t", ";", "|", ",", " - ", " – ", "::")
"""In the order in which they are tried: what is rarest within texts first."""
_SAMPLE = 65_536
_CONSISTENT = 0.9
_MOSTLY = 0.5
_SAYS_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


class Dialect(NamedTuple):
    """How a file parts its cells and rows."""

    separator: str
    row_end: str = r"\r\n|\n|\r"
    """A regular expression."""
    keeps_quotes: bool = False
    """Whether quotation marks around a cell that needs none belong to its text, as in Quizlet's exports."""


class Row(NamedTuple):
    """A row that is not blank."""

    line: int
    """Where it begins, from 1."""
    cells: tuple[str, ...]


def read_rows(text: str, dialect: Dialect, at: int = 0) -> Iterator[Row]:
    """Yield the rows of a text from an offset on; blank ones are left out, cells are trimmed."""
    patterns = _patterns(dialect)
    line = 1 + len(LINE_BREAK.findall(text, 0, at)) if at else 1
    while at < len(text):
        cells, end = _row(text, at, dialect, patterns)
        if any(cells):
            yield Row(line, tuple(cells))
        line += len(LINE_BREAK.findall(text, at, end))
        at = end


def guess_dialect(text: str) -> tuple[Dialect | None, int]:
    """Find out what parts the cells: a separator under which the first row is a header, or nearly all rows agree.

    Returns the offset of the first row as well: Excel's line ``sep=;`` stands before it. ``None`` where nothing
    parts the text.
    """
    said = _SAYS_SEPARATOR.match(text)
    if said:
        return Dialect(said[1]), said.end()
    sample = text[:_SAMPLE]
    judged = [(dialect, list(read_rows(sample, dialect))) for dialect in _dialects(sample)]
    for dialect, rows in judged:
        if rows and is_header(rows[0].cells):
            return dialect, 0
    for share in (_CONSISTENT, _MOSTLY):
        for dialect, rows in judged:
            if _agreement(rows) >= share:
                return _with_quotes(dialect, sample), 0
    return None, 0


def _dialects(sample: str) -> Iterator[Dialect]:
    if not LINE_BREAK.search(sample.strip()):  # one line alone: Quizlet parts rows by semicolons on request
        yield from (Dialect(separator, ";") for separator in ("\t", ","))
    yield from map(Dialect, _SEPARATORS)


def _agreement(rows: Sequence[Row]) -> float:
    """Return the share of rows that have the commonest number of cells, two at least."""
    counts = Counter(len(row.cells) for row in rows)
    if not counts or max(counts) == 1:
        return 0
    (cells, most) = counts.most_common(1)[0]
    return most / len(rows) if cells > 1 else 0


def _with_quotes(dialect: Dialect, sample: str) -> Dialect:
    """Decide about quotes that a cell does not need: they are the writer's habit if every cell has them."""
    if dialect.separator == ",":
        return dialect
    kept = dialect._replace(keeps_quotes=True)
    cells = [cell for row in read_rows(sample, kept) for cell in row.cells if cell]
    return dialect if all(cell.startswith('"') and cell.endswith('"') for cell in cells) else kept


class _Patterns(NamedTuple):
    quoted: re.Pattern[str]
    plain: re.Pattern[str]


def _patterns(dialect: Dialect) -> _Patterns:
    end = f"(?P<end>{re.escape(dialect.separator)}|{dialect.row_end}|\\Z)"
    return _Patterns(
        re.compile(rf'[ ]*"(?P<cell>(?:[^"]|"")*+)"[ ]*{end}'),
        re.compile(rf"(?P<cell>(?:(?!{re.escape(dialect.separator)}|{dialect.row_end}).)*+){end}", re.DOTALL),
    )


def _row(text: str, at: int, dialect: Dialect, patterns: _Patterns) -> tuple[list[str], int]:
    cells = []
    while True:
        cell, match = _cell(text, at, dialect, patterns)
        cells.append(cell.strip())
        at = match.end()
        if match["end"] != dialect.separator:
            return cells, at


def _cell(text: str, at: int, dialect: Dialect, patterns: _Patterns) -> tuple[str, re.Match[str]]:
    quoted = patterns.quoted.match(text, at)
    if quoted is not None and not (dialect.keeps_quotes and not _needs_quotes(quoted["cell"], dialect)):
        return quoted["cell"].replace('""', '"'), quoted
    plain = patterns.plain.match(text, at)
    assert plain is not None, "an empty cell matches as well"  # noqa: S101 - holds by the expression
    return plain["cell"], plain


def _needs_quotes(cell: str, dialect: Dialect) -> bool:
    """Whether a program would have put a cell in quotes; one that swallows whole rows was never quoted."""
    breaks, parts = LINE_BREAK.search(cell) is not None, dialect.separator in cell
    return (breaks != parts) or '"' in cell or ("," in cell and not breaks)
