"""Dealing facts to sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizgen.planning.deal import deal as deal_with_reasons
from quizgen.planning.hashing import Ranks
from quizgen.planning.seats import Candidate, Seat

RANKS = Ranks("autumn", "rivers-short")


def seats(*counts: int) -> tuple[Seat, ...]:
    """Make sections that weigh as much as they count."""
    return tuple(Seat(name=f"section {at}", count=count, weight=count) for at, count in enumerate(counts))


def deal(candidates: Iterable[Candidate], at_table: Sequence[Seat], ranks: Ranks) -> tuple[tuple[str, ...], ...]:
    """Return who sits where; nothing speaks against anything."""
    return deal_with_reasons(candidates, at_table, ranks).hands


class Pairs:
    """Objections to pairs of facts, whatever their seats."""

    def __init__(self, barred: Iterable[tuple[int, int]] = (), cues: Iterable[tuple[int, int]] = ()) -> None:
        """Name the pairs by the numbers of their facts."""
        self.barred = {frozenset(map(name, pair)) for pair in barred}
        self.cueing = {frozenset(map(name, pair)) for pair in cues}

    def bars(self, one: str, at: int, other: str, its: int) -> bool:
        """Whether two facts exclude each other in one seat."""
        return at == its and frozenset((one, other)) in self.barred

    def cues(self, one: str, at: int, other: str, its: int) -> bool:  # noqa: ARG002 - as every objection
        """Whether one gives the other away."""
        return frozenset((one, other)) in self.cueing


def name(number: int) -> str:
    """Return the id of a fact."""
    return f"fact-{number}"


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


def test_a_cue_is_avoided_where_other_facts_are_left() -> None:
    """Of two facts that give each other away one is asked; why the other is not is told."""
    candidates = [candidate(number, 0, 1) for number in range(40)]
    free = deal(candidates, seats(3, 3), RANKS)
    taken = [int(id_.removeprefix("fact-")) for hand in free for id_ in hand]
    cues = Pairs(cues=[(taken[0], other) for other in taken[1:]])
    dealt = deal_with_reasons(candidates, seats(3, 3), RANKS, cues)
    asked = {id_ for hand in dealt.hands for id_ in hand}
    assert [len(hand) for hand in dealt.hands] == [3, 3]
    assert len(asked & {name(number) for number in taken}) < len(taken)
    assert all(name(taken[0]) in {id_, other} for (id_, _), other in dealt.passed_over.items())


def test_cues_are_put_up_with_between_the_first_by_rank() -> None:
    """They are the next that the section takes anyway, so that little changes once a fact is written that is no cue."""
    candidates = [candidate(number, 0) for number in range(6)]
    cues = Pairs(cues=[(one, other) for one in range(6) for other in range(one)])
    by_rank = sorted((one.id for one in candidates), key=lambda id_: RANKS.of("fact", id_))
    assert deal_with_reasons(candidates, seats(3), RANKS, cues).hands == (tuple(by_rank[:3]),)


def test_a_cue_is_put_up_with_where_nothing_else_fills_the_section() -> None:
    """Four facts that all give each other away fill a section of four; what cannot be helped is done."""
    candidates = [candidate(number, 0) for number in range(4)]
    cues = Pairs(cues=[(one, other) for one in range(4) for other in range(one)])
    assert [len(hand) for hand in deal_with_reasons(candidates, seats(4), RANKS, cues).hands] == [4]


@settings(deadline=None)
@given(tables(), st.sets(st.tuples(st.integers(0, 15), st.integers(0, 15))))
def test_facts_that_exclude_each_other_never_share_a_section(
    table: tuple[list[Candidate], tuple[Seat, ...]], barred: set[tuple[int, int]]
) -> None:
    """Not even where a section stays short because of it, or a fact could move."""
    candidates, at_table = table
    hands = deal_with_reasons(candidates, at_table, RANKS, Pairs(barred=barred)).hands
    for hand in hands:
        assert not any({name(one), name(other)} <= set(hand) for one, other in barred if one != other)


@settings(deadline=None)
@given(tables(), st.sets(st.tuples(st.integers(0, 15), st.integers(0, 15))), st.data())
def test_a_fact_that_is_not_dealt_leaves_no_trace_whatever_speaks_against_it(
    table: tuple[list[Candidate], tuple[Seat, ...]], pairs: set[tuple[int, int]], data: st.DataObject
) -> None:
    """Objections to facts that are not asked do not count."""
    candidates, at_table = table
    objections = Pairs(barred=pairs, cues={(one, (other + 1) % 16) for one, other in pairs})
    hands = deal_with_reasons(candidates, at_table, RANKS, objections).hands
    dealt = {id_ for hand in hands for id_ in hand}
    unused = [one for one in candidates if one.id not in dealt]
    assume(unused)
    gone = data.draw(st.sampled_from(unused))
    rest = [one for one in candidates if one is not gone]
    assert deal_with_reasons(rest, at_table, RANKS, objections).hands == hands


def test_a_fact_that_is_chosen_sits_whatever_its_rank() -> None:
    """And stays there, even where others could do with its seat, or it gives one of them away."""
    candidates = [candidate(number, 0, 1) for number in range(60)]
    last = deal(candidates, seats(30, 30), RANKS)[1][-1]
    cues = Pairs(cues=[(int(last.removeprefix("fact-")), number) for number in range(60)])
    dealt = deal_with_reasons(candidates, seats(2, 2), RANKS, cues, {last: 1})
    assert last in dealt.hands[1]


def test_a_fact_that_is_chosen_is_not_sent_elsewhere() -> None:
    """Where others could do with its seat, they do without."""
    for seed in range(20):
        candidates = [candidate(0, 0, 1), candidate(1, 0)]
        dealt = deal_with_reasons(candidates, seats(1, 1), Ranks(str(seed), "quiz"), chosen={name(0): 0})
        assert dealt.hands == ((name(0),), ())


def test_of_chosen_facts_no_more_sit_than_there_is_room_for() -> None:
    """Nor two of one claim."""
    candidates = [candidate(0, 0), candidate(1, 0), candidate(2, 1, claim="twins"), candidate(3, 1, claim="twins")]
    chosen = {name(0): 0, name(1): 0, name(2): 1, name(3): 1}
    dealt = deal_with_reasons(candidates, seats(1, 2), RANKS, chosen=chosen)
    assert [len(hand) for hand in dealt.hands] == [1, 1]


def test_nobody_moves_for_a_fact_that_gives_something_away() -> None:
    """Of two facts that could have a seat if its occupant went to another one, the one that is no cue gets it."""
    mover, telling, told, silent = candidate(0, 0, 1), candidate(1, 0), candidate(2, 1), candidate(3, 0)
    for seed in range(60):
        ranks = Ranks(str(seed), "quiz")
        if max((mover, telling, told, silent), key=lambda one: ranks.of("fact", one.id)) is telling:
            dealt = deal_with_reasons((mover, telling, told, silent), seats(1, 2), ranks, Pairs(cues=[(1, 2)]))
            assert {id_ for hand in dealt.hands for id_ in hand} == {mover.id, told.id, silent.id}


def test_one_takes_the_place_of_another_that_it_excludes() -> None:
    """The two stand in different sections then, whatever the seed; and no third one is let in beside its own enemy."""
    for seed in range(20):
        ranks = Ranks(str(seed), "quiz")
        pair = (candidate(0, 0, 1), candidate(1, 0))
        hands = deal_with_reasons(pair, seats(1, 1), ranks, Pairs(barred=[(0, 1)])).hands
        assert hands == ((name(1),), (name(0),))
        three = (candidate(0, 0, 1), candidate(1, 0), candidate(2, 0))
        for hand in deal_with_reasons(three, seats(2, 1), ranks, Pairs(barred=[(1, 2)])).hands:
            assert not {name(1), name(2)} <= set(hand)


def test_a_section_is_filled_by_moves_even_where_a_cue_cannot_be_helped() -> None:
    """And a seat that somebody left counts as free, besides those that were."""
    for seed in range(20):
        ranks = Ranks(str(seed), "quiz")
        pair = (candidate(0, 0, 1), candidate(1, 0))
        assert deal_with_reasons(pair, seats(1, 1), ranks, Pairs(cues=[(0, 1)])).hands == ((name(1),), (name(0),))
        three = (candidate(0, 0, 1), candidate(1, 0), candidate(2, 0))
        hands = deal_with_reasons(three, seats(2, 1), ranks, Pairs(barred=[(0, 1), (0, 2)])).hands
        assert [set(hand) for hand in hands] == [{name(1), name(2)}, {name(0)}]
