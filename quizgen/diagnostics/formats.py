"""Problems as text: for people, for editors, for code hosts, for programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from quizgen.diagnostics.excerpt import printable, render_excerpt
from quizgen.diagnostics.pages import level_of
from quizgen.diagnostics.problem import Level, Place, Problem

Texts = Mapping[str, str]
"""The text of each document, by path."""

_LONGEST = 600
"""Characters of a message or a hint that are shown: a curator's words in them may be as long as a file."""

_MOST_ALIKE = 20
"""Problems of one code that are written in full: who brings two hundred facts at once then knows what is owed."""

_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON allows in a text, but a terminal may obey, or UTF-8 does not hold."""

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.INFO: "36"}


class Format(StrEnum):
    """How problems are written."""

    FULL = "full"
    CONCISE = "concise"
    GITHUB = "github"
    JSON = "json"


def render_problems(problems: Iterable[Problem], style: Format, texts: Texts, *, colour: bool = False) -> str:
    """Render problems in the order given; the text ends with a line break unless it is empty.

    In full, only the first 20 of one code are written out, and the others counted; all other formats have each.
    """
    if style is Format.JSON:
        return json_text([_as_data(problem) for problem in problems])
    if style is Format.FULL:
        return _in_full(problems, texts, _painter(enabled=colour))
    render = _concise if style is Format.CONCISE else _github
    return "".join(render(problem) + "\n" for problem in problems)


def _in_full(problems: Iterable[Problem], texts: Texts, paint: Callable[[str, str], str]) -> str:
    seen: Counter[str] = Counter()
    lines: list[str] = []
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= _MOST_ALIKE:
            lines.append(_full(problem, texts, paint))
    more = {code: count - _MOST_ALIKE for code, count in seen.items() if count > _MOST_ALIKE}
    lines += [f"and {count} more of {code}: quizgen check --format concise\n" for code, count in more.items()]
    return "".join(f"{line}\n" for line in lines)


def json_text(data: object) -> str:
    """Write plain data as JSON in which nothing stands that a terminal may obey."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _full(problem: Problem, texts: Texts, paint: Callable[[str, str], str]) -> str:
    level = level_of(problem.code)
    head = paint(f"{level}[{problem.code}]", f"1;{_COLOURS[level]}") + paint(f": {_line(problem.message)}", "1")
    margin = " " * max(len(str(place.line)) for place in (problem.place, *(label.place for label in problem.labels)))
    lines = [head, f"{margin}--> {_where(problem.place)}", *_excerpt(problem.place, "^", texts, margin)]
    for label in problem.labels:
        lines.append(f"{margin}::: {_where(label.place)} {_line(label.text)}")
        lines += _excerpt(label.place, "-", texts, margin)
    if problem.note:
        lines.append(f"{margin} = note: {_line(problem.note)}")
    if problem.hint:
        lines.append(f"{margin} = {paint('hint', '1')}: {_line(problem.hint)}")
    return "\n".join(lines) + "\n"


def _excerpt(place: Place, mark: str, texts: Texts, margin: str) -> list[str]:
    excerpt = render_excerpt(texts.get(place.document, ""), place)
    if excerpt is None:
        return []
    text, before, width = excerpt
    number = f"{place.line:>{len(margin)}}"
    return [f"{margin} |", f"{number} | {text}", f"{margin} | {' ' * before}{mark * width}"]


def _where(place: Place) -> str:
    return _line(str(place))


def _line(text: str) -> str:
    """Make a text one line that a terminal can show; the middle of a very long one is left out."""
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"
    return printable(text)


def _painter(*, enabled: bool) -> Callable[[str, str], str]:
    return (lambda text, style: f"\x1b[{style}m{text}\x1b[0m") if enabled else (lambda text, _: text)


def _concise(problem: Problem) -> str:
    hint = f" ({_line(problem.hint)})" if problem.hint else ""
    return f"{_where(problem.place)}: {level_of(problem.code)}[{problem.code}] {_line(problem.message)}{hint}"


def _github(problem: Problem) -> str:
    """Write a workflow command, which a code host shows beside the line.

    Escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    command = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}[level_of(problem.code)]
    place = problem.place
    file = _escaped(place.document, ":,")
    where = f"file={file},line={place.line},col={place.column},endColumn={place.column + place.width}"
    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    return f"::{command} {where},title={problem.code}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(one):02X}" if one in f"%{more}" else one for one in _line(text))


def _as_data(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "level": str(level_of(problem.code)),
        "message": problem.message,
        **_place_as_data(problem.place),
        "labels": [{**_place_as_data(label.place), "text": label.text} for label in problem.labels],
        "note": problem.note,
        "hint": problem.hint,
    }


def _place_as_data(place: Place) -> dict[str, object]:
    return {"file": place.document, "line": place.line, "column": place.column, "width": place.width}
