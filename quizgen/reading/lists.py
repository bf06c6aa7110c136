"""The lists of facts and sources of all data files, together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from quizgen.diagnostics.guess import did_you_mean, nearest
from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.fact import Fact
from quizgen.model.layout import DATA_FOLDER
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.reading.facts import NOTHING, read_fact
from quizgen.reading.fields import Fields
from quizgen.reading.folder import Folder
from quizgen.reading.limits import MOST_JUDGED
from quizgen.reading.nodes import Mapping, Node, Sequence
from quizgen.reading.sources import read_source

_MOST_LOOKED_AT = 50
_BEGIN = "begin it with `facts:` or `sources:`, and a list below"


class Lists(NamedTuple):
    """What stands in the data files: the mapping of each fact and each source, in order."""

    facts: list[Mapping]
    """Those with a ``fact`` have been read."""
    sources: list[Mapping]
    whole: bool
    """False where ids or topics may stand in what could not be read."""

    @property
    def fact_ids(self) -> frozenset[str]:
        """The ids of all facts, whatever else is wrong with them."""
        return _ids(self.facts)

    @property
    def source_ids(self) -> frozenset[str]:
        """The ids of all sources, likewise."""
        return _ids(self.sources)

    @property
    def topics(self) -> frozenset[str]:
        """Every topic that a fact names."""
        return frozenset(topic for fact in self.facts for topic in _topics(fact))


def gather_lists(folder: Folder) -> Lists:
    """Take the facts and the sources of all data files."""
    facts: list[Mapping] = []
    sources: list[Mapping] = []
    documents = folder.documents(DATA_FOLDER, _BEGIN, f"{DATA_FOLDER}/facts.yaml", {"facts": read_if_sound})
    files = [node is not None and _gather(folder, path, node, facts, sources) for path, node in documents]
    named = all(isinstance(_meant_id(node), Text) for node in (*facts, *sources))
    sorted_in = all(any(_topics(node)) for node in facts if "same_claim" not in node)
    return Lists(facts, sources, whole=bool(files) and all(files) and named and sorted_in)


def read_if_sound(node: Node) -> None:
    """Read a fact as soon as its node is there, so that its fields need not be kept.

    Nearly all facts stand for themselves and have no problems; of whatever else there is ``read_facts`` tells.
    """
    if isinstance(node, Mapping) and "same_claim" not in node:
        fact, is_sound = read_fact(node, [])
        if is_sound:
            node.become(fact)


def read_sources(lists: Lists, problems: list[Problem]) -> list[Source]:
    """Read all sources; of those with the same id the first counts."""
    doubles = _doubles(lists.sources, "source", problems)
    sources = [read_source(node, problems) if len(problems) < MOST_JUDGED else None for node in lists.sources]
    return [source for at, source in enumerate(sources) if source is not None and at not in doubles]


def read_facts(lists: Lists, problems: list[Problem]) -> tuple[list[Fact], list[Fact]]:
    """Read the facts that stand for themselves, then those that ask again about one of them.

    Returns the facts, and the drafts of those with problems.
    """
    doubles = _doubles(lists.facts, "fact", problems)
    nodes = list(enumerate(lists.facts))
    read = {at: _judged(node, problems) for at, node in nodes if "same_claim" not in node}
    bases = {str(fact.id): at for at, (fact, _) in read.items() if fact.id and at not in doubles}
    named = {str(id_): node for at, node in nodes if at not in doubles and isinstance(id_ := _id(node), Text)}
    for at, node in nodes:
        if "same_claim" in node:
            base, base_is_sound = read.get(bases.get(str(node["same_claim"]), -1), (None, False))
            fact, is_sound = _judged(node, problems, base)
            read[at] = fact, is_sound and base_is_sound
            if base is None and len(problems) < MOST_JUDGED:
                problems.extend(_wrong_base(node, named, whole=lists.whole))
    sound = {at for at, (_, is_sound) in read.items() if is_sound} - doubles
    in_order = [(at, fact) for at, (fact, _) in sorted(read.items())]
    return [fact for at, fact in in_order if at in sound], [fact for at, fact in in_order if at not in sound]


def _judged(node: Mapping, problems: list[Problem], base: Fact | None = None) -> tuple[Fact, bool]:
    """Read a fact, unless so much is wrong with those before it that nobody reads what is wrong with this one."""
    if node.fact:
        return node.fact, True
    return read_fact(node, problems, base) if len(problems) < MOST_JUDGED else (NOTHING, False)


def _gather(folder: Folder, path: str, node: Mapping, facts: list[Mapping], sources: list[Mapping]) -> bool:
    """Take the lists of one file; ``False`` where something of them could not be read."""
    before = len(folder.problems)
    fields = Fields(node, "a fact file", folder.problems, Place(path))
    sources.extend(fields.items("sources", fields.sequence("sources") or (), partial(_mapping, fields, "a source")))
    facts.extend(fields.items("facts", fields.sequence("facts") or (), partial(_mapping, fields, "a fact")))
    fields.close()
    return node.complete and len(folder.problems) == before


def _mapping(fields: Fields, what: str, item: Node) -> Mapping | None:
    if isinstance(item, Mapping):
        return item
    if len(fields.problems) < MOST_JUDGED:
        fields.wrong_shape(what, item, "a mapping of fields", "begin it with `- id: …`")
    return None


def _doubles(nodes: list[Mapping], what: str, problems: list[Problem]) -> set[int]:
    """Report each id that was used before with both places; return the positions of those nodes."""
    first: dict[str, Text] = {}
    doubles = set()
    for at, node in enumerate(nodes):
        id_ = _id(node)
        if isinstance(id_, Text) and first.setdefault(id_, id_) is not id_:
            doubles.add(at)
            if len(problems) >= MOST_JUDGED:
                continue
            message, hint = f"the {what} id `{id_}` is used twice", "give this one an id of its own"
            labels = (Label(first[id_].place, "first here"),)
            problems.append(Problem(code="QZ040", message=message, place=id_.place, labels=labels, hint=hint))
    return doubles


def _wrong_base(node: Mapping, named: dict[str, Mapping], *, whole: bool) -> Iterator[Problem]:
    """Say what is wrong with a ``same_claim`` that names no fact with a claim."""
    name = node["same_claim"]
    if not isinstance(name, Text) or not name.strip():
        return
    other = named.get(name)
    if other is node:
        message, hint = "`same_claim` names the fact itself", "name the fact whose claim this one asks about as well"
    elif other is not None and "same_claim" in other:
        message = f"`same_claim` names `{name}`, which has a `same_claim` of its own"
        hint = f"write `same_claim: {other['same_claim']}`"
    elif other is None and whole:
        message = f"`same_claim` names `{name}`, which is no fact"
        hint = did_you_mean(name, named) or "name the id of a fact that has a `claim`"
    else:
        return
    yield Problem(code="QZ041", message=message, place=name.place, hint=hint)


def _id(node: Mapping) -> Node | None:
    return node.fact.id if node.fact else node.get("id")


def _ids(nodes: list[Mapping]) -> frozenset[str]:
    return frozenset(str(id_) for node in nodes if isinstance(id_ := _meant_id(node), Text))


def _topics(node: Mapping) -> Iterator[str]:
    topics = node.fact.topics if node.fact else _meant(node, "topics")
    for topic in topics if isinstance(topics, (Sequence, tuple)) else [topics]:
        if isinstance(topic, Text):
            yield str(topic)


def _meant_id(node: Mapping) -> Node | None:
    return node.fact.id if node.fact else _meant(node, "id")


def _meant(node: Mapping, name: str) -> Node | None:
    """Return a field's value, also where its name is misspelt: what refers to it is not wrong as well."""
    if name in node:
        return node[name]
    return next((node[other] for other in islice(node.names(), _MOST_LOOKED_AT) if nearest(other, (name,))), None)
