"""The recipes of ``quizgen init`` and ``quizgen new``."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import quizgen
from quizgen.diagnostics.problem import Place, Problem
from quizgen.reading.content import read_content
from quizgen.writing.files import write_files

_PACKAGE = Path(quizgen.__file__).parent
_NAMESPACE_LINE = re.compile(rb"^namespace: NAMESPACE$", re.MULTILINE)
_LONGEST_ID = 40


def init_project(folder: Path, namespace: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Lay out the starter project in a folder; a problem where one of its files stands there already."""
    starter = starter_folder()
    files = {
        path.relative_to(starter).as_posix(): path.read_bytes()
        for path in sorted(starter.rglob("*"))
        if path.is_file() and "build" not in path.relative_to(starter).parts
    }
    files["quizgen.yaml"] = _NAMESPACE_LINE.sub(f"namespace: {namespace}".encode(), files["quizgen.yaml"])
    taken = [path for path in files if (folder / path).exists()]
    if taken:
        message = f"`{taken[0]}` stands in the folder already"
        place = Place((folder / taken[0]).as_posix())
        return (), (Problem(code="QZ901", message=message, place=place, hint="name an empty folder, or a new one"),)
    return write_files(folder, {}, files)


def starter_folder() -> Path:
    """Return the starter project: inside the package, or beside it in a checkout."""
    packaged = _PACKAGE / "starter"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "starter"


def new_fact(root: Path, words: str, topic: str | None) -> str:
    """Write the skeleton of a fact: an id that no fact has, the project's commonest topic, its last source."""
    content, _, _ = read_content(root)
    facts, sources = content.bank.facts, content.bank.sources
    home = topic or (str(facts[-1].topics[0]) if facts else "topic")
    source = sources[-1].id if sources else "source"
    return (
        f"\n  - id: {_fresh_id(words or 'new-fact', content.fact_ids)}\n"
        f"    topics: [{home}]\n"
        "    claim: One full sentence that is true of its source, in your own words.\n"
        f"    citations: [{{source: {source}, locator: page 1}}]\n"
        "    question: One question with exactly one right answer?\n"
        "    answer: the answer\n"
        "    distractors: [a wrong answer, another wrong one]\n"
    )


def _fresh_id(words: str, taken: frozenset[str]) -> str:
    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", ascii_words))[:_LONGEST_ID].strip("-") or "fact"
    number, fresh = 2, stem
    while fresh in taken:
        number, fresh = number + 1, f"{stem}-{number}"
    return fresh
