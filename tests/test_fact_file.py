"""The reference of the fact file is whole and true: every field stands in it, every example is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgen.build.check import check_project
from quizgen.diagnostics.pages import level_of
from quizgen.reading.csl import OTHER_DATES, OTHER_NAMES, OTHER_VARIABLES
from tests.support.editor import complaints, schema
from tests.support.project import REPOSITORY, lay_out_project

PAGE = (REPOSITORY / "docs" / "fact-file.md").read_text(encoding="utf-8")
SECTIONS = {
    "The file": "",
    "A fact": "fact",
    "A citation": "citation",
    "A wrong answer or a false claim": "wrong-text",
    "A correction": "correction",
    "A review": "review",
    "An image": "image",
    "A source": "source",
    "A name": "name-parts",
    "A date": "csl-date-parts",
}
"""Heading of the page, and what the schema calls such a mapping."""
ABOUT_SOURCES = {"A source", "A name", "A date", "All other variables"}
OTHERS = {*OTHER_VARIABLES, *OTHER_NAMES, *OTHER_DATES}

FACT = {
    "id": "id: river-length",
    "topics": "topics: [river]",
    "claim": "claim: The river is 100 kilometres long.",
    "citations": "citations: [{source: survey-2020, locator: page 3}]",
    "question": "question: How long is the river?",
    "answer": "answer: 100 kilometres",
}
SOURCE = {"id": "id: example", "title": "title: An Example"}
AROUND = """\
facts:
  - id: river-length-1950
    topics: [river]
    claim: The river was 90 kilometres long in 1950.
    citations: [{source: survey-2020}]
    question: How long was the river in 1950?
    answer: 90 kilometres
sources:
  - {id: atlas-1996, title: Atlas of Waters}
"""


class Example(NamedTuple):
    """A piece of YAML on the page."""

    section: str
    heading: str
    text: str

    @property
    def document(self) -> str:
        """The example as a whole file: its fields on top of a small fact or source."""
        if self.text.startswith(("facts:", "sources:")):
            return self.text
        base, where = (SOURCE, "sources") if self.section in ABOUT_SOURCES else (FACT, "facts")
        own = re.findall(r"^([\w-]+):", self.text, flags=re.MULTILINE)
        inherited = {"topics", "claim", "citations"} if "same_claim" in own else set()
        lines = [line for name, line in base.items() if name not in own and name not in inherited]
        lines += self.text.splitlines()
        return f"{where}:\n  - " + "\n    ".join(lines) + "\n"


def examples() -> Iterator[Example]:
    """Yield the examples of the page, in its order."""
    section = heading = ""
    for match in re.finditer(r"^## (.+)$|^### (.+)$|^```yaml\n((?:(?!```).*\n)*)", PAGE, flags=re.MULTILINE):
        section, heading = match[1] or section, match[2] or ("" if match[1] else heading)
        if match[3]:
            yield Example(section, heading.replace("`", ""), match[3])


def documented() -> dict[str, list[str]]:
    """Return the fields that have a heading, by section."""
    fields: dict[str, list[str]] = {}
    section = ""
    for level, title in re.findall(r"^(##|###) (.+)$", PAGE, flags=re.MULTILINE):
        if level == "##":
            section = title
        else:
            fields.setdefault(section, []).extend(re.findall(r"`(.+?)`", title))
    return fields


@pytest.mark.parametrize(("section", "definition"), SECTIONS.items(), ids=SECTIONS)
def test_every_field_has_its_section(section: str, definition: str) -> None:
    """What the schema knows is documented once, and what is documented exists."""
    shape = schema("fact")
    known = set((shape["$defs"][definition] if definition else shape)["properties"])
    fields = documented()[section]
    assert len(fields) == len(set(fields))
    assert set(fields) == known - (OTHERS if section == "A source" else set())


def test_no_other_section_has_fields() -> None:
    """A field's section under another heading would not be looked at."""
    assert documented().keys() == SECTIONS.keys()


def test_all_other_variables_are_named() -> None:
    """A curator who looks for a variable of CSL finds it on the page."""
    (listed,) = re.findall(r"## All other variables\n(.+?)\n```", PAGE, flags=re.DOTALL)
    assert set(re.findall(r"`([\w-]+)`", listed)) == OTHERS


def test_every_field_has_an_example() -> None:
    """Each section shows the field itself, not only words about it."""
    shown = {(example.section, example.heading) for example in examples() if shows(example)}
    fields = {(section, name) for section, names in documented().items() for name in names if section != "The file"}
    named = {(section, name) for section, heading in shown for name in heading.split(", ")}
    assert fields - named == set()


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: f"{example.section}: {example.heading}")
def test_every_example_is_read(example: Example, tmp_path: Path) -> None:
    """Whoever pastes an example gets no error from the reader, and none from an editor."""
    project = lay_out_project(tmp_path, {"data/example.yaml": example.document, "data/facts.yaml": AROUND})
    errors = [problem for problem in check_project(project).problems if level_of(problem.code) == "error"]
    assert errors == []
    assert complaints("data/example.yaml", example.document) == []


def shows(example: Example) -> bool:
    """Whether one of the fields of the heading stands in the example."""
    return any(re.search(rf"(?<![\w-]){name}:", example.text) for name in example.heading.split(", "))
