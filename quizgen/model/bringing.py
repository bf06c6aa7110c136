"""Bringing facts from elsewhere: what a foreign file holds, and the fact file that is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from quizgen.diagnostics.problem import Place
from quizgen.model.text import Text


class Picture(NamedTuple):
    """A picture as a foreign file names it."""

    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One question of a foreign file: plain texts of one line each, in our inline markup.

    Texts are empty where the file says nothing.
    """

    place: Place
    """The line of a text file; in a package the number of the note stands for it."""
    question: str = ""
    answer: str = ""
    accept: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    cloze: str = ""
    explanation: str = ""
    home: str = ""
    """The deck or topic that it stood in, as spelt: ``Geo::Rivers``."""
    tags: tuple[str, ...] = ()
    source: str = ""
    locator: str = ""
    picture: Picture | None = None


class Left(NamedTuple):
    """Something that could not be carried over."""

    one: str
    many: str
    """The same in the plural."""
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """What a foreign file holds."""

    name: str
    """The file's name, without its folder."""
    records: tuple[Record, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The pictures that records show, by their names in the file."""
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the project has already, as far as it matters to newcomers."""

    fact_ids: frozenset[str] = frozenset()
    """All ids that were ever used, those in ``renamed_from`` included."""
    source_ids: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    """Title → id of each source."""
    asked: tuple[tuple[Text, Text], ...] = ()
    """Question and answer of each fact that has one answer; the cloze text of each that has one, with none."""
    pictures: frozenset[str] = frozenset()
    """Names of the files in the folder of pictures."""


class Wishes(NamedTuple):
    """What is wished for every fact that an import makes; both may be empty."""

    topic: str = ""
    """Its home."""
    lang: str = ""


NO_WISHES = Wishes()


class Owed(NamedTuple):
    """A value that only the curator can give: the field is written without one, so that ``check`` lists it."""

    remark: str = ""


Value: TypeAlias = "str | Owed | tuple[str, ...] | Mapping[str, Value] | tuple[Mapping[str, str], ...]"
Entry: TypeAlias = Mapping[str, Value]
"""The fields of a fact or a source, in the order in which they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFile:
    """A fact file to be written."""

    remarks: tuple[str, ...]
    """Lines that stand at its top as comments."""
    sources: tuple[Entry, ...]
    facts: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """What an import writes."""

    file: FactFile
    pictures: Mapping[str, bytes]
    """By path relative to the project."""
    merged: int
    """Records that said the same as another one, or as a fact of the project."""
