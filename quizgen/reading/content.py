"""A project's folder to its content: all documents, all problems, in one run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.bank import Bank
from quizgen.model.content import Content
from quizgen.model.layout import ARCHIVE_FOLDER, BUILD_FOLDER, DECKS_FOLDER, PROJECT_FILE, TEMPLATES_FOLDER
from quizgen.model.project import DeckSpec, Project
from quizgen.model.text import Text
from quizgen.reading.folder import Folder
from quizgen.reading.inside import leads_out, link_problem
from quizgen.reading.lists import gather_lists, read_facts, read_sources
from quizgen.reading.patterns import ID
from quizgen.reading.project import read_project
from quizgen.reading.specs import read_deck_spec
from quizgen.reading.texts import Texts
from quizgen.reading.words import read_words

_OTHER_FOLDERS = (ARCHIVE_FOLDER, BUILD_FOLDER, TEMPLATES_FOLDER)
"""They are read, or written into, by others than us."""
_PROJECT_BEGIN = "write `namespace: …`, `title: …` and `language: …` into it"
_DECK_BEGIN = "write `title: …` and `facts: {topics: […]}` into it"


def read_content(root: Path) -> tuple[Content, tuple[Problem, ...], Texts]:
    """Read the project in a folder.

    Returns its content, the problems in no order, and the text of every document by path, for excerpts.
    """
    folder = Folder(root)
    folder.problems.extend(link_problem(name) for name in _OTHER_FOLDERS if leads_out(root, name))
    project = _read_project(folder)
    lists = gather_lists(folder)
    sources = read_sources(lists, folder.problems)
    facts, drafts = read_facts(lists, folder.problems)
    specs, spec_ids = _read_specs(folder)
    content = Content(
        project=project,
        bank=Bank(facts=tuple(facts), sources=tuple(sources)),
        specs=tuple(specs),
        fact_ids=lists.fact_ids,
        source_ids=lists.source_ids,
        spec_ids=frozenset(spec_ids),
        topics=lists.topics,
        whole=lists.whole,
        drafts=tuple(drafts),
    )
    return content, tuple(folder.problems), folder.texts


def _read_project(folder: Folder) -> Project | None:
    node = folder.document(PROJECT_FILE, _PROJECT_BEGIN)
    project = None if node is None else read_project(node, folder.problems)
    words = read_words(folder)
    return replace(project, words=words) if project and words else project


def _read_specs(folder: Folder) -> tuple[list[DeckSpec], dict[str, str]]:
    """Read all deck specs; returns them, and the path of each id, read or not."""
    specs: list[DeckSpec] = []
    paths: dict[str, str] = {}
    for path, node in folder.documents(DECKS_FOLDER, _DECK_BEGIN, f"{DECKS_FOLDER}/first.yaml"):
        name = Path(path).stem
        folder.problems.extend(_name_problems(name, path, paths.setdefault(name, path)))
        spec = None if node is None else read_deck_spec(Text(name, path), node, folder.problems)
        if spec is not None and paths[name] == path:
            specs.append(spec)
    return specs, paths


def _name_problems(name: str, path: str, first: str) -> list[Problem]:
    """Look at a deck spec's id, which is the name of its file."""
    if path != first:
        message, hint = f"the deck spec id `{name}` is used twice", "rename one of the two files"
        labels = (Label(Place(first), "first here"),)
        return [Problem(code="QZ040", message=message, place=Place(path), labels=labels, hint=hint)]
    if not ID.fits(name):
        message, hint = f"the file name `{name}` cannot be used as a deck's id", f"rename the file: use {ID.means}"
        return [Problem(code="QZ028", message=message, place=Place(path), hint=hint)]
    return []
