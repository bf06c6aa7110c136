"""Forms in the archive: all that their keys need, and what is out of date in them."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.model.archive import ArchivedForm
from quizgen.model.bank import Bank
from quizgen.model.fact import Answer, Certainty, Distractor, Fact, FalseClaim, Quantity, Retirement
from quizgen.model.plain import from_plain, to_plain
from quizgen.model.quiz import Quiz
from quizgen.model.text import Text
from quizgen.planning.archive import facts_today, outdated_items, plan_archive
from quizgen.planning.quizzes import plan_quiz
from tests.support.every_type import SPEC, facts_of_every_type
from tests.support.facts import PROJECT, date
from tests.support.quiz_facts import ATLAS, bank_of, fact, quiz, section

FACTS = facts_of_every_type()


def archived(facts: tuple[Fact, ...] = FACTS) -> tuple[Quiz, ArchivedForm]:
    """Archive the first form of a quiz with every item type."""
    bank = bank_of(facts)
    made, problems = plan_quiz(SPEC, facts, bank, "en")
    assert made is not None, problems
    return made, plan_archive(PROJECT, made, bank)[made.forms[0].code]


def test_a_form_of_every_item_type_comes_back_from_plain_data() -> None:
    """Nothing of it is lost: items about several facts, blanks, numbers, notes, options with their makers."""
    _, form = archived()
    assert from_plain(ArchivedForm, to_plain(form), "archive/X.json") == form


def test_a_form_holds_all_facts_that_it_asks_about() -> None:
    """The further events of an ordering, too, with the sources of all."""
    made, form = archived()
    assert [one.id for one in form.bank.facts] == [one.id for one in made.forms[0].facts]
    assert len(made.forms[0].parts[7].items[0].item.facts) == 4
    assert {source.id for source in form.sources} == {ATLAS.id, "survey-2020"}


def test_nothing_is_out_of_date_at_once() -> None:
    """Nor after an edit of what no item shows."""
    _, form = archived()
    assert not list(outdated_items(form, bank_of(FACTS)))
    told = tuple(one._replace(explanation=Text("Anew."), image=None) for one in FACTS)
    assert not list(outdated_items(form, bank_of(told)))


ONES = {
    "multiple_choice": fact("a", answer="640 km", answer_type="number"),
    "multiple_response": fact("a", answer=["b", "c"], distractors=["x", "y"]),
    "true_false": fact("a", claim="It is 640 km long.", answer="640 km", answer_type="number"),
    "fill_in_blank": fact("a", answer="oak", cloze="Of {{c1::oak}}."),
    "numerical": fact("a", answer="640 km", answer_type="number"),
    "short_answer": fact("a", answer="oak"),
    "essay": fact("a", answer=["oak", "pine"]),
}


@pytest.mark.parametrize(
    ("type_", "edit"),
    [
        ("multiple_choice", {"question": Text("Anew?")}),
        ("multiple_choice", {"answers": (Answer(text=Text("650 km")),)}),
        ("multiple_response", {"distractors": (Distractor(text=Text("z")), Distractor(text=Text("w")))}),
        ("multiple_response", {"answers": (Answer(text=Text("b")), Answer(text=Text("d")))}),
        ("true_false", {"claim": Text("It is about 640 km long.")}),
        ("fill_in_blank", {"cloze": Text("Of {{c1::pine}}.")}),
        ("fill_in_blank", {"answers": (Answer(text=Text("oak"), accept=(Text("oaks"),)),)}),
        ("numerical", {"quantity": Quantity(tolerance=Text("2"))}),
        ("short_answer", {"answers": (Answer(text=Text("pine")),)}),
        ("essay", {"certainty": Certainty.ALLEGED}),
        ("essay", {"voice": Text("millers")}),
    ],
)
def test_an_edit_of_what_an_item_shows_or_is_marked_by(type_: str, edit: dict[str, Any]) -> None:
    """Each type has its own; a fact that is edited elsewhere is not out of date."""
    one = ONES[type_]
    made, problems = plan_quiz(quiz(section(type_, 1, options=5), forms=1), [one], bank_of([one]), "en")
    assert made is not None, problems
    form = plan_archive(PROJECT, made, bank_of([one]))[made.forms[0].code]
    edited = one._replace(**edit)
    assert list(outdated_items(form, bank_of([edited]))) == [(1, "a", "edited")]
    assert not list(outdated_items(form, bank_of([one._replace(explanation=Text("Anew."))])))


def test_a_derived_statement_or_option_goes_by_its_own_fact() -> None:
    """A false statement that came from a number is out of date with the number; an option, once it is right."""
    one = ONES["true_false"]
    for seed in range(20):
        spec = quiz(section("true_false", 1), forms=1, seed=str(seed))
        made, _ = plan_quiz(spec, [one], bank_of([one]), "en")
        if made is not None and made.forms[0].items[0].item.is_derived:
            break
    assert made is not None
    form = plan_archive(PROJECT, made, bank_of([one]))[made.forms[0].code]
    now = one._replace(answers=(Answer(text=Text("650 km")),), false_claims=(FalseClaim(text=Text("No.")),))
    assert [what for _, _, what in outdated_items(form, bank_of([now]))] == ["edited"]
    assert not list(outdated_items(form, bank_of([one._replace(false_claims=(FalseClaim(text=Text("No.")),))])))


def test_every_fact_of_an_item_counts() -> None:
    """The third event of an ordering, a pair of a matching: each is named with the number of its item."""
    made, form = archived()
    ordering, matching = made.forms[0].parts[7].items[0], made.forms[0].parts[5].items[1]
    event, pair = ordering.item.facts[2], matching.item.fact
    facts = tuple(
        one._replace(when=date("1815"))
        if one.id == event.id
        else one._replace(retired=Retirement())
        if one.id == pair.id
        else one
        for one in FACTS
    )
    assert list(outdated_items(form, bank_of(facts))) == [
        (matching.number, str(pair.id), "retired"),
        (ordering.number, str(event.id), "edited"),
    ]
    rest = Bank(facts=tuple(one for one in FACTS if one.id != event.id), sources=bank_of(()).sources)
    assert list(outdated_items(form, rest)) == [(ordering.number, str(event.id), "deleted")]
    assert str(event.id) not in facts_today(form, rest)
    assert facts_today(form, bank_of(facts))[str(pair.id)].retired is not None
