"""Records from elsewhere to the fact file that holds them, with what the curator owes.

Nothing is made up: a claim is the whole sentence of a cloze text, or stays empty, as does everything that only the
curator can know.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.bringing import (
    NO_WISHES,
    Bringing,
    FactFile,
    Foreign,
    Owed,
    Picture,
    Record,
    Standing,
    Value,
    Wishes,
)
from quizgen.model.layout import PICTURES_FOLDER
from quizgen.planning.bringing_entries import Sources, fact_entry
from quizgen.planning.coining import Coiner

_SHORT = 5
"""Shorter names of files are made longer: `con`, `nul` and the like cannot be files on Windows."""
_MARK = re.compile(r"[\\*^~`]")
_REMARKS = (
    "What only you can know stands empty, and `quizgen check` lists it. A claim is one full sentence, true of its",
    "source, in your own words. Of the source give all that you know: title-short, author, publisher, as_of, URL …",
)


def plan_bringing(
    foreign: Foreign, standing: Standing, wishes: Wishes = NO_WISHES
) -> tuple[Bringing, tuple[Problem, ...]]:
    """Plan the fact file for the records of a foreign file.

    Records that say the same are merged; the same question with another answer is reported, and both are kept.
    """
    grouping = _Grouping(standing)
    for record in foreign.records:
        grouping.take(record)
    shown = [_shown(group) for group in grouping.groups]
    paths = _picture_paths((picture.name for picture in shown if picture is not None), standing)
    sources, ids = Sources(standing, foreign.name), Coiner(standing.fact_ids)
    facts = tuple(
        fact_entry(ids.coin(_words(group[0])), group, sources, wishes, _picture_entry(picture, paths))
        for group, picture in zip(grouping.groups, shown, strict=True)
    )
    remarks = (f"Brought from {foreign.name} by `quizgen import`.", *_REMARKS)
    file = FactFile(remarks=remarks, sources=sources.entries(), facts=facts)
    pictures = {path: foreign.pictures[name] for name, path in paths.items()}
    return Bringing(file=file, pictures=pictures, merged=grouping.merged), tuple(grouping.problems)


class _Said(NamedTuple):
    """Who gave an answer to a question: a group of records, or a fact of the project."""

    place: Place
    group: list[Record] | None


class _Grouping:
    """Puts records that say the same into one group."""

    def __init__(self, standing: Standing) -> None:
        self.groups: list[list[Record]] = []
        self.problems: list[Problem] = []
        self.merged = 0
        self._said: dict[str, dict[str, _Said]] = {}
        for question, answer in standing.asked:
            self._said.setdefault(_folded(question), {})[_folded(answer)] = _Said(question.place, None)

    def take(self, record: Record) -> None:
        """Add a record to the group that says the same, or begin a group."""
        asked, answer = _folded(record.question or record.cloze), _folded(record.answer)
        said = self._said.setdefault(asked, {}) if asked else {}
        if same := said.get(answer):
            self.merged += 1
            if same.group is not None:
                same.group.append(record)
            return
        if said:
            self.problems.append(_other_answer(record, next(iter(said.values())).place))
        group = [record]
        self.groups.append(group)
        said[answer] = _Said(record.place, group)


def _other_answer(record: Record, other: Place) -> Problem:
    return Problem(
        code="QZ545",
        message=f"`{record.question or record.cloze}` was asked before, with another answer",
        place=record.place,
        labels=(Label(other, "first asked here"),),
        hint="delete one of the two facts, or make one fact with both answers",
    )


def _folded(text: str) -> str:
    """Fold away what makes no difference: marks, case, width, blanks, the full stop at the end."""
    plain = unicodedata.normalize("NFKC", _MARK.sub("", text)).casefold()
    return " ".join(plain.split()).rstrip(".?")


def _words(record: Record) -> str:
    """Return the words that the id of a record's fact is coined from."""
    cloze = re.sub(r"\{\{c\d+::|::[^{}]*(?=\}\})|\}\}", "", record.cloze)
    return record.question or cloze or record.answer or (record.picture.name if record.picture else "")


def _shown(group: Iterable[Record]) -> Picture | None:
    return next((record.picture for record in group if record.picture is not None), None)


def _picture_paths(names: Iterable[str], standing: Standing) -> dict[str, str]:
    """Choose a file in the project for each picture; none that is taken."""
    coiner = Coiner(name.casefold().rpartition(".")[0] for name in standing.pictures)
    paths: dict[str, str] = {}
    for name in dict.fromkeys(names):
        stem, _, ending = name.rpartition(".")
        id_ = coiner.coin(f"picture {stem}" if len(stem) < _SHORT else stem, fallback="picture")
        paths[name] = f"{PICTURES_FOLDER}/{id_}.{ending.lower()}"
    return paths


def _picture_entry(picture: Picture | None, paths: Mapping[str, str]) -> dict[str, Value]:
    if picture is None:
        return {}
    return {"file": paths[picture.name], "alt": picture.alt or Owed(), "credit": Owed()}
