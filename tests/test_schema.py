"""The JSON Schemas say what the reader says, so that an editor and `quizgen check` never contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from quizgen.build.check import check_project
from quizgen.cli.schema import NAMES
from quizgen.cli.schema import schema as command
from quizgen.diagnostics.problem import Problem
from quizgen.model.fact import AnswerType, Certainty
from quizgen.model.project import CardKind, ItemType, MatchBy, Paper
from quizgen.reading.documents import decode_document
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping, Sequence
from quizgen.reading.parse import read_nodes
from tests.support.cases import Case, cases_in, problems_of, read_cases
from tests.support.editor import complaints, schema
from tests.support.project import REPOSITORY

CASE_FILES = REPOSITORY / "tests" / "reading" / "cases"
CASES = [case for file in sorted(CASE_FILES.glob("*.txt")) for case in read_cases(file.read_bytes().decode())]

MAPPINGS = {
    "a fact file": ("fact", ""),
    "a fact": ("fact", "fact"),
    "a citation": ("fact", "citation"),
    "an item of `distractors`": ("fact", "wrong-text"),
    "an item of `false_claims`": ("fact", "wrong-text"),
    "a correction": ("fact", "correction"),
    "a review": ("fact", "review"),
    "an image": ("fact", "image"),
    "a source": ("fact", "source"),
    "a name": ("fact", "name-parts"),
    "a deck spec": ("deck", ""),
    "`facts`": ("deck", "selection"),
    "`anki`": ("deck", "anki"),
    "a quiz": ("deck", "quiz"),
    "a section": ("deck", "section"),
    "the project file": ("project", ""),
}
"""What the reader calls a mapping in its messages, and where the schema defines it."""

JUDGED = {"QZ006", "QZ020", "QZ021", "QZ022", "QZ023", "QZ025", "QZ026", "QZ027", "QZ028", "QZ030"}
"""Codes of what is wrong with a value by itself."""
ABOVE_A_SCHEMA = {
    "QZ024": "the spelling `[2,000]` is gone before a schema sees the four items",
    "QZ031": "a name must equal another field's text",
    "QZ040": "an id is used in two places, maybe in two files",
    "QZ041": "a name must be the id of another fact",
}
BELOW_A_SCHEMA = {"QZ001", "QZ002", "QZ003", "QZ004", "QZ005", "QZ010", "QZ011", "QZ012", "QZ013", "QZ014", "QZ015"}
"""Codes of documents that are no YAML, or none that we read: the editor's parser judges those."""

LISTS = {"facts", "sources", "quizzes"}

CASES_BEYOND = {
    "scalars are read as they are spelt": "`null` and `~` are texts to us, and nothing to an editor without quotes",
    "CSL dates that are none": "that a period ends after it begins is arithmetic",
    "numbers out of range": "how many answers there are is another field's length",
    "names of files": "a schema sees what stands in a file, not how it is called",
}
"""Cases that a schema cannot judge like the reader, by their title, each with the reason."""


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    """Each schema keeps to the rules of JSON Schema, draft 2020-12."""
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_described(name: str) -> None:
    """Whoever points at a field in an editor is told what it is for, and each example is right by the schema itself."""
    shape = schema(name)
    undescribed, wrong = [], []
    for path, field in fields_of(shape):
        if "description" not in described(field, shape):
            undescribed.append(path)
        validator = Draft202012Validator({**field, "$defs": shape["$defs"]})
        wrong += [(path, example) for example in field.get("examples", ()) if not validator.is_valid(example)]
    assert (undescribed, wrong) == ([], [])


@pytest.mark.parametrize(
    ("choices", "where"),
    [
        (Certainty, ("fact", "fact", "certainty")),
        (AnswerType, ("fact", "fact", "answer_type")),
        (ItemType, ("deck", "section", "type")),
        (MatchBy, ("deck", "section", "by")),
        (Paper, ("deck", "quiz", "paper")),
    ],
)
def test_choices_are_those_of_the_model(choices: type[StrEnum], where: tuple[str, str, str]) -> None:
    """An editor offers each word that can be chosen, and no other."""
    name, definition, field = where
    assert schema(name)["$defs"][definition]["properties"][field]["enum"] == [str(choice) for choice in choices]


def test_cards_are_those_of_the_model() -> None:
    """The same for the kinds of cards, which stand in a list."""
    cards = schema("deck")["$defs"]["anki"]["properties"]["cards"]
    assert cards["items"]["enum"] == [str(kind) for kind in CardKind]


def test_the_fields_are_those_of_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that the reader takes stands in the schema and the other way round, in every mapping that it knows."""
    taken = taken_fields(tmp_path, monkeypatch)
    known = {what: set(definition(*where).get("properties", ())) for what, where in MAPPINGS.items()}
    assert taken.keys() == known.keys()
    assert {what: sorted(fields - known[what]) for what, fields in taken.items() if fields - known[what]} == {}
    assert {what: sorted(known[what] - fields) for what, fields in taken.items() if known[what] - fields} == {}


@pytest.mark.parametrize("case", cases_in(CASE_FILES))
def test_schema_and_reader_judge_alike(case: Case, tmp_path: Path) -> None:
    """In each case of the reader's, an editor underlines the very facts, sources and specs that `check` reports."""
    problems_of(case, tmp_path)
    problems = [problem for problem in check_project(tmp_path).problems if problem.code in JUDGED]
    found, underlined = set(), set()
    for path, text, root in documents(tmp_path):
        found |= {(path, *entry_of(problem, root)) for problem in problems if problem.place.document == path}
        underlined |= {(path, *entry_at(where)) for where, _ in complaints(path, text)}
    assert (underlined == found) is (case.title not in CASES_BEYOND), (underlined - found, found - underlined)


def test_every_code_of_the_cases_is_judged_or_has_a_reason() -> None:
    """No code of the reader is left out in silence."""
    codes = {code for case in CASES for code in re.findall(r"error\[(QZ0\d\d)\]", case.expected)}
    assert codes - JUDGED - set(ABOVE_A_SCHEMA) - BELOW_A_SCHEMA == set()


@pytest.mark.parametrize("project", [REPOSITORY, REPOSITORY / "starter"], ids=["repository", "starter"])
def test_our_own_files_are_good(project: Path) -> None:
    """An editor underlines nothing in the facts and specs that we ship."""
    found = {path: complaints(path, text) for path, text, _ in documents(project)}
    if project.name == "starter":  # `init` writes a namespace in its place
        assert [where for where, _ in found.pop("quizgen.yaml")] == [("namespace",)]
    assert found
    assert {path: errors for path, errors in found.items() if errors} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_them(name: str) -> None:
    """`quizgen schema NAME` prints the file as it is, to be saved for an editor."""
    printed = CliRunner().invoke(command, [name])
    assert printed.output == (REPOSITORY / "quizgen" / "schema" / f"{name}.json").read_text(encoding="utf-8")


def definition(name: str, inner: str) -> dict[str, Any]:
    """Return the part of a schema that defines a mapping; the whole of it for an empty name."""
    shape = schema(name)
    part: dict[str, Any] = shape["$defs"][inner] if inner else shape
    return part


def fields_of(shape: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field that a schema defines, with its path."""
    for name, part in {"": shape, **shape["$defs"]}.items():
        yield from ((f"{name}.{field}", inner) for field, inner in part.get("properties", {}).items())


def described(field: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    """Return a field's own definition, or the one that it refers to."""
    referred: dict[str, Any] = shape["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})
    return {**referred, **field}


def taken_fields(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """Read all cases, and listen to which fields the reader takes from which mapping."""
    taken: dict[str, set[str]] = {}
    close = Fields.close

    def listen(fields: Fields) -> None:
        taken.setdefault(fields.what, set()).update(fields.taken)
        close(fields)

    monkeypatch.setattr(Fields, "close", listen)
    for number, case in enumerate(CASES):
        problems_of(case, folder / str(number))
    return taken


def documents(project: Path) -> Iterator[tuple[str, str, Mapping | None]]:
    """Yield the documents of a project that a schema is for and that are YAML: path, text and root."""
    for file in sorted(project.rglob("*.y*ml")):
        path = file.relative_to(project).as_posix()
        if re.fullmatch(r"quizgen\.yaml|(data|decks)/[^./][^/]*", path) and file.is_file():
            document, problems = decode_document(path, file.read_bytes())
            root, more, whole = read_nodes(document)
            if whole and not problems and not more and (root is None or isinstance(root, Mapping)):
                yield path, document.text, root


def entry_at(where: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Cut a path down to the fact, the source or the quiz that it lies in."""
    return where[:2] if len(where) > 1 and isinstance(where[1], int) else ()


def entry_of(problem: Problem, root: Mapping | None) -> tuple[str | int, ...]:
    """Return the fact, the source or the quiz that a problem stands in."""
    at = (problem.place.line, problem.place.column)
    found: tuple[str | int, ...] = ()
    for name in root.names() if root is not None else ():
        if (name.line, name.column) <= at:
            items = root[name] if root is not None and name in LISTS else None
            begun = [item for item in items if item.place[1:3] <= at] if isinstance(items, Sequence) else []
            found = (str(name), len(begun) - 1) if begun else ()
    return found
