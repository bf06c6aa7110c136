"""The order of items and options on each form, and form codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact, Image, Quantity
from quizgen.model.project import QuizSpec
from quizgen.model.quiz import Form, Quiz
from quizgen.model.text import Text
from quizgen.planning.codes import ALPHABET
from quizgen.planning.quizzes import plan_quiz
from tests.support.every_type import SPEC as EVERY_TYPE
from tests.support.every_type import facts_of_every_type
from tests.support.quiz_facts import ATLAS, SURVEY, bank_of, fact, full_fact, quiz, section

FACTS = tuple(full_fact(f"fact-{number}") for number in range(12))
SPEC = quiz(section("multiple_choice", 6), section("true_false", 3), section("short_answer", 3), forms=4)


def plan(facts: Iterable[Fact] = FACTS, spec: QuizSpec = SPEC, bank: Bank | None = None) -> Quiz:
    """Plan a quiz that must be possible."""
    made, problems = plan_quiz(spec, tuple(facts), bank or bank_of(facts), "en")
    assert made is not None, problems
    return made


def codes(made: Quiz) -> list[str]:
    """Return the code of each form."""
    return [form.code for form in made.forms]


def fact_ids(form: Form) -> list[list[str]]:
    """Return the facts of each part in the order of the form."""
    return [[placed.item.fact.id for placed in part.items] for part in form.parts]


def test_forms_are_lettered_and_items_numbered_through() -> None:
    """Forms A to D; the numbers run on from part to part."""
    made = plan()
    assert [form.letter for form in made.forms] == ["A", "B", "C", "D"]
    for form in made.forms:
        assert [placed.number for placed in form.items] == list(range(1, 13))
        assert [(part.number, part.spec.type) for part in form.parts] == [
            (1, "multiple_choice"),
            (2, "true_false"),
            (3, "short_answer"),
        ]


def test_every_form_has_the_same_items_in_an_order_of_its_own() -> None:
    """The items of a part are equal in all forms; no two forms are in the same order."""
    made = plan()
    for part in range(3):
        items = [sorted((placed.item for placed in form.parts[part].items), key=str) for form in made.forms]
        assert all(one == items[0] for one in items)
    assert len({str(fact_ids(form)) for form in made.forms}) == 4


def test_every_choice_has_one_key_and_all_its_options() -> None:
    """Options are only arranged: none comes, goes or doubles, and one of them is the key."""
    for form in plan().forms:
        for placed in form.parts[0].items:
            assert sorted(option.slot for option in placed.options) == sorted(
                option.slot for option in placed.item.options
            )
            at = [option.is_key for option in placed.options].index(True)
            assert placed.key_letter == "ABCD"[at]


def test_numbers_are_printed_ascending_in_every_form() -> None:
    """The order of numbers tells nothing, so it is the natural one."""
    numbers = fact("hours", answer="24 hours", distractors=["72 hours", "6 hours", "48 hours"])
    made = plan([numbers], quiz(section("multiple_choice", 1), forms=3))
    for form in made.forms:
        assert [option.text for option in form.items[0].options] == ["6 hours", "24 hours", "48 hours", "72 hours"]
        assert form.items[0].key_letter == "B"


def test_names_to_match_stand_by_the_alphabet_in_every_form() -> None:
    """Their order tells nothing; the pairs change places, and with them the letters."""
    towns = ("Corfe", "ashby", "Dunster", "the Burgh", "Eastham")
    facts = [fact(f"p{at}", answer=town, answer_type="place", label=f"ford {at}") for at, town in enumerate(towns)]
    made = plan(facts, quiz(section("matching", 4, by="answer"), forms=3))
    for form in made.forms:
        names = [str(option.text) for option in form.items[0].options]
        assert names == ["ashby", "Corfe", "Dunster", "Eastham", "the Burgh"]
        assert all([str(option.text) for option in placed.options] == names for placed in form.items)
        for placed in form.items:
            assert names["ABCDE".index(placed.key_letter)] == placed.item.fact.answers[0].text
    assert len({str([placed.item.fact.id for placed in form.items]) for form in made.forms}) == 3


def test_numbers_to_match_stand_by_their_size() -> None:
    """As numbers among options do."""
    sizes = (300, 20, 1000, 4)
    facts = [
        fact(f"p{at}", answer=f"{size} km", answer_type="number", label=f"ford {at}") for at, size in enumerate(sizes)
    ]
    made = plan(facts, quiz(section("matching", 3, by="answer"), forms=1))
    assert [str(option.text) for option in made.forms[0].items[0].options] == ["4 km", "20 km", "300 km", "1000 km"]


def test_events_are_printed_in_an_order_of_their_own() -> None:
    """The ranks lead from the printed to the right order; another event leaves the others where they were."""
    facts = [fact(f"e{at}", label=f"flood {at}", when=f"19{at}0") for at in range(6)]
    made = plan(facts, quiz(section("ordering", 6), forms=3))
    orders = [[int(event.slot[1]) for event in form.items[0].options] for form in made.forms]
    assert len({str(order) for order in orders}) == 3
    assert [list(form.items[0].ranks) for form in made.forms] == [[at + 1 for at in order] for order in orders]
    assert made.forms[0].points == 6
    fewer = plan(facts[1:], quiz(section("ordering", 5), forms=3))
    for form, order in zip(fewer.forms, orders, strict=True):
        assert [int(event.slot[1]) for event in form.items[0].options] == [at for at in order if at]


def test_a_set_of_letters_is_a_key() -> None:
    """All right options of an item, in the order in which they are printed."""
    sets = [fact(f"s{at}", answer=["b", "c"], distractors=["x", "y", "z"]) for at in range(4)]
    for placed in plan(sets, quiz(section("multiple_response", 4, options=5), forms=1)).forms[0].items:
        letters = [letter for letter, option in zip("ABCDE", placed.options, strict=True) if option.text in {"b", "c"}]
        assert placed.key_letter == " ".join(letters)


def test_keys_are_spread_by_chance_alone() -> None:
    """Over many items each letter is the key about as often as any other, without being balanced."""
    facts = [full_fact(f"fact-{number}") for number in range(400)]
    form = plan(facts, quiz(section("multiple_choice", 400), forms=1)).forms[0]
    counts = [sum(placed.key_letter == letter for placed in form.items) for letter in "ABCD"]
    assert all(70 < count < 130 for count in counts)


def test_mending_a_text_moves_nothing() -> None:
    """A new wording of a stem, key or distractor stands where the old one stood, in every form."""
    mended = FACTS[3]._replace(
        question=Text("What was meant?"),
        distractors=tuple(replace(one, text=Text(f"mended {at}")) for at, one in enumerate(FACTS[3].distractors or ())),
    )
    before, after = plan(), plan([mended if one is FACTS[3] else one for one in FACTS])
    for old, new in zip(before.forms, after.forms, strict=True):
        assert fact_ids(old) == fact_ids(new)
        for old_item, new_item in zip(old.items, new.items, strict=True):
            assert [option.slot for option in old_item.options] == [option.slot for option in new_item.options]
            if old_item.item.fact.id != mended.id:
                assert old_item == new_item


def test_the_others_keep_their_order_when_an_item_comes() -> None:
    """One more item pushes numbers up, and changes no order."""
    smaller = quiz(section("short_answer", 9))
    larger = quiz(section("short_answer", 10))
    for before, after in zip(plan(spec=smaller).forms, plan(spec=larger).forms, strict=True):
        old, new = fact_ids(before)[0], fact_ids(after)[0]
        assert [id_ for id_ in new if id_ in old] == old


def test_a_code_is_short_and_cannot_be_misread() -> None:
    """Eight characters in two groups, none of which is taken for another."""
    shape = re.compile(f"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}")
    assert all(shape.fullmatch(code) for code in codes(plan()))
    assert not set("0O1ILAEU") & set(ALPHABET)


def test_codes_are_the_same_on_every_machine() -> None:
    """The same texts in the same places have had the same codes since the first release."""
    assert codes(plan()) == ["4T82-9FXP", "CJTP-RHKG", "C58H-GKW4", "Z4VF-MRK6"]
    assert codes(plan(facts_of_every_type(), EVERY_TYPE)) == ["MTX3-C7R9", "JDH5-HZXX"]
    undated = Bank(facts=FACTS, sources=(replace(SURVEY, as_of=None),))
    assert codes(plan(bank=undated)) == ["KTC7-JD9S", "VRSJ-T89S", "S7P6-RC28", "VRB5-NV2P"]


def test_every_form_has_a_code_of_its_own() -> None:
    """Even forms that hold one item alone differ by their letter."""
    made = plan(FACTS[:1], quiz(section("short_answer", 1), forms=26))
    assert len(set(codes(made))) == 26


def test_a_code_changes_with_what_is_printed() -> None:
    """A stem, an option, the title, the source's name and the points are on the paper."""
    before = codes(plan())
    stem = FACTS[0]._replace(question=Text("Anew?"), claim=Text("Anew."), false_claims=FACTS[1].false_claims)
    other_source = replace(ATLAS, title_short=Text("the Atlas"), id=SURVEY.id)
    others = [
        plan([stem, *FACTS[1:]]),
        plan(spec=replace(SPEC, title=Text("Lakes"))),
        plan(spec=replace(SPEC, sections=tuple(replace(one, points=2) for one in SPEC.sections))),
        plan(bank=Bank(facts=FACTS, sources=(other_source,))),
    ]
    for made in others:
        assert not set(before) & set(codes(made))


def test_a_code_stands_for_the_picture_that_was_printed() -> None:
    """Another picture under the same name makes another paper; the same one under another name does not."""
    short = quiz(section("short_answer", 1), forms=1)

    def code(file: str, name: str) -> list[str]:
        image = Image(file=Text(file), alt=Text("A river"), credit=Text("A mill"))
        facts = (FACTS[0]._replace(image=image),)
        return codes(plan(facts, short, replace(bank_of(facts), pictures={file: name})))

    assert code("river.png", "quizgen-1.png") != code("river.png", "quizgen-2.png")
    assert code("river.png", "quizgen-1.png") == code("stream.png", "quizgen-1.png")


def test_a_quiz_is_checked_before_its_pictures_are_read() -> None:
    """As `quizgen check` does: what they are called stands for them there."""
    facts = [FACTS[0]._replace(image=Image(file=Text("a.png"), alt=Text("A river"), credit=Text("A mill")))]
    assert len(codes(plan(facts, quiz(section("short_answer", 1))))) == 2


def test_a_code_changes_with_what_is_right() -> None:
    """A paper and its key are found by one code: a corrected answer, or another spelling to accept, makes a new one."""
    short = quiz(section("short_answer", 3), forms=1)
    one = fact("fact-0", answer="oak", accept=["an oak"])
    before = codes(plan([one, *FACTS[1:3]], short))
    for answer, accept in (("pine", ["an oak"]), ("oak", []), ("oak", ["an oak", "oaks"])):
        assert codes(plan([fact("fact-0", answer=answer, accept=accept), *FACTS[1:3]], short)) != before


def test_a_code_changes_with_each_kind_of_key() -> None:
    """Which numbers are right, what an essay is marked by, what is accepted in a blank, in which order events are."""
    pairs = [
        ("numerical", fact("a", answer="6 km", answer_type="number", quantity={"tolerance": "1"}), {"tolerance": "2"}),
        ("essay", fact("a", answer=["oak", "pine"]), {"voice": "millers"}),
        ("fill_in_blank", fact("a", answer="oak", cloze="Of {{c1::oak}}."), {"accept": "an oak"}),
    ]
    for type_, one, edit in pairs:
        other = one._replace(
            quantity=Quantity(tolerance=Text(edit["tolerance"])) if "tolerance" in edit else one.quantity,
            voice=Text(edit["voice"]) if "voice" in edit else None,
            answers=tuple(replace(each, accept=(Text(edit["accept"]),)) for each in one.answers)
            if "accept" in edit
            else one.answers,
        )
        spec = quiz(section(type_, 1), forms=1)
        assert codes(plan([one], spec)) != codes(plan([other], spec)), type_
    events = [fact(f"e{at}", label=f"flood {at}", when=f"19{at}0") for at in range(4)]
    ordering = quiz(section("ordering", 4), forms=1)
    swapped = [one._replace(when=events[3 - at].when) for at, one in enumerate(events)]
    assert codes(plan(events, ordering)) != codes(plan(swapped, ordering))


def test_a_code_changes_with_the_words_of_a_section() -> None:
    """Its title and directions, and the quiz's own line of instructions."""
    before = codes(plan())
    first, *others = SPEC.sections
    for spec in (
        replace(SPEC, sections=(replace(first, title=Text("Choose")), *others)),
        replace(SPEC, sections=(replace(first, instructions=Text("Choose well.")), *others)),
        replace(SPEC, instructions=Text("Use a pen.")),
    ):
        assert not set(before) & set(codes(plan(spec=spec)))


def test_a_code_does_not_change_with_what_is_not_printed() -> None:
    """Explanations, reasons and locators stand on other sheets, so a printed form keeps its code."""
    told = [one._replace(explanation=Text("Because."), citations=one.citations) for one in FACTS]
    assert codes(plan(told)) == codes(plan())
