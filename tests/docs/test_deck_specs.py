"""The reference of deck specs and the project file is whole and true: every field is told, every example is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quizgen.build.check import check_project
from quizgen.diagnostics.pages import level_of
from tests.support.editor import complaints, schema
from tests.support.project import BASE, REPOSITORY, lay_out_project

PAGE = (REPOSITORY / "docs" / "deck-specs.md").read_text(encoding="utf-8")
DECK, PROJECT = schema("deck"), schema("project")
SECTIONS: dict[str, Any] = {
    "The file": DECK,
    "Which facts": DECK["$defs"]["selection"],
    "The Anki deck": DECK["$defs"]["anki"],
    "A quiz": DECK["$defs"]["quiz"],
    "A section": DECK["$defs"]["section"],
    "The project file": PROJECT,
    "How it is checked": PROJECT["properties"]["check"],
}
"""Heading of the page, and the schema of such a mapping."""
OF_THE_PROJECT = {"The project file", "How it is checked"}

FACTS = "facts:\n" + "".join(
    f"  - {{id: {id_}, topics: [{topic}], claim: It is so., citations: [{{source: survey-2020}}], "
    f"question: Is it so?, answer: it is}}\n"
    for id_, topic in (
        ("river-length", "river/length"),
        ("river-mouth", "river/mouth"),
        ("river-depth", "river/depth"),
        ("lake-depth", "lake"),
    )
)
LAKES = """\
title: Lakes
facts: {topics: [lake]}
anki: {deck: Lakes}
quizzes: [{id: rivers-first, title: First, sections: [{type: essay, count: 1}]}]
"""
FIELDS = {"title": "title: Rivers", "facts": "facts: {topics: [river]}"}
QUIZ = {"id": "id: rivers-short", "title": "title: Rivers", "sections": "sections: [{type: essay, count: 1}]"}
ESSAYS = "quizzes:\n  - id: rivers-short\n    title: Rivers\n    sections:\n"


class Example(NamedTuple):
    """A piece of YAML on the page."""

    section: str
    heading: str
    text: str

    @property
    def document(self) -> tuple[str, str]:
        """Path and text of a whole file that holds the example."""
        if self.section in OF_THE_PROJECT:
            base = dict(line.split(": ", 1) for line in BASE["quizgen.yaml"].splitlines())
            return "quizgen.yaml", completed({name: f"{name}: {value}" for name, value in base.items()}, self.text)
        if self.section == "A quiz":
            quiz = completed(QUIZ, self.text).splitlines()
            return "decks/rivers.yaml", completed(FIELDS, "quizzes:\n  - " + "\n    ".join(quiz))
        if self.section == "A section":
            return "decks/rivers.yaml", completed(FIELDS, f"{ESSAYS}      {self.text}")
        if "bundle" in self.text:
            return "decks/all.yaml", completed({"title": FIELDS["title"]}, self.text)
        return "decks/rivers.yaml", completed(FIELDS, self.text)


def completed(base: dict[str, str], text: str) -> str:
    """Return a mapping with what the text lacks of a base before it."""
    own = re.findall(r"^([\w-]+):", text, flags=re.MULTILINE)
    return "\n".join([*(line for name, line in base.items() if name not in own), text.rstrip(), ""])


def examples() -> Iterator[Example]:
    """Yield the examples of the page, in its order."""
    section = heading = ""
    for match in re.finditer(r"^## (.+)$|^### `(.+)`$|^```yaml.*\n((?:(?!```).*\n)*)", PAGE, flags=re.MULTILINE):
        section, heading = match[1] or section, match[2] or ("" if match[1] else heading)
        if match[3]:
            yield Example(section, heading, match[3])


def documented() -> dict[str, list[str]]:
    """Return the fields that have a heading, by section."""
    fields: dict[str, list[str]] = {}
    section = ""
    for level, title in re.findall(r"^(##|###) (.+)$", PAGE, flags=re.MULTILINE):
        if level == "##":
            section = title
        else:
            fields.setdefault(section, []).append(title.strip("`"))
    return fields


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_is_told_once(section: str) -> None:
    """What the schema knows stands on the page, and nothing else does."""
    assert sorted(documented()[section]) == sorted(SECTIONS[section]["properties"])


def test_no_other_section_has_fields() -> None:
    """A field under another heading would not be looked at."""
    assert documented().keys() == SECTIONS.keys()


def test_the_table_has_every_type() -> None:
    """A teacher who chooses a type sees all of them, once."""
    listed = re.findall(r"^\| `(\w+)` \|", PAGE, flags=re.MULTILINE)
    assert listed == DECK["$defs"]["section"]["properties"]["type"]["enum"]


def test_every_field_has_an_example() -> None:
    """Each section shows the field itself, not only words about it."""
    shown = {(example.section, example.heading) for example in examples() if f"{example.heading}:" in example.text}
    assert shown >= {(section, name) for section, names in documented().items() for name in names}


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: f"{example.section}: {example.heading}")
def test_every_example_is_read(example: Example, tmp_path: Path) -> None:
    """Whoever pastes an example gets no error from the reader, and none from an editor."""
    path, text = example.document
    rivers = {"decks/rivers.yaml": "title: Rivers\nfacts: {topics: [river]}\nanki: {deck: Rivers}\n"}
    project = lay_out_project(tmp_path, {"data/facts.yaml": FACTS, "decks/lakes.yaml": LAKES, **rivers, path: text})
    errors = [problem for problem in check_project(project).problems if level_of(problem.code) == "error"]
    assert [problem for problem in errors if problem.code != "QZ202"] == []  # the lakes have a deck of their own
    assert complaints(path, text) == []
