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

    def select(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return the facts that are selected, in the order given."""
        above = tuple([f"{topic}/" for topic in self.topics])
        ids, exclude, certainty, sources = map(frozenset, (self.ids, self.exclude, self.certainty, self.sources))
        taken = (
            fact
            for fact in facts
            if (not above or [topic for topic in fact.topics if (topic + "/").startswith(above)])
            and (not ids or fact.id in ids)
            and fact.id not in exclude
            and (not certainty or fact.certainty in certainty)
            and (not sources or any(citation.source in sources for citation in fact.citations))
        )
        return tuple(taken)


def lies_in(topic: str, other: str) -> bool:
    """Whether a topic is another one or lies below it: ``media/law`` lies in ``media``."""
    return topic == other or topic.startswith(f"{other}/")
