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
        """Return the date that a fact stands for: its own, or else that of its first dated source."""
        if fact.as_of is not None:
            return fact.as_of
        dates = (self.source_of(citation).as_of for citation in fact.citations)
        return next((date for date in dates if date is not None), None)
