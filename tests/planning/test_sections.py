"""Sections with topics, facts that are named, and groups."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.fact import Fact
from quizgen.model.project import SectionSpec
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from quizgen.planning.seating import Seating
from tests.support.quiz_facts import bank_of, fact, means_of, quiz, section

LAW = tuple(fact(f"law-{at}", topic="media/law/press", answer=f"l{at}", distractors=["x", "y"]) for at in range(6))
OWNERS = tuple(fact(f"owner-{at}", topic="media/owners", answer=f"o{at}", distractors=["x", "y"]) for at in range(30))
FACTS = (*LAW, *OWNERS)


def hands(*sections: SectionSpec, facts: Sequence[Fact] = FACTS, seed: str = "autumn") -> list[list[str]]:
    """Return the facts of each section of a quiz that must be possible."""
    made, problems = plan_quiz(quiz(*sections, seed=seed), facts, bank_of(facts), "en")
    assert made is not None, problems
    return [[str(one.id) for placed in part.items for one in placed.item.facts] for part in made.forms[0].parts]


def problems_of(*sections: SectionSpec, facts: Sequence[Fact] = FACTS) -> tuple[Problem, ...]:
    """Return the problems of a quiz that cannot be planned."""
    made, problems = plan_quiz(quiz(*sections), facts, bank_of(facts), "en")
    assert made is None
    return problems


def test_a_topic_gets_its_share() -> None:
    """At least three of eight are about law, whatever the seed; the topic may lie below."""
    for seed in range(30):
        (hand,) = hands(section("short_answer", 8, topics={"media/law": 3}), seed=str(seed))
        assert len(hand) == 8
        assert sum(id_.startswith("law") for id_ in hand) >= 3


def test_topics_that_make_up_the_whole_section() -> None:
    """Nothing is left for the rest."""
    (hand,) = hands(section("short_answer", 5, topics={"media/law": 2, "media/owners": 3}))
    assert sorted(id_[:3] for id_ in hand) == ["law", "law", "own", "own", "own"]


def test_a_topic_that_is_only_a_facts_second_one_does_not_count() -> None:
    """The first topic is a fact's home."""
    elsewhere = [one._replace(topics=(Text("media/owners"), Text("media/law"))) for one in LAW]
    problems = problems_of(section("short_answer", 5, topics={"media/law": 1}), facts=[*elsewhere, *OWNERS])
    assert [(one.code, one.message) for one in problems] == [
        ("QZ407", "no fact of this deck has the first topic `media/law`")
    ]


def test_a_topic_that_is_misspelt() -> None:
    """The problem points at the topic, and names the one that was meant, or its beginning."""
    wanted = section("short_answer", 5, topics={"media/lw": 1})
    (problem,) = problems_of(wanted)
    assert problem.place == wanted.topics[0].topic.place
    assert problem.hint == "did you mean `media/law`?"
    (beginning,) = problems_of(section("short_answer", 5, topics={"mdia": 1}))
    assert beginning.hint == "did you mean `media`?"
    (other,) = problems_of(section("short_answer", 5, topics={"rivers": 1}))
    assert other.hint == "use a topic that stands first in facts of this deck"


def test_too_few_facts_of_a_topic() -> None:
    """It points at the topic, counts within it, and the hint is the text to type."""
    wanted = section("multiple_choice", 9, topics={"media/law": 7})
    (problem,) = problems_of(wanted, facts=[LAW[0]._replace(distractors=None), *LAW[1:], *OWNERS])
    assert problem.place == wanted.topics[0].topic.place
    assert problem.message == "`multiple_choice` needs 7 facts of `media/law`, but only 5 of 6 can be asked so"
    assert problem.note == "of the others: 1 with fewer than two `distractors`"
    assert problem.hint == "media/law: 5"


def test_the_names_and_weights_of_seats_stay_the_same() -> None:
    """They decide where facts sit in quizzes that are printed; a section of another type renames none."""
    means = means_of(FACTS)
    short, choice = section("short_answer", 3, topics={"media/law": 1}), section("multiple_choice", 2)
    spec = quiz(choice, short, section("true_false", 2), section("short_answer", 1))
    shares = Seating(spec=spec, means=means, avoided={}).shares
    assert [(share.section, share.seat.name, share.seat.count, share.seat.weight) for share in shares] == [
        (0, "multiple_choice 1", 2, 4),
        (1, "short_answer 1 media/law", 1, 1),
        (1, "short_answer 1", 2, 2),
        (2, "true_false 1", 2, 8),
        (3, "short_answer 2", 1, 1),
    ]


def test_facts_that_are_named_are_asked_about() -> None:
    """In the section that names them, whatever the seed; the rest is dealt."""
    named = section("short_answer", 4, ids=["law-3", "owner-7"])
    for seed in range(10):
        first, second = hands(section("multiple_choice", 10), named, seed=str(seed))
        assert {"law-3", "owner-7"} <= set(second)
        assert len(second) == 4
        assert not set(first) & set(second)


def test_a_fact_that_is_named_counts_for_its_topic() -> None:
    """Two of law: the one that is named, and another one."""
    (hand,) = hands(section("short_answer", 2, topics={"media/law": 2}, ids=["law-1"]))
    assert "law-1" in hand


@pytest.mark.parametrize(
    ("spec", "facts", "code", "message", "note"),
    [
        (section("short_answer", 1, ids=["lau-3"]), FACTS, "QZ405", "no fact of this deck has the id `lau-3`", ""),
        (
            section("true_false", 1, ids=["law-3"]),
            FACTS,
            "QZ405",
            "`true_false` cannot ask about `law-3`",
            "it is without `false_claims`",
        ),
        (
            section("short_answer", 1, ids=["old"]),
            (*FACTS, fact("old", answer="x", retired=True)),
            "QZ405",
            "`short_answer` cannot ask about `old`",
            "it is retired",
        ),
        (
            section("short_answer", 1, topics={"media/law": 1}, ids=["owner-1"]),
            FACTS,
            "QZ405",
            "`short_answer` cannot ask about `owner-1`",
            "it is not of a topic that the section asks for",
        ),
        (
            section("short_answer", 2, ids=["law-1", "law-1"]),
            FACTS,
            "QZ406",
            "`law-1` is named twice",
            "a quiz asks about a claim once",
        ),
        (
            section("short_answer", 2, ids=["law-1", "twin"]),
            (*FACTS, fact("twin", answer="x", same_claim="law-1")),
            "QZ406",
            "`twin` has the same claim as `law-1`",
            "a quiz asks about a claim once",
        ),
        (
            section("ordering", 4, ids=["e0", "e1", "e2", "e3"]),
            [fact(f"e{at}", label=f"flood {at}", when=f"19{at % 3}0") for at in range(4)],
            "QZ405",
            "`ordering` cannot ask about both `e0` and `e3`",
            "right sides must differ, and of two events it must be known which came first",
        ),
    ],
)
def test_facts_that_cannot_be_named(
    spec: SectionSpec, facts: Sequence[Fact], code: str, message: str, note: str
) -> None:
    """The problem stands at the name, and says why."""
    (problem,) = problems_of(spec, facts=facts)
    assert (problem.code, problem.message, problem.note) == (code, message, note)
    assert problem.place in [id_.place for id_ in spec.ids]


@pytest.mark.parametrize(
    ("spec", "hint"),
    [
        (section("short_answer", 1, ids=["lau-3"]), "did you mean `law-3`?"),
        (section("short_answer", 1, ids=["bridge"]), "use the id of a fact that the deck spec's `facts` selects"),
        (section("true_false", 1, ids=["law-3"]), "name another fact, or let it be asked in another type"),
    ],
)
def test_what_to_name_instead(spec: SectionSpec, hint: str) -> None:
    """The id that was meant, or what else can be done."""
    assert [problem.hint for problem in problems_of(spec)] == [hint]


def test_a_fact_that_cannot_be_named_is_shown() -> None:
    """What it lacks is to be written there."""
    (problem,) = problems_of(section("true_false", 1, ids=["law-3"]))
    assert problem.labels == (Label(LAW[3].id.place, "the fact"),)


def test_two_named_facts_that_exclude_each_other_are_both_shown() -> None:
    """Once, with what to do: the later one is where the problem stands."""
    facts = [fact(f"e{at}", label=f"flood {at}", when=f"19{at // 2}0") for at in range(6)]
    spec = section("ordering", 6, ids=["e0", "e2", "e1", "e3"])
    assert problems_of(spec, facts=facts) == (
        Problem(
            code="QZ405",
            message="`ordering` cannot ask about both `e0` and `e1`",
            place=spec.ids[2].place,
            labels=(Label(spec.ids[0].place, "named here"),),
            note="right sides must differ, and of two events it must be known which came first",
            hint="name another fact in the place of one of them",
        ),
    )


def test_a_fact_that_is_named_twice_does_not_exclude_itself() -> None:
    """That it is named twice is all that is wrong."""
    facts = [fact(f"e{at}", label=f"flood {at}", when=f"19{at}0") for at in range(4)]
    (problem,) = problems_of(section("ordering", 4, ids=["e0", "e1", "e0"]), facts=facts)
    assert (problem.code, problem.message) == ("QZ406", "`e0` is named twice")


def test_what_is_wrong_with_names_is_told_for_each_of_them() -> None:
    """All of it in one run, section by section: names, topics, and names that exclude each other."""
    facts = [*FACTS, *(fact(f"e{at}", label=f"flood {at}", when=f"19{at % 2}0") for at in range(4))]
    first = section("ordering", 4, ids=["e0", "nobody", "e2"], topics={"nowhere": 1})
    second = section("short_answer", 2, ids=["law-1", "law-1", "nobody"], line=8)
    assert [(problem.code, problem.place) for problem in problems_of(first, second, facts=facts)] == [
        ("QZ405", first.ids[1].place),
        ("QZ407", first.topics[0].topic.place),
        ("QZ405", first.ids[2].place),
        ("QZ406", second.ids[1].place),
        ("QZ405", second.ids[2].place),
    ]


def test_named_facts_in_two_sections() -> None:
    """The same fact cannot be asked about in both."""
    first, second = section("short_answer", 1, ids=["law-1"]), section("multiple_choice", 1, ids=["law-1"], line=8)
    (problem,) = problems_of(first, second)
    assert (problem.code, problem.place) == ("QZ406", second.ids[0].place)
    assert problem.labels == (Label(first.ids[0].place, "named here"),)
    assert problem.hint == "delete one of the two"


def test_a_matching_needs_a_name_to_spare() -> None:
    """Two pairs, and no third fact of their type anywhere."""
    facts = [fact(f"p{at}", answer=f"Town {at}", answer_type="place", label=f"ford {at}") for at in range(2)]
    (problem,) = problems_of(section("matching", 2, by="answer"), facts=facts)
    assert (problem.code, problem.place.line) == ("QZ408", 7)


@pytest.mark.parametrize(("lent", "hint"), [(0, "pairs: 2"), (1, "pairs: 3")])
def test_the_number_of_pairs_that_is_hinted_at_works(lent: int, hint: str) -> None:
    """Of three towns one must lend the name that is left over, unless a village does; fewer than two are none."""
    towns = [fact(f"p{at}", answer=f"Town {at}", answer_type="place", label=f"ford {at}") for at in range(3)]
    lenders = [fact(f"q{at}", answer=f"Village {at}", answer_type="place") for at in range(lent)]
    (problem,) = problems_of(section("matching", 4, by="answer"), facts=[*towns, *lenders])
    assert (problem.code, problem.hint) == ("QZ400", hint)
    (problem,) = problems_of(section("matching", 4, by="answer"), facts=towns[:1])
    assert (problem.code, problem.hint) == ("QZ400", "")


def test_the_right_sides_of_a_matching_have_one_type_of_answer() -> None:
    """Among towns a lone date would be found by guessing; where facts are few, what is left out is told."""
    towns = [fact(f"t{at}", answer=f"Town {at}", answer_type="place", label=f"ford {at}") for at in range(4)]
    dates = [fact(f"d{at}", answer=f"1{at}00", answer_type="date", label=f"flood {at}") for at in range(4)]
    for seed in range(20):
        (hand,) = hands(section("matching", 3, by="answer"), facts=[*towns, *dates], seed=str(seed))
        assert len({id_[0] for id_ in hand}) == 1
    (problem,) = problems_of(section("matching", 5, by="answer"), facts=[*towns, *dates[:3]])
    assert (problem.code, problem.note) == ("QZ400", "of the others: 3 with another type of answer")


def test_facts_of_a_matching_by_voice_stand_nowhere_else() -> None:
    """Not even the one that lends the name which is left over: its hedge would be given away."""
    facts = [fact(f"v{at}", answer=f"x{at}", voice=f"witness {at}", label=f"flood {at}") for at in range(8)]
    sections = section("matching", 3, by="voice"), section("short_answer", 4)
    for seed in range(20):
        made, problems = plan_quiz(quiz(*sections, seed=str(seed)), facts, bank_of(facts), "en")
        assert made is not None, problems
        matching, short = made.forms[0].parts
        named = {option.slot for placed in matching.items for option in placed.options} - {"key"}
        assert named.isdisjoint(placed.item.fact.id for placed in short.items)
        assert len(matching.items[0].options) == 4


def test_events_of_one_ordering_have_distinct_dates() -> None:
    """Of twelve floods in six years no two of one year are put in order."""
    facts = [fact(f"e{at}", label=f"flood {at}", when=str(1900 + at % 6)) for at in range(12)]
    for seed in range(20):
        (hand,) = hands(section("ordering", 6), facts=facts, seed=str(seed))
        assert len({int(id_.removeprefix("e")) % 6 for id_ in hand}) == 6
    (problem,) = problems_of(section("ordering", 7), facts=facts)
    assert problem.message == "`ordering` needs 7 facts, but only 6 of 12 can be asked so"
    assert problem.note == "of the others: 6 with a `when` that cannot be told from another's"
    assert problem.hint == "events: 6"
