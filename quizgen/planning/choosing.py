"""Facts and topics that a section names by hand: whether it can ask about them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from quizgen.diagnostics.guess import did_you_mean
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.project import Quota, SectionSpec
from quizgen.model.selection import lies_in
from quizgen.model.text import Text
from quizgen.planning.means import claim_of
from quizgen.planning.seating import Seating


def check_choices(seating: Seating) -> Iterator[Problem]:
    """Report facts that are named and cannot be asked about so, and topics that no fact has."""
    claims: dict[str, Text] = {}
    for at, section in enumerate(seating.spec.sections):
        for id_ in section.ids:
            problem = _unable(id_, at, section, seating) or _twice(id_, claims, seating)
            if problem is not None:
                yield problem
        for quota in section.topics:
            yield from _check_topic(quota, seating)
        yield from _check_together(at, section, seating)


def _unable(id_: Text, at: int, section: SectionSpec, seating: Seating) -> Problem | None:
    fact = seating.fact_by_id.get(str(id_))
    if fact is None:
        hint = did_you_mean(id_, seating.fact_by_id) or "use the id of a fact that the deck spec's `facts` selects"
        return Problem(code="QZ405", message=f"no fact of this deck has the id `{id_}`", place=id_.place, hint=hint)
    lack = seating.lack_of(str(id_), at)
    if not lack and not seating.able_at(str(id_), at):
        lack = "not of a topic that the section asks for"
    if not lack:
        return None
    return Problem(
        code="QZ405",
        message=f"`{section.type}` cannot ask about `{id_}`",
        place=id_.place,
        labels=(Label(fact.id.place, "the fact"),),
        note=f"it is {lack}",
        hint="name another fact, or let it be asked in another type",
    )


def _twice(id_: Text, claims: dict[str, Text], seating: Seating) -> Problem | None:
    claim = claim_of(seating.fact_by_id[str(id_)], seating.means.bank)
    first = claims.setdefault(claim, id_)
    if first is id_:
        return None
    same = "is named twice" if first == id_ else f"has the same claim as `{first}`"
    return Problem(
        code="QZ406",
        message=f"`{id_}` {same}",
        place=id_.place,
        labels=(Label(first.place, "named here"),),
        note="a quiz asks about a claim once",
        hint="delete one of the two",
    )


def _check_topic(quota: Quota, seating: Seating) -> Iterator[Problem]:
    topics = {str(fact.topics[0]) for fact in seating.means.facts}
    if not any(lies_in(topic, quota.topic) for topic in topics):
        known = {prefix for topic in topics for prefix in _prefixes(topic)}
        hint = did_you_mean(quota.topic, known) or "use a topic that stands first in facts of this deck"
        message = f"no fact of this deck has the first topic `{quota.topic}`"
        yield Problem(code="QZ407", message=message, place=quota.topic.place, hint=hint)


def _prefixes(topic: str) -> Iterator[str]:
    return accumulate(topic.split("/"), "{}/{}".format)


def _check_together(at: int, section: SectionSpec, seating: Seating) -> Iterator[Problem]:
    """Report the first fact that cannot stand in one section with another one that is named."""
    named = [(id_, seats[0]) for id_ in section.ids if (seats := seating.able_at(str(id_), at))]
    for number, (id_, seat) in enumerate(named):
        for other, its in named[:number]:
            if other != id_ and seating.bars(str(id_), seat, str(other), its):
                yield Problem(
                    code="QZ405",
                    message=f"`{section.type}` cannot ask about both `{other}` and `{id_}`",
                    place=id_.place,
                    labels=(Label(other.place, "named here"),),
                    note="right sides must differ, and of two events it must be known which came first",
                    hint="name another fact in the place of one of them",
                )
                return
