"""Edits over generated banks: what they change in a quiz, and that every such change is told with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quizgen.model.fact import Fact
from quizgen.model.project import ItemType
from quizgen.model.quiz import Form, Item, PlacedItem, Quiz
from quizgen.planning.form_changes import plan_form_changes
from quizgen.planning.hashing import Ranks
from quizgen.planning.items import KINDS
from quizgen.planning.means import Index, Means
from quizgen.planning.quizzes import plan_quiz
from quizgen.planning.seating import Seating
from tests.support.generated import SPEC, banks, edited, edits, facts_of
from tests.support.quiz_facts import bank_of

pytestmark = pytest.mark.slow

thorough = settings(max_examples=30, suppress_health_check=list(HealthCheck))


def plan(facts: Sequence[Fact]) -> Quiz | None:
    """Plan the quiz of these facts, if that is possible."""
    return plan_quiz(SPEC, facts, bank_of(facts), "en")[0]


def plan_whole(facts: Sequence[Fact]) -> Quiz:
    """Plan a quiz; what is no quiz is no example."""
    made = plan(facts)
    assume(made is not None)
    assert made is not None
    return made


def seating_of(facts: Sequence[Fact]) -> Seating:
    """Return what dealing knows of these facts."""
    means = Means(ranks=Ranks(SPEC.seed, SPEC.id), index=Index(bank_of(facts), tuple(facts)), lang="en")
    return Seating(spec=SPEC, means=means, avoided={})


@thorough
@given(banks())
def test_the_order_of_the_facts_in_their_files_changes_nothing(bank: list[int]) -> None:
    """Facts may be sorted and moved between files: the same quiz, to the last code."""
    facts = facts_of(bank)
    assert plan(facts[::-1]) == plan(facts)


@thorough
@given(banks())
def test_every_form_asks_the_same_and_has_one_key(bank: list[int]) -> None:
    """All forms hold equal items; a choice has one right option, a set all of its members, an order all numbers."""
    made = plan_whole(facts_of(bank))
    first = Counter(repr(placed.item) for placed in made.forms[0].items)
    for form in made.forms:
        assert Counter(repr(placed.item) for placed in form.items) == first
        for placed in form.items:
            _check_key(placed)


def _check_key(placed: PlacedItem) -> None:
    item, right = placed.item, [option.text for option in placed.options if option.is_key]
    texts = [option.text.casefold() for option in placed.options]
    assert len(texts) == len(set(texts))
    match item.type:
        case ItemType.MULTIPLE_CHOICE | ItemType.MATCHING:
            assert right == [item.fact.answers[0].text]
        case ItemType.MULTIPLE_RESPONSE:
            assert sorted(right) == sorted(answer.text for answer in item.fact.answers)
        case ItemType.TRUE_FALSE:
            assert (item.stem == item.fact.claim) == item.is_true
        case ItemType.ORDERING:
            dates = [one.when.sort_key for one in item.facts if one.when]
            assert dates == sorted(set(dates))
            assert sorted(placed.ranks) == list(range(1, len(item.facts) + 1))
        case _:
            assert item.answers


@thorough
@given(banks(), st.integers(0, 59))
def test_a_fact_that_is_not_asked_and_lends_nothing_leaves_no_trace(bank: list[int], chosen: int) -> None:
    """Taking it away gives the very same quiz, so adding it does as well."""
    facts = facts_of(bank)
    made = plan_whole(facts)
    used = {str(one.id) for one in made.forms[0].facts}
    used |= {option.slot for placed in made.forms[0].items for option in placed.options if not option.is_key}
    bases = {one.same_claim for one in facts}
    unused = [one for one in facts if one.id not in used and one.id not in bases]
    assume(unused)
    gone = unused[chosen % len(unused)]
    rest = tuple(one for one in facts if one is not gone)
    assume(_items_alone(facts, rest) == _items_alone(rest, rest))  # else it bars or lends an option elsewhere
    assert plan(rest) == made


@thorough
@given(banks(), edits())
def test_an_edit_changes_its_own_item_alone_unless_there_is_a_reason(
    bank: list[int], edit: tuple[str, int, int]
) -> None:
    """Eligibility, cues and what facts lend being as they were, all other items stay as they were, in their order."""
    facts = facts_of(bank)
    made = plan_whole(facts)
    id_, after_facts = edited(facts, edit)
    assume(not _has_reason(facts, after_facts, id_))
    after = plan(after_facts)
    assert after is not None
    for old, new in zip(made.forms, after.forms, strict=True):
        assert _asked(old) == _asked(new)
        pairs = zip(old.items, new.items, strict=True)
        changed = [now.item for then, now in pairs if (then.item, then.options) != (now.item, now.options)]
        assert all(id_ in [one.id for one in item.facts] for item in changed)


def _asked(form: Form) -> list[list[str]]:
    """Return the facts of each item, in the order of the form."""
    return [sorted(str(one.id) for one in placed.item.facts) for placed in form.items]


def _has_reason(before: Sequence[Fact], after: Sequence[Fact], id_: str) -> bool:
    """Whether an edit changed what can be asked as what, a cue, or an option or a statement of another fact."""
    old, new = seating_of(before), seating_of(after)
    if [(one.id, one.claim, one.seats) for one in old.candidates] != [(o.id, o.claim, o.seats) for o in new.candidates]:
        return True
    others = [one for one in before if one.id != id_]
    if _items_alone(before, others) != _items_alone(after, [one for one in after if one.id != id_]):
        return True
    at_home = next(one.seats for one in old.candidates if one.id == id_)
    pairs = [(at, one.id, its) for at in at_home for one in old.candidates if one.id != id_ for its in one.seats]
    return any(
        (old.cues(id_, at, other, its), old.bars(id_, at, other, its))
        != (new.cues(id_, at, other, its), new.bars(id_, at, other, its))
        for at, other, its in pairs
    )


def _items_alone(facts: Sequence[Fact], asked: Sequence[Fact]) -> dict[tuple[str, int], tuple[Item, ...]]:
    """Return the items that each section would make of single facts."""
    seating = seating_of(facts)
    return {
        (str(one.id), at): KINDS[section.type].plan([one], section, seating.means)
        for one in asked
        for at, section in enumerate(SPEC.sections)
        if not seating.lack_of(str(one.id), at)
    }


@thorough
@given(banks(), edits())
def test_every_change_beyond_the_edited_fact_is_told_with_its_reason(
    bank: list[int], edit: tuple[str, int, int]
) -> None:
    """Whatever came, went or reads otherwise, and is not the edited fact, stands in a reason by its id."""
    facts = facts_of(bank)
    made = plan_whole(facts)
    id_, after_facts = edited(facts, edit)
    after = plan_whole(after_facts)
    for old, new in zip(made.forms, after.forms, strict=True):
        changes = plan_form_changes("generated", old, new, after.passed_over)
        told = " | ".join(changes.reasons) if changes else ""
        for other in _changed(old, new) - {id_}:
            assert f"`{other}`" in told, (other, told)


def _changed(old: Form, new: Form) -> set[str]:
    """Return the ids of facts that came, went, or whose item reads otherwise; an ordering goes by its facts."""
    before, after = _items_of(old), _items_of(new)
    both = before.keys() & after.keys()
    return (before.keys() ^ after.keys()) | {id_ for id_ in both if _printed(before[id_]) != _printed(after[id_])}


def _items_of(form: Form) -> dict[str, PlacedItem]:
    return {str(one.id): placed for placed in form.items for one in placed.item.facts}


def _printed(placed: PlacedItem) -> tuple[object, ...]:
    if placed.item.type is ItemType.ORDERING:
        return ()
    return (placed.item.type, placed.item.stem, [option.text for option in placed.options], placed.key_letter)


@thorough
@given(banks(least=26, most=34))
def test_no_item_gives_away_the_answer_of_another_without_a_warning(bank: list[int]) -> None:
    """Small banks cannot always avoid it: each answer that is given away is reported, and nothing else is."""
    facts = facts_of(bank)
    made, problems = plan_quiz(SPEC, facts, bank_of(facts), "en")
    assume(made is not None)
    assert made is not None
    messages = [f"the quiz cannot avoid that `{one}` can be read in another question" for one in _cues(made, facts)]
    assert sorted(problem.message for problem in problems) == sorted(messages)
    assert all(problem.code == "QZ402" and len(problem.labels) == 1 for problem in problems)


def _cues(made: Quiz, facts: Sequence[Fact]) -> Iterator[str]:
    seating = seating_of(facts)
    seated = [
        (str(one.id), seating.able_at(str(one.id), at)[0])
        for at, part in enumerate(made.forms[0].parts)
        for placed in part.items
        for one in placed.item.facts
    ]
    for one, other in permutations([seating.footprint(id_, at) for id_, at in seated], 2):
        yield from (str(answer) for _, answer in one.revealed(other))
