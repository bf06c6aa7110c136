"""The list of what no curator wrote."""

from __future__ import annotations

from quizgen.model.derived import DerivedItem, DerivedOption
from quizgen.planning.derived import derived_items
from quizgen.planning.quizzes import plan_quiz
from tests.support.quiz_facts import bank_of, fact, full_fact, quiz, section


def test_every_derived_option_and_statement_is_listed() -> None:
    """With its fact and its number on form A; what the curator wrote is not."""
    number = fact("number", answer="640 km", answer_type="number")
    bodies = [
        fact(
            f"body-{at}",
            topic="river/keepers",
            question=f"Who keeps {at}?",
            answer=f"the Board {at}x",
            answer_type="organization",
        )
        for at in range(3)
    ]
    share = fact("share", claim="Of all 16 percent stood.", answer="16 percent", answer_type="percentage")
    facts = [number, *bodies, share, full_fact("own"), full_fact("own-too")]
    spec = quiz(
        section("multiple_choice", 3, ids=["number", "body-1", "own"], options=3),
        section("true_false", 2, ids=["share", "own-too"]),
        seed="three",  # the statement about the share is the false one
    )
    made, problems = plan_quiz(spec, facts, bank_of(facts), "en")
    assert made is not None, problems
    found = {item.fact: item for item in derived_items(made)}
    assert set(found) == {"number", "body-1", "share"}
    numbers = {str(placed.item.fact.id): placed.number for placed in made.forms[0].items}
    assert all(item.number == numbers[item.fact] and item.quiz == "rivers-short" for item in found.values())
    lent = (DerivedOption(text="the Board 0x", lender="body-0"), DerivedOption(text="the Board 2x", lender="body-2"))
    assert sorted(found["body-1"].options, key=lambda one: one.lender) == list(lent)
    assert all(option.lender == "" and option.text.endswith(" km") for option in found["number"].options)
    assert (found["number"].asked, found["number"].right) == ("What is asked about number?", "640 km")
    assert _statement(found["share"]) == ("Of all 16 percent stood.", "", ())
    assert found["share"].statement.endswith(" percent stood.")


def _statement(item: DerivedItem) -> tuple[str, str, tuple[DerivedOption, ...]]:
    return item.asked, item.right, item.options
