"""What is wrong where a document is not YAML: judged by the line itself, not by libyaml's English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from quizgen.diagnostics.excerpt import lines_of
from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.reading.documents import Document

_MOST_LOOKED_AT = 500
"""Characters of a line: our patterns take quadratic time on what is no YAML at all."""

_FIELD = r"^(?P<start>\s*(?:-\s+)*[\w-]+:\s+)"
_TEXTS = (
    re.compile(_FIELD + r"""(?P<value>(["']).+?\3\s*[^\s,\]}#:].*)$"""),  # "A" and "B"
    re.compile(_FIELD + r"""(?P<value>\{\{.*|\{[^}]*\}\s*[^\s,\]}#].*|\[[^\]]*\]\s*[^\s,\]}#].*)$"""),  # [On] this
    re.compile(_FIELD + r"""(?P<value>[^\s"'\[{|>#].*?:(?:\s.*|$))"""),  # a law: its text
    re.compile(_FIELD + r"""(?P<value>[@`%&*!].*|[?-]\s.*)$"""),  # *so*
)
"""Lines whose value is meant as text but begins or goes on like something else."""

_NO_SPACE = re.compile(r"^\s*(?:-\s+)*(?P<name>[\w-]+):(?P<value>[^\s:/].*)$")
_NO_COLON = re.compile(r"^\s*(?:-\s+)*(?P<name>[a-zA-Z_-]+)\s+(?P<value>[^\s:][^:]*)$")
_PAIRS = (("[", "]"), ("{", "}"))


def syntax_problem(document: Document, error: yaml.YAMLError, quoted: Place | None = None) -> Problem:
    """Make a problem of libyaml's error: its place, its words as a note, our hint by looking at the line.

    ``quoted`` is the beginning of a quoted text of several lines that ends right before the error.
    """
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    lines = lines_of(document.text)
    line = min(mark.line if mark else 0, max(len(lines) - 1, 0))
    column = min(mark.column if mark else 0, len(lines[line]))
    began = quoted
    if began is None and context is not None and context.line != line:
        began = Place(document.path, context.line + 1, context.column + 1)
    is_quote = quoted is not None or "quoted scalar" in said
    return Problem(
        code="QZ010",
        message="this is not valid YAML",
        place=Place(document.path, line + 1, column + 1),
        labels=(Label(began, "this began here"),) if began else (),
        note=f"the YAML parser says: {said}" if said else "",
        hint=_quote_hint(lines, began, line) if is_quote else _hint(lines, line, began),
    )


def _quote_hint(lines: list[str], began: Place | None, line: int) -> str:
    """Say what to do about a quotation mark that is closed late, or never."""
    mark = lines[began.line - 1 if began else line][began.column - 1 if began else 0 :][:1]
    return f"close the text with another `{mark}` on the line where it begins" if mark else ""


def _hint(lines: list[str], line: int, began: Place | None) -> str:
    """Look at the line of the error, the one before it and that where it began: the cause often stands there."""
    numbers = dict.fromkeys((line, line - 1, began.line - 1 if began else line))
    looked_at = [lines[number][:_MOST_LOOKED_AT] for number in numbers if number >= 0]
    hints = (hint for text in looked_at for hint in _line_hints(text))
    return next(hints, "compare the indentation with that of the lines around it")


def _line_hints(text: str) -> Iterator[str]:
    if re.match(r" *\t", text):
        yield "indent with spaces, not with a tab"
    for pattern in _TEXTS:
        if match := pattern.match(text):
            yield f"put the whole text in quotes: `{quoted(match['value'].rstrip())}`"
    for opening, closing in _PAIRS:
        if text.count(opening) > text.count(closing):
            yield f"close the `{opening}` with a `{closing}`"
        if text.count(opening) < text.count(closing):
            yield f"delete the `{closing}` that closes nothing, or put the whole text in quotes"
    if match := _NO_SPACE.match(text):
        yield f"write a space after the colon: `{match['name']}: {match['value'].rstrip()}`"
    if match := _NO_COLON.match(text):
        yield f"write a colon after the field's name: `{match['name']}: {match['value'].rstrip()}`"


def quoted(text: str) -> str:
    """Write a text as YAML writes it in quotes."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
