"""The recipe of ``quizgen import``: a file of another program to a new fact file of the project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.diagnostics.pages import has_errors
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.bringing import NO_WISHES, Bringing, Foreign, Left, Owed, Value, Wishes
from quizgen.planning.bringing import plan_bringing
from quizgen.planning.coining import legal_topic
from quizgen.reading.foreign.foreign_file import read_foreign_file
from quizgen.reading.foreign.standing import read_standing
from quizgen.reading.patterns import LANGUAGE
from quizgen.writing.fact_file import fact_file_text
from quizgen.writing.files import write_files


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What was brought, and what the curator should know."""

    problems: tuple[Problem, ...]
    """Nothing was written if one of them is an error."""
    texts: Mapping[str, str]
    """The text of each document, for excerpts."""
    facts: int = 0
    pictures: int = 0
    merged: int = 0
    left: tuple[Left, ...] = ()
    owed: Mapping[str, int] = field(default_factory=dict)
    """How many fields of each name the curator has to fill in."""


def wishes_of(topic: str, lang: str) -> tuple[Wishes, str]:
    """Return what the curator wishes for every fact, and what is wrong with the words; empty where nothing is."""
    home = legal_topic(topic)
    if topic and not home:
        return NO_WISHES, f"`{topic}` is no topic: use words such as `media/ownership`"
    if lang and not LANGUAGE.fits(lang):
        return NO_WISHES, f"`{lang}` is no language: use {LANGUAGE.means}"
    return Wishes(home, lang), ""


def import_file(root: Path, file: Path, into: str, wishes: Wishes) -> ImportReport:
    """Bring the questions of a file into a new fact file, a path relative to the project."""
    if (root / into).exists():
        return ImportReport(problems=(_taken(root, into),), texts={})
    foreign, problems, texts = read_foreign_file(file)
    if foreign is None or has_errors(problems):
        return ImportReport(problems=problems, texts=texts)
    standing, standing_texts = read_standing(root)
    bringing, found = plan_bringing(foreign, standing, wishes)
    problems, texts = (*problems, *found), {**standing_texts, **texts}
    if not bringing.file.facts:
        return ImportReport(problems=(*problems, _nothing_new(foreign)), texts=texts)
    written = {into: fact_file_text(bringing.file).encode(), **bringing.pictures}
    _, refusals = write_files(root, {}, written)
    return _report(foreign, bringing, (*problems, *refusals), texts)


def _report(
    foreign: Foreign, bringing: Bringing, problems: tuple[Problem, ...], texts: Mapping[str, str]
) -> ImportReport:
    return ImportReport(
        problems=problems,
        texts=texts,
        facts=len(bringing.file.facts),
        pictures=len(bringing.pictures),
        merged=bringing.merged,
        left=foreign.left,
        owed=_owed(bringing),
    )


def _taken(root: Path, into: str) -> Problem:
    stem, _, ending = into.rpartition(".")
    number = 2
    while (root / f"{stem}-{number}.{ending}").exists():
        number += 1
    hint = f"add `--into {stem}-{number}.{ending}`"
    return Problem(code="QZ543", message=f"`{into}` stands in the project already", place=Place(into), hint=hint)


def _nothing_new(foreign: Foreign) -> Problem:
    message = "every question of the file stands in the project already, with the same answer"
    return Problem(code="QZ544", message=message, place=Place(foreign.name), hint="there is nothing to do")


def _owed(bringing: Bringing) -> dict[str, int]:
    owed: dict[str, int] = {}
    for entry in (*bringing.file.facts, *bringing.file.sources):
        for name in _owed_fields(entry):
            owed[name] = owed.get(name, 0) + 1
    return owed


def _owed_fields(entry: Mapping[str, Value]) -> list[str]:
    own = [name for name, value in entry.items() if isinstance(value, Owed)]
    inner = [name for value in entry.values() if isinstance(value, Mapping) for name in _owed_fields(value)]
    return own + inner
