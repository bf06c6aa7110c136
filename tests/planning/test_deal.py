"""Dealing facts to sections."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizgen.planning.deal import Candidate, Seat, deal
from quizgen.planning.hashing import Ranks

RANKS = Ranks("autumn", "rivers-short")


def seats(*counts: int) -> tuple[Seat, ...]:
    """Make sections that weigh as much as they count."""
    return tuple(Seat(name=f"section {at}", count=count, weight=count) for at, count in enumerate(counts))


def candidate(number: int, *able: int, claim: str = "") -> Candidate:
    """Make a fact that these sections can ask about."""
    return Candidate(id=f"fact-{number}", claim=claim or f"fact-{number}", seats=able)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Candidate], tuple[Seat, ...]]:
    """Small banks in which most sections are short of facts, and some facts are siblings."""
    counts = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    able = st.sets(st.integers(0, len(counts) - 1)).map(sorted)
    facts = draw(st.lists(st.tuples(able, st.integers(0, 9)), max_size=16))
    candidates = [candidate(at, *able, claim=f"claim-{claim}") for at, (able, claim) in enumerate(facts)]
    return candidates, seats(*counts)


def test_a_section_takes_as_many_as_it_counts() -> None:
    """With facts enough each section is full, and nothing is asked twice."""
    hands = deal([candidate(number, 0, 1) for number in range(50)], seats(8, 4), RANKS)
    assert [len(hand) for hand in hands] == [8, 4]
    assert not set(hands[0]) & set(hands[1])


def test_a_fact_that_only_one_section_can_take_goes_there() -> None:
    """Facts that can be asked in one way only are kept for it."""
    only_second = [candidate(number, 1) for number in range(3)]
    others = [candidate(number, 0, 1) for number in range(3, 40)]
    hands = deal([*others, *only_second], seats(10, 3), RANKS)
    first = {one.id for one in only_second} & set(hands[0])
    assert not first


def test_sections_are_filled_where_the_facts_just_suffice() -> None:
    """Facts with a choice give way to facts without one, over several sections."""
    chain = [candidate(1, 0), candidate(2, 0, 1), candidate(3, 1, 2), candidate(4, 2, 3), candidate(5, 3)]
    for seed in range(40):
        hands = deal(chain, seats(1, 1, 1, 2), Ranks(str(seed), "quiz"))
        assert [len(hand) for hand in hands] == [1, 1, 1, 2]


def test_siblings_are_not_dealt_together() -> None:
    """Of the facts of one claim one is taken, even where that leaves a section short."""
    siblings = [candidate(number, 0, 1, claim="one") for number in range(6)]
    hands = deal(siblings, seats(2, 2), RANKS)
    assert sum(map(len, hands)) == 1


def test_the_weight_of_a_section_draws_facts() -> None:
    """A section of three times the weight is home to about three times as many facts."""
    wide = (Seat(name="a", count=1000, weight=3), Seat(name="b", count=1000, weight=1))
    hands = deal([candidate(number, 0, 1) for number in range(1000)], wide, RANKS)
    assert 700 < len(hands[0]) < 800


@settings(deadline=None)
@given(tables())
def test_nothing_is_dealt_where_it_cannot_be_asked(table: tuple[list[Candidate], tuple[Seat, ...]]) -> None:
    """No section is overfull, no fact sits in two sections or in a wrong one, no claim is asked twice."""
    candidates, at_table = table
    hands = deal(candidates, at_table, RANKS)
    by_id = {one.id: one for one in candidates}
    dealt = [id_ for hand in hands for id_ in hand]
    assert len(dealt) == len(set(dealt))
    assert len({by_id[id_].claim for id_ in dealt}) == len(dealt)
    for at, (seat, hand) in enumerate(zip(at_table, hands, strict=True)):
        assert len(hand) <= seat.count
        assert all(at in by_id[id_].seats for id_ in hand)


@settings(deadline=None)
@given(tables(), st.data())
def test_a_fact_that_is_not_dealt_leaves_no_trace(
    table: tuple[list[Candidate], tuple[Seat, ...]], data: st.DataObject
) -> None:
    """Taking away a fact that no section asks about changes nothing at all."""
    candidates, at_table = table
    hands = deal(candidates, at_table, RANKS)
    dealt = {id_ for hand in hands for id_ in hand}
    unused = [one for one in candidates if one.id not in dealt]
    assume(unused)
    gone = data.draw(st.sampled_from(unused))
    assert deal([one for one in candidates if one is not gone], at_table, RANKS) == hands


@settings(deadline=None)
@given(tables())
def test_the_order_of_the_facts_in_their_file_does_not_matter(
    table: tuple[list[Candidate], tuple[Seat, ...]],
) -> None:
    """Facts may be sorted and moved freely."""
    candidates, at_table = table
    assert deal(candidates[::-1], at_table, RANKS) == deal(candidates, at_table, RANKS)


def test_in_a_large_bank_a_fact_that_goes_is_replaced_in_its_own_section() -> None:
    """Taking away a dealt fact changes one section only, by one fact."""
    candidates = [candidate(number, 0, 1, 2) for number in range(200)]
    at_table = seats(8, 4, 4)
    hands = deal(candidates, at_table, RANKS)
    gone = hands[1][0]
    after = deal([one for one in candidates if one.id != gone], at_table, RANKS)
    assert (after[0], after[2]) == (hands[0], hands[2])
    assert len(set(after[1]) - set(hands[1])) == 1
    assert set(hands[1]) - set(after[1]) == {gone}


def test_a_section_that_was_filled_up_is_left_alone_by_its_neighbours() -> None:
    """What another section loses is replaced from its own facts, not from those that were lent."""
    candidates = [candidate(number, 0, 1) for number in range(30)]
    at_table = (Seat(name="a", count=3, weight=20), Seat(name="b", count=5, weight=1))
    for seed in range(20):
        ranks = Ranks(str(seed), "quiz")
        hands = deal(candidates, at_table, ranks)
        assert [len(hand) for hand in hands] == [3, 5]
        after = deal([one for one in candidates if one.id != hands[0][0]], at_table, ranks)
        assert after[1] == hands[1]
