r"""Case files: projects with something wrong in them, and the problems that must be found, all in one text.

    === the title says what is wrong, and for whom it matters
    --- data/facts.yaml
    facts:
      - id: river-length
    --- problems
    data/facts.yaml:2:9: error[QZ021] a fact needs the field `claim` (add `claim: …`)
      data/facts.yaml:1:1: a line of this kind is a label of the problem above
      note: and this is its note

The files stand on top of the base project of ``lay_out_project``, with a good fact in ``data/facts.yaml`` if the case
has no file of facts. ``--- without data/sources.yaml`` takes one of
its files away. ``--- data/facts.yaml (escaped)`` understands Python's escapes, with ``\xNN`` for a byte, and ends
without the last line break. Problems are in the concise format; no line means that nothing is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quizgen.build.check import check_project
from quizgen.diagnostics.formats import Format, render_problems
from quizgen.diagnostics.problem import Problem
from tests.support.project import FACT, lay_out_project

_ESCAPED = " (escaped)"


@dataclass
class Case:
    """One case of a file."""

    title: str
    files: dict[str, bytes] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    expected: str = ""


def cases_in(folder: Path) -> list[object]:
    """Read all case files of a folder, as parameters of a test."""
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in sorted(folder.glob("*.txt"))
        for case in read_cases(path.read_bytes().decode())
    ]


def read_cases(text: str) -> list[Case]:
    """Take a case file apart."""
    return [_read_case(block) for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]]


def problems_of(case: Case, folder: Path) -> str:
    """Lay out a case's project in an empty folder and return the problems that are found in it."""
    has_facts = any(name.startswith("data/") and name[5] != "." and name != "data/sources.yaml" for name in case.files)
    lay_out_project(folder, ({} if has_facts else {"data/facts.yaml": FACT}) | dict.fromkeys(case.files, ""))
    for name, content in case.files.items():
        (folder / name).write_bytes(content)
    for name in case.without:
        (folder / name).unlink()
    return "".join(_lines(problem) for problem in check_project(folder).problems)


def _read_case(block: str) -> Case:
    title, *parts = re.split(r"^--- ", block.rstrip("\n") + "\n", flags=re.MULTILINE)
    case = Case(title.strip())
    for part in parts:
        name, _, body = part.partition("\n")
        if name == "problems":
            case.expected = body
        elif name.startswith("without "):
            case.without.append(name.removeprefix("without "))
        elif name.endswith(_ESCAPED):
            escaped = body.removesuffix("\n").encode("ascii").decode("unicode_escape")
            case.files[name.removesuffix(_ESCAPED)] = escaped.encode("latin-1")
        else:
            case.files[name] = body.encode()
    return case


def _lines(problem: Problem) -> str:
    labels = (f"  {place}: {text}\n" for place, text in problem.labels)
    is_ours = problem.note and not problem.note.startswith("the YAML parser says")  # its words are libyaml's own
    note = f"  note: {problem.note}\n" if is_ours else ""
    return render_problems([problem], Format.CONCISE, {}) + "".join(labels) + note
