"""Everything that a curator wrote, as far as it could be read."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.project import DeckSpec, Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A project's files, read.

    Facts and specs with problems are missing from ``bank`` and ``specs``, but their ids stand in the sets of
    names, so that what refers to them is not called wrong as well. Such facts are ``drafts``.
    """

    project: Project | None
    bank: Bank
    specs: tuple[DeckSpec, ...]
    fact_ids: frozenset[str]
    source_ids: frozenset[str]
    spec_ids: frozenset[str]
    topics: frozenset[str]
    """Every topic that a fact names, read or not."""
    whole: bool
    """False where a document could not be read to its end: a name may then stand in the hidden part."""
    drafts: tuple[Fact, ...] = ()
    """Facts with problems, as far as they could be read; what could not is empty, an id and a claim too."""

    @property
    def written(self) -> tuple[Fact, ...]:
        """All facts, read in full or not: what is wrong with their other fields is told in the same run."""
        return (*self.bank.facts, *self.drafts)
