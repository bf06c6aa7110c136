"""What an edit did to a form, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.model.changes import FormChanges
from quizgen.model.fact import Fact, Retirement
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Quiz
from quizgen.model.text import Text
from quizgen.planning.form_changes import plan_form_changes
from quizgen.planning.quizzes import plan_quiz
from tests.support.quiz_facts import ATLAS, bank_of, fact, full_fact, quiz, section

FACTS = tuple(full_fact(f"fact-{at}") for at in range(40))
SPEC = quiz(section("multiple_choice", 3), section("short_answer", 2), forms=1)


def plan(facts: Sequence[Fact], spec: QuizSpec = SPEC) -> Quiz:
    """Plan a quiz that must be possible."""
    made, problems = plan_quiz(spec, facts, bank_of(facts), "en")
    assert made is not None, problems
    return made


def changes(before: Sequence[Fact], after: Sequence[Fact], spec: QuizSpec = SPEC) -> FormChanges | None:
    """Compare the first forms of two quizzes."""
    now = plan(after, spec)
    return plan_form_changes("rivers-short", plan(before, spec).forms[0], now.forms[0], now.passed_over)


def asked(section_at: int) -> Fact:
    """Return the first fact that a section asks about."""
    fact_ = plan(FACTS).forms[0].parts[section_at].items[0].item.fact
    return next(one for one in FACTS if one.id == fact_.id)


def exchanged(old: Fact, new: Fact | None, facts: Sequence[Fact] = FACTS) -> list[Fact]:
    """Put another fact in the place of one, or none."""
    pairs = ((new if one is old else one) for one in facts)
    return [one for one in pairs if one is not None]


def test_nothing_is_told_where_nothing_changed() -> None:
    """Nor of a form that was never built."""
    assert changes(FACTS, FACTS) is None
    assert plan_form_changes("rivers-short", None, plan(FACTS).forms[0]) is None


def test_an_edit_of_an_items_own_fact_needs_no_reason() -> None:
    """Its number is enough."""
    one = asked(0)
    found = changes(FACTS, exchanged(one, one._replace(question=Text("Anew?"))))
    assert found is not None
    assert (len(found.edited), found.new, found.left, found.reasons) == (1, (), (), ())
    after = plan(exchanged(one, one._replace(question=Text("Anew?")))).forms[0]
    assert (found.quiz, found.letter, found.code) == ("rivers-short", "A", after.code)


def test_an_edit_that_only_the_marker_or_the_feedback_shows() -> None:
    """The item is named all the same: the key of the printed form is another one, or its source."""
    one = asked(1)
    accept = replace(one.answers[0], accept=(Text("another spelling"),))
    cited = (replace(one.citations[0], source=ATLAS.id),)
    for edited in (one._replace(answers=(accept,)), one._replace(citations=cited)):
        found = changes(FACTS, exchanged(one, edited))
        assert found is not None
        assert (len(found.edited), found.reasons) == (1, ())


def test_a_fact_that_can_be_asked_no_more() -> None:
    """Why it left, and what came in its place."""
    one = asked(0)
    for edited, why in (
        (one._replace(distractors=(), question=None), "without a `question`"),
        (one._replace(retired=Retirement()), "retired"),
        (None, "not among the facts of the deck"),
    ):
        found = changes(FACTS, exchanged(one, edited))
        assert found is not None
        assert (found.edited, len(found.new), found.left) == ((), 1, (str(one.id),))
        came = plan(exchanged(one, edited)).forms[0].items[found.new[0] - 1].item.fact.id
        assert found.reasons == (
            f"`{one.id}` is left out of multiple_choice 1: {why}",
            f"`{came}` comes into multiple_choice 1",
        )


def test_facts_of_two_sections_of_one_type() -> None:
    """Sections are told apart by their number; what comes into one of them is told at once."""
    spec = quiz(section("multiple_choice", 1), section("short_answer", 2), section("short_answer", 3), forms=1)
    _, first, second = plan(FACTS, spec).forms[0].parts
    gone = {placed.item.fact.id: 1 for placed in first.items[:1]} | {one.item.fact.id: 2 for one in second.items[:2]}
    found = changes(FACTS, [one for one in FACTS if one.id not in gone], spec)
    assert found is not None
    why = "not among the facts of the deck"
    assert set(found.reasons[:3]) == {f"`{id_}` is left out of short_answer {at}: {why}" for id_, at in gone.items()}
    assert re.fullmatch(r"`fact-\d+` comes into short_answer 1", found.reasons[3])
    assert re.fullmatch(r"`fact-\d+`, `fact-\d+` come into short_answer 2", found.reasons[4])


def test_a_section_that_is_gone() -> None:
    """Nobody need look for what keeps its facts from being asked."""
    fewer = quiz(section("multiple_choice", 3), forms=1)
    before, after = plan(FACTS), plan(FACTS, fewer)
    found = plan_form_changes("rivers-short", before.forms[0], after.forms[0], after.passed_over)
    assert found is not None
    assert set(found.reasons) == {
        f"`{placed.item.fact.id}` is left out of short_answer 1: the section is gone"
        for placed in before.forms[0].parts[1].items
    }


def test_a_fact_that_is_asked_in_another_way() -> None:
    """Without distractors it may still be a short answer; who comes and who goes because of that is told as well."""
    one = asked(0)
    found = changes(FACTS, exchanged(one, one._replace(distractors=())))
    assert found is not None
    why = "with fewer than two `distractors`"
    assert f"`{one.id}` moves from multiple_choice 1 to short_answer 1: {why}" in found.reasons
    assert len(found.left) == len(found.new) == 1
    assert len(found.reasons) == 3


def test_a_fact_that_comes_before_others() -> None:
    """The one that it pushes out is named with it."""
    spec = quiz(section("short_answer", 3), forms=1)
    old = plan(FACTS, spec)
    new = next(
        one
        for one in (fact(f"new-{at}", answer="x") for at in range(200))
        if one.id in {each.id for each in plan([*FACTS, one], spec).forms[0].facts}
    )
    found = changes(FACTS, [*FACTS, new], spec)
    assert found is not None
    (gone,) = {str(one.id) for one in old.forms[0].facts} & set(found.left)
    assert found.reasons == (
        f"`{gone}` is left out of short_answer 1: other facts come before it",
        f"`{new.id}` comes into short_answer 1",
    )


def test_a_new_cue() -> None:
    """An answer that an edit lets another question give away sends one of the two out."""
    facts = [fact(f"fact-{at}", question=f"What of ford {at}?", answer=f"the Board of {at}{at}") for at in range(9)]
    spec = quiz(section("short_answer", 3), forms=1)
    first, second, _ = plan(facts, spec).forms[0].facts
    telling = first._replace(question=Text(f"What did {second.answers[0].text} do?"))
    found = changes(facts, exchanged(next(one for one in facts if one.id == first.id), telling, facts), spec)
    assert found is not None
    (gone,) = found.left
    other = str(second.id if gone == first.id else first.id)
    assert f"`{gone}` is left out of short_answer 1: a cue for `{other}`, or `{other}` for it" in found.reasons


def keepers(*names: str) -> list[Fact]:
    """Make facts that lend their answers to each other."""
    return [
        fact(f"k{at}", topic="river/keepers", question=f"Who keeps ford {at}?", answer=name, answer_type="organization")
        for at, name in enumerate(names)
    ]


def test_what_a_lender_does_is_told_by_its_name() -> None:
    """Its answer was edited, it lends no more, or another one lends."""
    spec = quiz(section("multiple_choice", 1, ids=["k0"], options=3), forms=1)
    facts = keepers("the Ash Board", "the Birch Board", "the Cedar Board")
    for after, reasons in (
        (
            keepers("the Ash Board", "the Beech Board", "the Cedar Board"),
            {"`k0` has another option: the answer that `k1` lends it was edited"},
        ),
        (
            [*exchanged(facts[1], facts[1]._replace(sensitive=True), facts), *keepers(*"xxx", "the Elder Board")[3:]],
            {"`k0` has other options: `k1` no longer lends to it", "`k0` has other options: `k3` lends to it"},
        ),
    ):
        found = changes(facts, after, spec)
        assert found is not None
        assert found.edited == (1,)
        assert set(found.reasons) == reasons


def test_a_fact_that_bars_its_own_lenders() -> None:
    """Its own edit is the reason, and its lenders are not blamed for it; nor where it is asked otherwise now."""
    spec = quiz(section("multiple_choice", 1, ids=["k0"], options=4), forms=1)
    facts = keepers("the Ash Board", "the Birch Board", "the Cedar Board", "the Dogwood Board")
    asks = Text("Who keeps ford 0, which the Birch Board left?")
    found = changes(facts, exchanged(facts[0], facts[0]._replace(question=asks), facts), spec)
    assert found is not None
    assert (found.edited, found.reasons) == ((1,), ())
    written = quiz(section("short_answer", 1, ids=["k0"]), forms=1)
    after = plan(facts, written)
    otherwise = plan_form_changes("rivers-short", plan(facts, spec).forms[0], after.forms[0], after.passed_over)
    assert otherwise is not None
    assert otherwise.reasons == ("`k0` moves from multiple_choice 1 to short_answer 1: the section is gone",)


def test_several_lenders_are_told_at_once() -> None:
    """Those that went, and those that came in their places."""
    spec = quiz(section("multiple_choice", 1, ids=["k0"], options=3), forms=1)
    facts = keepers("the Ash Board", *(f"the Board of ford {at}" for at in range(4)))
    lent = [str(option.slot) for option in plan(facts, spec).forms[0].items[0].options if option.is_derived]
    after = [one._replace(sensitive=str(one.id) in lent) for one in facts]
    found = changes(facts, after, spec)
    assert found is not None
    assert len(found.reasons) == 2
    gone, came = found.reasons
    assert re.fullmatch(r"`k0` has other options: `k\d`, `k\d` no longer lends to it", gone)
    assert re.fullmatch(r"`k0` has other options: `k\d`, `k\d` lends to it", came)


def test_a_statement_that_was_derived_from_another_fact() -> None:
    """The law that stands in it has another name; one that the curator wrote is nobody else's."""
    laws = [
        fact(f"l{at}", topic="law/press", claim=f"{name} bans it.", answer=name, answer_type="law")
        for at, name in enumerate(("The Ash Act", "The Fir Act"))
    ]
    for seed in range(20):
        spec = quiz(section("true_false", 1, ids=["l0"]), forms=1, seed=str(seed))
        found = changes(laws, exchanged(laws[1], edited_answer(laws[1], "The Yew Act"), laws), spec)
        is_true = plan(laws, spec).forms[0].items[0].item.is_true
        told = found.reasons if found is not None else ()
        why = "the derived statement of `l0` reads otherwise: what it was derived from was edited"
        assert told == (() if is_true else (why,))
    spec = quiz(section("true_false", 1), forms=1)
    for at in range(20):
        one = fact(f"t{at}", false_claims=["It is so."])
        more = one._replace(false_claims=fact("x", false_claims=["It is otherwise.", "It is so."]).false_claims)
        found = changes([one], [more], spec)
        assert found is None or found.reasons == ()


def edited_answer(one: Fact, answer: str) -> Fact:
    """Give a fact another answer."""
    return one._replace(answers=(replace(one.answers[0], text=Text(answer)),))


def test_numbers_that_others_bound() -> None:
    """A right answer to the same question elsewhere bars a number that had been derived."""
    spec = quiz(section("multiple_choice", 1, ids=["a"]), forms=1)
    one = fact("a", question="How long is it?", answer="640 km", answer_type="number")
    wrong = next(option.text for option in plan([one], spec).forms[0].items[0].options if not option.is_key)
    other = fact("b", question="How long is it?", answer=wrong, answer_type="number")
    found = changes([one], [one, other], spec)
    assert found is not None
    assert found.reasons == ("`a` has other derived numbers: a date or a right answer that bounds them was edited",)


def test_a_pair_changes_the_names_of_the_others() -> None:
    """Each pair that got another name to choose from is told, with the fact that the name is from."""
    facts = [fact(f"p{at}", answer=f"Town {at}", answer_type="place", label=f"ford {at}") for at in range(3)]
    spec = quiz(section("matching", 2, by="answer", ids=["p0", "p1"]), forms=1)
    found = changes(facts, exchanged(facts[0], edited_answer(facts[0], "Ashby"), facts), spec)
    assert found is not None
    assert sorted(found.edited) == [1, 2]
    assert found.reasons == ("`p1` has another option: the answer that `p0` lends it was edited",)


def test_an_ordering_stays_one_item() -> None:
    """An event that goes makes it read otherwise; the facts are named."""
    facts = [fact(f"e{at}", label=f"flood {at}", when=f"19{at}0") for at in range(5)]
    spec = quiz(section("ordering", 4), forms=1)
    gone = plan(facts, spec).forms[0].items[0].item.fact
    (came,) = {str(one.id) for one in facts} - {str(one.id) for one in plan(facts, spec).forms[0].facts}
    found = changes(facts, [one for one in facts if one.id != gone.id], spec)
    assert found is not None
    assert (found.edited, found.new, found.left) == ((1,), (), (str(gone.id),))
    assert found.reasons == (
        f"`{gone.id}` is left out of ordering 1: not among the facts of the deck",
        f"`{came}` comes into ordering 1",
    )
