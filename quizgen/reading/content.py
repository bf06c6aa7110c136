"""A project's folder to its content: all documents, all problems, in one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.bank import Bank
from quizgen.model.content import Content
from quizgen.model.fact import Fact
from quizgen.model.project import DeckSpec, Project
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.reading.documents import read_document
from quizgen.reading.facts import read_fact
from quizgen.reading.fields import ID, ID_MEANS, Fields
from quizgen.reading.nodes import Mapping, Node, Sequence
from quizgen.reading.parse import read_nodes
from quizgen.reading.project import PROJECT_FILE, read_project
from quizgen.reading.sources import read_source
from quizgen.reading.specs import read_deck_spec

DATA_FOLDER = "data"
DECKS_FOLDER = "decks"


@dataclass
class _Reading:
    """What has been gathered so far."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    whole: bool = True

    def document(self, path: str) -> Mapping | None:
        """Read one document; ``None`` where its root is not a mapping."""
        document, problems = read_document(self.root, path)
        self.texts[path] = document.text
        self.problems.extend(problems)
        if problems:
            self.whole = False
            return None
        node, problems, complete = read_nodes(document)
        self.problems.extend(problems)
        self.whole &= complete
        if node is None and complete:
            hint = "run `quizgen init` in an empty folder to see what such a file looks like"
            self.problems.append(Problem(code="QZ006", message="the file is empty", place=Place(path), hint=hint))
        elif node is not None and not isinstance(node, Mapping):
            message = "the file must be a mapping of fields"
            self.problems.append(Problem(code="QZ022", message=message, place=node.place))
        return node if isinstance(node, Mapping) else None

    def documents(self, folder: str) -> Iterable[tuple[str, Mapping]]:
        """Read all YAML documents of a folder, by name."""
        names = _yaml_files(self.root / folder)
        if not names:
            message = f"no YAML file stands in `{folder}/`"
            hint = "is this the project's folder? Name another with `--project FOLDER`"
            self.problems.append(Problem(code="QZ001", message=message, place=Place(folder), hint=hint))
        for name in names:
            node = self.document(f"{folder}/{name}")
            if node is not None:
                yield f"{folder}/{name}", node


def read_content(root: Path) -> tuple[Content, tuple[Problem, ...], dict[str, str]]:
    """Read the project in a folder.

    Returns its content, the problems in no order, and the text of every document by path, for excerpts.
    """
    reading = _Reading(root)
    project = _read_project(reading)
    fact_nodes, source_nodes = _gather_lists(reading)
    sources = _read_sources(reading, source_nodes)
    facts = _read_facts(reading, fact_nodes)
    specs, spec_ids = _read_specs(reading)
    content = Content(
        project=project,
        bank=Bank(facts=tuple(facts), sources=tuple(sources)),
        specs=tuple(specs),
        fact_ids=frozenset(_ids(fact_nodes)),
        source_ids=frozenset(_ids(source_nodes)),
        spec_ids=frozenset(spec_ids),
        topics=frozenset(_topics(fact_nodes)),
        whole=reading.whole,
    )
    return content, tuple(reading.problems), reading.texts


def _yaml_files(folder: Path) -> list[str]:
    try:
        return sorted(file.name for file in folder.iterdir() if file.suffix in {".yaml", ".yml"})
    except OSError:
        return []


def _read_project(reading: _Reading) -> Project | None:
    node = reading.document(PROJECT_FILE)
    return None if node is None else read_project(node, reading.problems)


def _gather_lists(reading: _Reading) -> tuple[list[Mapping], list[Mapping]]:
    """Take the facts and the sources of all data files."""
    facts: list[Mapping] = []
    sources: list[Mapping] = []
    for path, node in reading.documents(DATA_FOLDER):
        fields = Fields(node, "a fact file", reading.problems, Place(path))
        for name, what, target in (("sources", "a source", sources), ("facts", "a fact", facts)):
            _gather(fields, name, what, target)
        fields.close()
    return facts, sources


def _gather(fields: Fields, name: str, what: str, target: list[Mapping]) -> None:
    items: Iterable[Node] = fields.sequence(name) or ()
    target.extend(fields.items(name, items, lambda item: _mapping(fields, item, what)))


def _mapping(fields: Fields, item: Node, what: str) -> Mapping | None:
    if isinstance(item, Mapping):
        return item
    fields.wrong_shape(what, item, "a mapping of fields", "begin it with `- id: …`")
    return None


def _read_sources(reading: _Reading, nodes: list[Mapping]) -> list[Source]:
    kept = _without_doubles(reading, nodes, "source")
    sources = (read_source(node, reading.problems) for node in kept)
    return [source for source in sources if source is not None]


def _read_facts(reading: _Reading, nodes: list[Mapping]) -> list[Fact]:
    """Read the facts that stand for themselves, then those that ask again about one of them."""
    kept = _without_doubles(reading, nodes, "fact")
    read: dict[int, Fact | None] = {}
    for at, node in enumerate(kept):
        if "same_claim" not in node:
            read[at] = read_fact(node, reading.problems)
    bases = {str(fact.id): fact for fact in read.values() if fact is not None}
    for at, node in enumerate(kept):
        if "same_claim" in node:
            read[at] = _read_sibling(reading, node, bases, kept)
    return [fact for _, fact in sorted(read.items()) if fact is not None]


def _read_sibling(reading: _Reading, node: Mapping, bases: dict[str, Fact], nodes: list[Mapping]) -> Fact | None:
    name = node["same_claim"]
    base = bases.get(name) if isinstance(name, Text) else None
    if base is not None or not isinstance(name, Text):
        return read_fact(node, reading.problems, base)
    named = next((other for other in nodes if other.get("id") == name), None)
    if named is not None and "same_claim" in named:
        hint = f"name the fact that `{name}` names"
        message = f"`same_claim` names `{name}`, which has a `same_claim` of its own"
        reading.problems.append(Problem(code="QZ041", message=message, place=name.place, hint=hint))
    elif named is None and reading.whole:
        hint = did_you_mean(name, bases) or "name the id of a fact that has a `claim`"
        message = f"`same_claim` names `{name}`, which is no fact"
        reading.problems.append(Problem(code="QZ041", message=message, place=name.place, hint=hint))
    return None


def _without_doubles(reading: _Reading, nodes: list[Mapping], what: str) -> list[Mapping]:
    """Keep the first node of each id; report the others with both places."""
    first: dict[str, Text] = {}
    kept = []
    for node in nodes:
        id_ = node.get("id")
        if isinstance(id_, Text) and id_ in first:
            message = f"the {what} id `{id_}` is used twice"
            labels = (Label(first[id_].place, "first here"),)
            hint = "give this one an id of its own"
            reading.problems.append(Problem(code="QZ040", message=message, place=id_.place, labels=labels, hint=hint))
            continue
        if isinstance(id_, Text):
            first[id_] = id_
        kept.append(node)
    return kept


def _read_specs(reading: _Reading) -> tuple[list[DeckSpec], list[str]]:
    specs, ids = [], []
    for path, node in reading.documents(DECKS_FOLDER):
        name = Path(path).stem
        ids.append(name)
        if not ID.fullmatch(name):
            message = f"the file name `{name}` cannot be used as a deck's id"
            hint = f"rename the file: use {ID_MEANS}"
            reading.problems.append(Problem(code="QZ028", message=message, place=Place(path), hint=hint))
        spec = read_deck_spec(Text(name, path), node, reading.problems)
        if spec is not None:
            specs.append(spec)
    return specs, ids


def _ids(nodes: list[Mapping]) -> Iterable[str]:
    for node in nodes:
        id_ = node.get("id")
        if isinstance(id_, Text):
            yield str(id_)


def _topics(nodes: list[Mapping]) -> Iterable[str]:
    for node in nodes:
        topics = node.get("topics")
        if isinstance(topics, Sequence):
            yield from (str(topic) for topic in topics if isinstance(topic, Text))
