"""Ordering: events by their labels, to be numbered in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.edtf import Edtf, Moment
from quizgen.model.fact import Fact
from quizgen.model.project import ItemType, SectionSpec
from quizgen.model.quiz import Item, Option
from quizgen.model.text import Text
from quizgen.planning.means import Means

_Day = tuple[int, int, int]

_LAST_MONTH, _LAST_DAY = 12, 31


class Ordering:
    """Asks about several facts in one item."""

    rarity = 3

    def lack_of(self, fact: Fact, section: SectionSpec, means: Means) -> str:  # noqa: ARG002 - as every kind
        """Say what a fact lacks."""
        if fact.label is None:
            return "without a `label`"
        if fact.when is None:
            return "without a `when`"
        return "" if _days_of(fact.when) else "with an uncertain `when`"

    def clash(self, one: Fact, other: Fact, section: SectionSpec, means: Means) -> bool:  # noqa: ARG002 - as every kind
        """Whether it cannot be told which of two events came first."""
        spans = [_days_of(fact.when) for fact in (one, other) if fact.when is not None]
        first, second = (span for span in spans if span is not None)
        return first[0] <= second[1] and second[0] <= first[1]

    def plan(self, facts: Sequence[Fact], section: SectionSpec, means: Means) -> tuple[Item, ...]:  # noqa: ARG002 - as every kind
        """Make one item of all events."""
        in_order = sorted(facts, key=lambda fact: fact.when.sort_key if fact.when else ())
        return (
            Item(
                type=ItemType.ORDERING,
                fact=in_order[0],
                others=tuple(in_order[1:]),
                stem=Text(""),
                options=tuple(Option(slot=str(fact.id), text=fact.label or Text("")) for fact in in_order),
            ),
        )


def _days_of(date: Edtf) -> tuple[_Day, _Day] | None:
    """Return the first and the last day that a date may be; ``None`` where it is open or uncertain."""
    if date.start is None or date.end is None or not (_is_certain(date.start) and _is_certain(date.end)):
        return None
    return _first_day(date.start), _last_day(date.end)


def _is_certain(moment: Moment) -> bool:
    is_season = moment.month is not None and moment.month > _LAST_MONTH
    return not (moment.uncertain or moment.approximate or moment.unspecified or is_season)


def _first_day(moment: Moment) -> _Day:
    return moment.year, moment.month or 1, moment.day or 1


def _last_day(moment: Moment) -> _Day:
    return moment.year, moment.month or _LAST_MONTH, moment.day or _LAST_DAY
