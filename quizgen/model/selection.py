"""Which facts a deck spec asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.model.fact import Certainty, Fact
from quizgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The facts that match every field that is not empty, without ``exclude``."""

    topics: tuple[Text, ...] = ()
    """A fact matches if one of its topics is or lies below one of these."""
    ids: tuple[Text, ...] = ()
    exclude: tuple[Text, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    sources: tuple[Text, ...] = ()

    def takes(self, fact: Fact) -> bool:
        """Whether a fact is selected."""
        return (
            (not self.topics or any(lies_in(topic, wanted) for topic in fact.topics for wanted in self.topics))
            and (not self.ids or fact.id in self.ids)
            and fact.id not in self.exclude
            and (not self.certainty or fact.certainty in self.certainty)
            and (not self.sources or any(citation.source in self.sources for citation in fact.citations))
        )

    def select(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return the facts that are selected, in the order given."""
        return tuple(fact for fact in facts if self.takes(fact))


def lies_in(topic: str, other: str) -> bool:
    """Whether a topic is another one or lies below it: ``media/law`` lies in ``media``."""
    return topic == other or topic.startswith(f"{other}/")
