"""The recipes of ``quizgen init`` and ``quizgen new``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import quizgen
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import BUILD_FOLDER, DATA_FOLDER, DECKS_FOLDER, PROJECT_FILE
from quizgen.planning.coining import Coiner
from quizgen.reading.content import read_content
from quizgen.reading.ledger import shipped_ids
from quizgen.writing.files import write_files

_PACKAGE = Path(quizgen.__file__).parent
_NAMESPACE_LINE = re.compile(rb"^namespace: [\w-]+", re.MULTILINE)

_OF_AN_EXAMPLE = (
    PROJECT_FILE,
    f"{DATA_FOLDER}/**/*",
    f"{DECKS_FOLDER}/*.yaml",
    "docs/curating.md",
    "docs/teaching-loaded-material.md",
)
"""What belongs to the project that lies in this repository: not its ledger, for nobody has the new project's cards."""
_OF_EVERY_PROJECT = (".gitattributes", ".gitignore")


def init_project(
    folder: Path, namespace: str, example: str | None = None
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Lay out the starter project, or an example, in a folder; a problem where one of its files stands there already.

    The paths that were written come back.
    """
    files = dict(_starter_files() if example is None else _example_files(example))
    files[PROJECT_FILE] = _NAMESPACE_LINE.sub(f"namespace: {namespace}".encode(), files[PROJECT_FILE], count=1)
    taken = [path for path in files if (folder / path).exists()]
    if taken:
        message = f"`{taken[0]}` stands in the folder already"
        place = Place((folder / taken[0]).as_posix())
        return (), (Problem(code="QZ901", message=message, place=place, hint="name an empty folder, or a new one"),)
    return write_files(folder, {}, files)


def new_fact(root: Path, words: str, topic: str | None) -> str:
    """Write the skeleton of a fact: an id that no fact has or had, the last fact's topic, the last source."""
    content, _, _ = read_content(root)
    facts, sources = content.bank.facts, content.bank.sources
    home = topic or (str(facts[-1].topics[0]) if facts else "topic")
    source = sources[-1].id if sources else "source"
    return (
        f"\n  - id: {Coiner(content.fact_ids | shipped_ids(root)).coin(words or 'new fact')}\n"
        f"    topics: [{home}]\n"
        "    claim: One full sentence that is true of its source, in your own words.\n"
        f"    citations: [{{source: {source}, locator: page 1}}]\n"
        "    question: One question with exactly one right answer?\n"
        "    answer: the answer\n"
        "    distractors: [a wrong answer, another wrong one]\n"
    )


def _starter_files() -> Iterator[tuple[str, bytes]]:
    starter = _shipped_folder("starter", _PACKAGE.parent / "starter")
    for path in sorted(starter.rglob("*")):
        name = path.relative_to(starter)
        if path.is_file() and BUILD_FOLDER not in name.parts:
            yield name.as_posix(), path.read_bytes()


def _example_files(example: str) -> Iterator[tuple[str, bytes]]:
    folder = _shipped_folder(f"examples/{example}", _PACKAGE.parent)
    for path in sorted(path for pattern in _OF_AN_EXAMPLE for path in folder.glob(pattern)):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
    yield from ((name, content) for name, content in _starter_files() if name in _OF_EVERY_PROJECT)


def _shipped_folder(name: str, in_checkout: Path) -> Path:
    """Return a folder that the wheel ships inside the package, and that stands elsewhere in a checkout."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else in_checkout
