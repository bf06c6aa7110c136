"""The bank: everything that the curator's data files say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizgen.model.edtf import Edtf
from quizgen.model.fact import Citation, Fact
from quizgen.model.source import Source


@dataclass(frozen=True)
class Bank:
    """All facts and sources of a project, in the order in which they were written."""

    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)
    """For the file of each picture that was read, a name made from its content."""

    @cached_property
    def fact_by_id(self) -> dict[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    def source_of(self, citation: Citation) -> Source:
        """Return the source that a citation names."""
        return self.source_by_id[citation.source]

    def as_of(self, fact: Fact) -> Edtf | None:
        """Return the date that a fact stands for: its own, or else that of its first dated source that is known."""
        if fact.as_of is not None:
            return fact.as_of
        sources = (self.source_by_id.get(citation.source) for citation in fact.citations)
        return next((source.as_of for source in sources if source is not None and source.as_of is not None), None)

    def contrasts_of(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts that stand against one; what is unknown or retired is left out."""
        others = (self.fact_by_id.get(id_) for id_ in fact.contrast)
        return tuple(other for other in others if other is not None and other.retired is None)
