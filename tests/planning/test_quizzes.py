"""Whole quizzes: which facts are asked, and what is said where that is impossible."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from quizgen.diagnostics.problem import Label, Place, Problem
from quizgen.model.fact import Fact
from quizgen.model.quiz import Quiz
from quizgen.model.text import Text
from quizgen.planning.quizzes import plan_quiz
from tests.support.quiz_facts import bank_of, fact, full_fact, quiz, section

SPEC = quiz(section("multiple_choice", 3), section("true_false", 2), section("short_answer", 2))


@st.composite
def banks(draw: st.DrawFn) -> tuple[Fact, ...]:
    """Banks of facts that can be asked in some ways, a few of them siblings or retired."""
    shapes = st.tuples(st.integers(0, 3), st.integers(0, 2), st.booleans(), st.sampled_from([0, 0, 0, 1, 2]))
    return tuple(
        fact(
            f"fact-{at}",
            answer=f"answer {at}" if asked else None,
            distractors=[f"wrong {one} of {at}" for one in range(wrong)] if asked else None,
            false_claims=[f"false {one} of {at}" for one in range(false)],
            same_claim="fact-0" if kind == 1 and at else None,
            retired=kind == 2,
        )
        for at, (wrong, false, asked, kind) in enumerate(draw(st.lists(shapes, min_size=14, max_size=28)))
    )


def plan(facts: tuple[Fact, ...]) -> Quiz | None:
    """Plan the quiz of these facts, if that is possible."""
    return plan_quiz(SPEC, facts, bank_of(facts), "en")[0]


def asked(made: Quiz) -> set[str]:
    """Return the ids of the facts that are asked."""
    return {placed.item.fact.id for placed in made.forms[0].items}


@given(banks())
def test_a_quiz_is_whole_or_is_a_problem(facts: tuple[Fact, ...]) -> None:
    """Either every section has its count, or there are problems and no quiz."""
    made, problems = plan_quiz(SPEC, facts, bank_of(facts), "en")
    assert (made is None) == bool(problems)
    if made is not None:
        assert [len(part.items) for part in made.forms[0].parts] == [3, 2, 2]
        assert len(asked(made)) == 7


@given(banks())
def test_no_retired_fact_and_no_siblings_are_asked(facts: tuple[Fact, ...]) -> None:
    """Of a fact and all that share its claim one is asked at most."""
    made = plan(facts)
    assume(made is not None)
    assert made is not None
    chosen = [one for one in facts if one.id in asked(made)]
    assert not any(one.retired for one in chosen)
    claims = [one.same_claim or one.id for one in chosen]
    assert len(claims) == len(set(claims))


@given(banks(), st.data())
def test_a_fact_that_is_not_asked_changes_nothing(facts: tuple[Fact, ...], data: st.DataObject) -> None:
    """Taking away such a fact, or giving it other words, gives the very same quiz."""
    made = plan(facts)
    assume(made is not None)
    assert made is not None
    unused = [one for one in facts if one.id not in asked(made) and one.id != "fact-0"]
    assume(unused)
    gone = data.draw(st.sampled_from(unused))
    assert plan(tuple(one for one in facts if one is not gone)) == made
    assert plan(tuple(one._replace(claim=Text("Other.")) if one is gone else one for one in facts)) == made


@given(banks(), st.data())
def test_an_edit_of_the_text_changes_its_own_item_alone(facts: tuple[Fact, ...], data: st.DataObject) -> None:
    """Every other item stands where it stood in each form, with its options as they were."""
    made = plan(facts)
    assume(made is not None)
    assert made is not None
    id_ = data.draw(st.sampled_from(sorted(asked(made))))
    after = plan(tuple(reworded(one) if one.id == id_ else one for one in facts))
    assert after is not None
    for old_form, new_form in zip(made.forms, after.forms, strict=True):
        for old, new in zip(old_form.items, new_form.items, strict=True):
            assert old.item.fact.id == new.item.fact.id
            assert [option.slot for option in old.options] == [option.slot for option in new.options]
            assert old == new or old.item.fact.id == id_


def reworded(one: Fact) -> Fact:
    """Give a fact other words, and leave what it can be asked as."""
    question = Text("Which?") if one.question else None
    return one._replace(claim=Text("Other."), question=question, explanation=Text("Because."))


def test_an_original_and_its_sibling_are_never_asked_together() -> None:
    """They are one claim even where the original itself is not in the deck."""
    original = full_fact("original")
    siblings = [full_fact(f"sibling-{at}", same_claim="original") for at in range(2)]
    others = [full_fact(f"fact-{at}") for at in range(5)]
    spec = quiz(section("short_answer", 6))
    bank = bank_of([original, *siblings, *others])
    for seed in range(20):
        made, _ = plan_quiz(replace(spec, seed=Text(str(seed))), [*siblings, *others], bank, "en")
        assert made is not None
        assert len(asked(made) & {"sibling-0", "sibling-1"}) == 1


def test_facts_in_contrast_are_asked_together() -> None:
    """Two claims that disagree are two claims."""
    facts = [fact("a", answer="x", contrast=["b"]), fact("b", answer="y", contrast=["a"])]
    made, _ = plan_quiz(quiz(section("short_answer", 2)), facts, bank_of(facts), "en")
    assert made is not None
    assert asked(made) == {"a", "b"}


def test_another_seed_or_quiz_asks_other_facts() -> None:
    """Ten of a hundred facts: no two seeds, and no two quizzes of one seed, take the same."""
    facts = tuple(full_fact(f"fact-{at}") for at in range(100))
    section_ = section("short_answer", 10)
    specs = [quiz(section_, seed=seed, id_=id_) for seed in ("autumn", "spring") for id_ in ("first", "second")]
    made = [plan_quiz(spec, facts, bank_of(facts), "en")[0] for spec in specs]
    assert len({str(sorted(asked(one))) for one in made if one}) == 4


def test_too_few_facts_are_counted_with_what_they_lack() -> None:
    """The problem stands at the section, and says what to add to which number of facts."""
    facts = [
        *(fact(f"good-{at}", distractors=["x", "y"]) for at in range(2)),
        fact("sibling", distractors=["x", "y"], same_claim="good-0"),
        *(fact(f"poor-{at}", distractors=["x"]) for at in range(3)),
        fact("claim-only"),
        fact("old", distractors=["x", "y"], retired=True),
    ]
    made, problems = plan_quiz(quiz(section("multiple_choice", 5)), facts, bank_of(facts), "en")
    assert made is None
    assert problems == (
        Problem(
            code="QZ400",
            message="`multiple_choice` needs 5 facts, but only 2 of 8 can be asked so",
            place=Place("decks/rivers.yaml", 7, 12, 15),
            note="of the others: 3 with fewer than two `distractors`, 1 retired, 1 with the `same_claim` as another, "
            "1 without a `question`",
            hint="count: 2",
        ),
    )


def test_no_fact_at_all_gives_no_hint_to_count_none() -> None:
    """A section of zero items is no way out."""
    facts = [fact("a", answer="x")]
    _, problems = plan_quiz(quiz(section("true_false", 1)), facts, bank_of(facts), "en")
    assert [(one.code, one.message, one.note, one.hint) for one in problems] == [
        (
            "QZ400",
            "`true_false` needs 1 fact, but none of 1 can be asked so",
            "of the others: 1 without `false_claims`",
            "",
        )
    ]


def test_sections_that_want_the_same_facts_are_one_problem() -> None:
    """Facts that would do for each section alone do not do for both: one mistake, both places."""
    facts = [fact(f"fact-{at}", distractors=["x", "y"]) for at in range(5)]
    spec = quiz(section("multiple_choice", 4), section("short_answer", 3, line=8))
    _, problems = plan_quiz(spec, facts, bank_of(facts), "en")
    assert problems == (
        Problem(
            code="QZ401",
            message="`multiple_choice` gets only 3 of 4 facts",
            place=Place("decks/rivers.yaml", 7, 12, 15),
            labels=(Label(Place("decks/rivers.yaml", 8, 12, 12), "gets 2 of 3"),),
            note="5 facts can be asked so, but other sections of the quiz need the same ones",
        ),
    )


def test_one_section_that_is_left_short_is_told_its_count() -> None:
    """Where one section alone is short, the count that works is the hint."""
    facts = [fact(f"fact-{at}", answer="x") for at in range(4)]
    spec = quiz(section("short_answer", 3), section("short_answer", 2, line=8))
    _, problems = plan_quiz(spec, facts, bank_of(facts), "en")
    assert [(one.code, one.hint, len(one.labels)) for one in problems] in [
        [("QZ401", "count: 1", 1)],
        [("QZ401", "count: 2", 1)],
    ]


def test_every_section_that_falls_short_is_told() -> None:
    """All problems of a quiz in one run."""
    spec = quiz(section("true_false", 2), section("multiple_choice", 2), section("short_answer", 1))
    facts = [fact("a", answer="x")]
    _, problems = plan_quiz(spec, facts, bank_of(facts), "en")
    assert [one.code for one in problems] == ["QZ400", "QZ400"]
