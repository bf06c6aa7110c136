"""What is wrong where a document is not YAML: judged by the line itself, not by libyaml's English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from quizgen.diagnostics.excerpt import lines_of
from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.reading.documents import Document
from quizgen.reading.indentation import OTHER_BLANK

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
_NO_BLANK = re.compile(r"^\s*-(?P<item>[a-zA-Z_][\w-]*:(?:\s.*)?)$")
_OTHER_DASH = re.compile(r"^\s*[\u2010-\u2015\u2022\u2212\u00b7*]\s*(?P<item>[a-zA-Z_][\w-]*:(?:\s.*)?)$")
"""A dash or a bullet as word processors write them: `– id: river`."""
_NO_COMMA = re.compile(r"""\{[^{}]*?[\w-]+:\s+[^,{}\[\]:"']*[^,{}\[\]:"'\s]\s+(?P<name>[\w-]+):\s""")
_INDENTED = re.compile(r"^(?P<blanks> *(?:- +)*)[\w-]+:(?:\s|$)")
_ESCAPE = re.compile(r"""^[^"]*"(?:[^"\\]|\\.)*\\[xuU]?[0-9a-fA-F]*$""")
"""A line up to where an escape of a text in double quotes goes wrong."""
_PAIRS = (("[", "]"), ("{", "}"))
_OPENERS = {'"', "'", "[", "{"}


def syntax_problem(document: Document, error: yaml.YAMLError, quoted: Place | None = None) -> Problem:
    """Make a problem of libyaml's error: its place, its words as a note, our hint by looking at the line.

    ``quoted`` is the beginning of a quoted text of several lines that ends right before the error.
    """
    lines = lines_of(document.text)
    mark = getattr(error, "problem_mark", None)
    stopped = _place(document, lines, mark)
    began = quoted or _opening(lines, _place(document, lines, getattr(error, "context_mark", None)))
    on_one_line = began is not None and began.line == stopped.line
    place = stopped if began is None or (on_one_line and began < stopped and not _is_at_end(document, mark)) else began
    labels = () if place is stopped or on_one_line else (Label(stopped, "the parser stopped here"),)
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    return Problem(
        code="QZ010",
        message="this is not valid YAML",
        place=place,
        labels=labels,
        note=f"the YAML parser says: {said}" if said else "",
        hint=_hint(lines, place),
    )


def _place(document: Document, lines: list[str], mark: yaml.Mark | None) -> Place:
    """Return the place of a mark; what is missing at the end of a document is missing behind its last words."""
    if not _is_at_end(document, mark):
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(document.path, line + 1, min(column, len(lines[line])) + 1)
    last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
    return Place(document.path, last + 1, len(lines[last].rstrip()) + 1)


def _is_at_end(document: Document, mark: yaml.Mark | None) -> bool:
    return mark is not None and not document.text[mark.index :].strip()


def _opening(lines: list[str], place: Place) -> Place | None:
    """Return the place if a bracket or a quotation mark opens there, or a field's name that lacks its colon."""
    text = lines[place.line - 1][place.column - 1 :][:_MOST_LOOKED_AT]
    return place if text[:1] in _OPENERS or _NO_COLON.match(text) else None


def _hint(lines: list[str], place: Place) -> str:
    """Look at the place of the error, at its line, and at the one before it: the cause often stands there."""
    line = lines[place.line - 1]
    opener = line[place.column - 1 :][:1]
    if opener in {'"', "'"} and line.count(opener) % 2:
        return f"close the text with another `{opener}` on the line where it begins"
    if place.column <= _MOST_LOOKED_AT and _ESCAPE.match(line[: place.column]):
        return "write each backslash twice, or put the text in single quotes: in double quotes it begins an escape"
    looked_at = [line, lines[place.line - 2] if place.line > 1 else ""]
    hints = (hint for text in looked_at for hint in _line_hints(text[:_MOST_LOOKED_AT]))
    return next(hints, _indentation_hint(*looked_at))


def _indentation_hint(line: str, above: str) -> str:
    """Count the spaces for those who do not see them."""
    own, other = _INDENTED.match(line), _INDENTED.match(above)
    compare = "compare the indentation with that of the lines around it"
    if own is None or other is None or "-" in own["blanks"] or len(own["blanks"]) == len(other["blanks"]):
        return compare
    spaces, wanted = len(own["blanks"]), len(other["blanks"])
    return f"{compare}: this one begins after {spaces} space{'s' * (spaces != 1)}, the one above after {wanted}"


def _line_hints(text: str) -> Iterator[str]:
    yield from _beginning_hints(text)
    for pattern in _TEXTS:
        if match := pattern.match(text):
            yield f"put the whole text in quotes: `{quoted(_unquoted(match['value'].rstrip()))}`"
    yield from _list_hints(text)
    if match := _NO_SPACE.match(text):
        yield f"write a space after the colon: `{match['name']}: {match['value'].rstrip()}`"
    if match := _NO_COLON.match(text):
        yield f"write a colon after the field's name: `{match['name']}: {match['value'].rstrip()}`"


def _beginning_hints(text: str) -> Iterator[str]:
    if re.match(r" *\t", text):
        yield "indent with spaces, not with a tab"
    if OTHER_BLANK.match(text):
        yield "indent with plain spaces: this line begins with others, as word processors write them"
    if match := _OTHER_DASH.match(text):
        yield f"begin the item with a hyphen and a space: `- {match['item'].rstrip()}`"
    if match := _NO_BLANK.match(text):
        yield f"write a space after the hyphen: `- {match['item'].rstrip()}`"


def _list_hints(text: str) -> Iterator[str]:
    if match := _NO_COMMA.search(text):
        yield f"write a comma before `{match['name']}`"
    if re.search(r",\s*,", text):
        yield "delete one of the two commas, or write what belongs between them"
    for opening, closing in _PAIRS:
        if text.count(opening) > text.count(closing):
            yield f"close the `{opening}` with a `{closing}`"
        if text.count(opening) < text.count(closing):
            yield f"delete the `{closing}` that closes nothing, or put the whole text in quotes"


def quoted(text: str) -> str:
    """Write a text as YAML writes it in quotes."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _unquoted(text: str) -> str:
    """Take the quotes away that a text has around it already, if an apostrophe inside has ended it too early."""
    return text[1:-1] if re.fullmatch(r"'.*\w'\w.*'", text) else text
