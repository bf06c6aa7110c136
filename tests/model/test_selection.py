"""Which facts a deck takes."""

from __future__ import annotations

import pytest

from quizgen.model.fact import Certainty, Citation, Fact
from quizgen.model.selection import Selection, lies_in
from quizgen.model.text import Text


def fact(id_: str, *topics: str, certainty: Certainty = Certainty.STATED, source: str = "survey") -> Fact:
    """Make a fact with what a selection looks at."""
    return Fact(
        id=Text(id_),
        topics=tuple(map(Text, topics)),
        claim=Text("A claim."),
        citations=(Citation(source=Text(source)),),
        certainty=certainty,
    )


FACTS = (
    fact("length", "river/size"),
    fact("depth", "river/size/depth", certainty=Certainty.INFERRED),
    fact("name", "history", "river", source="atlas"),
    fact("riverbank", "riverbank"),
)


def texts(*words: str) -> tuple[Text, ...]:
    """Write words as a curator's texts."""
    return tuple(map(Text, words))


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), ["length", "depth", "name", "riverbank"]),
        (Selection(topics=texts("river")), ["length", "depth", "name"]),
        (Selection(topics=texts("river/size")), ["length", "depth"]),
        (Selection(topics=texts("river/siz")), []),
        (Selection(topics=texts("history", "riverbank")), ["name", "riverbank"]),
        (Selection(ids=texts("riverbank", "length")), ["length", "riverbank"]),
        (Selection(topics=texts("river"), ids=texts("riverbank")), []),
        (Selection(topics=texts("river"), exclude=texts("depth")), ["length", "name"]),
        (Selection(ids=texts("depth"), exclude=texts("depth")), []),
        (Selection(certainty=(Certainty.INFERRED, Certainty.ALLEGED)), ["depth"]),
        (Selection(sources=texts("atlas")), ["name"]),
        (Selection(topics=texts("river"), sources=texts("survey"), certainty=(Certainty.STATED,)), ["length"]),
    ],
)
def test_what_is_taken(selection: Selection, taken: list[str]) -> None:
    """A fact must meet every condition that is given; the order is that of the facts."""
    assert [one.id for one in selection.select(FACTS)] == taken


def test_any_of_several_citations_counts() -> None:
    """A fact with two sources is taken for either of them."""
    both = FACTS[0]._replace(citations=(Citation(source=Text("survey")), Citation(source=Text("atlas"))))
    assert Selection(sources=texts("atlas")).select([both]) == (both,)


@pytest.mark.parametrize(
    ("topic", "other", "lies"),
    [
        ("media", "media", True),
        ("media/law", "media", True),
        ("media", "media/law", False),
        ("media-law", "media", False),
        ("mass/media", "media", False),
    ],
)
def test_topics_that_lie_in_others(topic: str, other: str, lies: bool) -> None:  # noqa: FBT001 - a column of the table
    """A topic holds what stands below it, not what only begins with its letters."""
    assert lies_in(topic, other) is lies
