"""What each item type asks about a fact, and what a fact lacks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from quizgen.model.fact import Certainty, Fact
from quizgen.model.project import ItemType
from quizgen.model.quiz import Item, MarkingKind
from quizgen.model.text import Text
from quizgen.planning.items import KINDS
from quizgen.planning.items.matching import Matching
from tests.support.quiz_facts import ATLAS, fact, full_fact, means_of, section

_NO_NUMBER = "without a number in digits as `answer`, or a `value`"


def plan(one: Fact, type_: str, *, options: int = 4) -> Item:
    """Make the item of one fact."""
    (item,) = KINDS[ItemType(type_)].plan([one], section(type_, 1, options=options), means_of([one]))
    return item


def test_every_item_type_of_a_spec_is_known() -> None:
    """A section can have any type that its reader accepts."""
    assert set(KINDS) == set(ItemType)


NUMBER = fact("a", answer="640 km", answer_type="number")
LABELLED = fact("a", answer="the Board", answer_type="organization", label="the river")
SOURCES = LABELLED._replace(citations=(*LABELLED.citations, replace(LABELLED.citations[0], source=ATLAS.id)))


@pytest.mark.parametrize(
    ("type_", "one", "lack"),
    [
        ("multiple_choice", fact("a", distractors=["x", "y"]), ""),
        ("multiple_choice", fact("a", distractors=["x"]), "with fewer than two `distractors`"),
        ("multiple_choice", fact("a", distractors=[]), "with fewer than two `distractors`"),
        ("multiple_choice", fact("a", answer="b"), "with fewer than two `distractors`"),
        ("multiple_choice", fact("a", answer=["b", "c"], distractors=["x", "y"]), "with a set as `answer`"),
        ("multiple_choice", fact("a"), "without a `question`"),
        ("multiple_choice", NUMBER, ""),
        ("multiple_choice", NUMBER._replace(distractors=()), "with fewer than two `distractors`"),
        ("multiple_choice", NUMBER._replace(sensitive=True), "with fewer than two `distractors`"),
        (
            "multiple_choice",
            fact("a", answer="six", answer_type="number"),
            "with an answer that leaves no room for derived `distractors`",
        ),
        ("multiple_choice", LABELLED, "with too few facts in their topic to borrow `distractors` from"),
        ("multiple_response", fact("a", answer=["b", "c"], distractors=["x", "y"]), ""),
        ("multiple_response", fact("a", answer="b", distractors=["x", "y"]), "without a set as `answer`"),
        ("multiple_response", fact("a", answer=["b", "c"], distractors=["x"]), "with fewer than two `distractors`"),
        (
            "multiple_response",
            fact("a", answer=["b", "c"], enough=1, distractors=["x", "y"]),
            "with a question for some of a set (`enough`)",
        ),
        (
            "multiple_response",
            fact("a", answer=["b", "c", "d"], distractors=["x", "y"]),
            "with more answers than its `options` leave room for",
        ),
        ("true_false", fact("a", false_claims=["x"]), ""),
        ("true_false", fact("a", false_claims=[]), "without `false_claims`"),
        ("true_false", fact("a"), "without `false_claims`"),
        ("true_false", NUMBER._replace(claim=Text("It is 640 km long.")), ""),
        ("true_false", NUMBER, "without `false_claims`"),
        ("fill_in_blank", fact("a", cloze="It is {{c1::long}}."), ""),
        ("fill_in_blank", fact("a", cloze="It is long."), "without a `cloze`"),
        ("fill_in_blank", fact("a"), "without a `cloze`"),
        ("numerical", NUMBER, ""),
        ("numerical", fact("a", answer="six", quantity={"value": "6"}), ""),
        ("numerical", fact("a", answer="640 km"), "without a number in digits as `answer`, or a `value`"),
        ("numerical", fact("a", answer="six", answer_type="number"), _NO_NUMBER),
        ("numerical", fact("a", answer=["1 km", "2 km"], answer_type="number"), _NO_NUMBER),
        ("numerical", fact("a"), "without a `question`"),
        ("matching", LABELLED, ""),
        ("matching", LABELLED._replace(label=None), "without a `label`"),
        ("matching", LABELLED._replace(sensitive=True), "marked as `sensitive`"),
        ("matching", LABELLED._replace(distractors=()), "with `distractors: []`"),
        ("matching", LABELLED._replace(label=Text("the Board's river")), "with a `label` that tells the answer"),
        ("matching", fact("a", answer="x", label="y"), "without an `answer_type` such as `term`"),
        ("matching", fact("a", label="y"), "without a single `answer`"),
        ("matching voice", LABELLED._replace(voice=Text("fishers")), ""),
        ("matching voice", LABELLED, "without a `voice`"),
        ("matching source", LABELLED, ""),
        ("matching source", SOURCES, "with several sources"),
        ("ordering", fact("a", label="y", when="1990"), ""),
        ("ordering", fact("a", label="y"), "without a `when`"),
        ("ordering", fact("a", when="1990"), "without a `label`"),
        ("ordering", fact("a", label="y", when="1990?"), "with an uncertain `when`"),
        ("ordering", fact("a", label="y", when="../1990"), "with an uncertain `when`"),
        ("ordering", fact("a", label="y", when="199X"), "with an uncertain `when`"),
        ("short_answer", fact("a", answer="b"), ""),
        ("short_answer", fact("a"), "without a `question`"),
        ("essay", fact("a", answer=["b", "c"]), ""),
        ("essay", fact("a", answer="b", certainty=Certainty.ALLEGED), ""),
        ("essay", fact("a", answer="b", voice="fishers"), ""),
        ("essay", fact("a", answer="b"), "with fewer than two things to mark"),
        ("essay", fact("a"), "without a `question`"),
    ],
)
def test_what_a_fact_lacks(type_: str, one: Fact, lack: str) -> None:
    """The words say what a curator can add."""
    name, _, by = type_.partition(" ")
    assert KINDS[ItemType(name)].lack_of(one, section(name, 1, by=by or None), means_of([one])) == lack


def test_a_choice_has_the_key_and_as_many_distractors_as_fit() -> None:
    """Four options of five possible ones, each with its slot, text and reason."""
    one = fact("a", answer="right", distractors=["w1", ("w2", "because"), "w3", "w4"])
    options = plan(one, "multiple_choice").options
    assert options[0].is_key
    assert options[0].text == "right"
    assert len({option.slot for option in options}) == 4
    assert all(option.text == f"w{option.slot[1:]}" for option in options[1:])
    assert {option.why for option in options if option.text == "w2"} <= {"because"}


def test_a_choice_takes_what_there_is() -> None:
    """Three options are enough where the curator wrote two distractors."""
    assert len(plan(fact("a", distractors=["x", "y"]), "multiple_choice").options) == 3


def test_mending_a_distractor_does_not_exchange_it() -> None:
    """Which distractors are taken does not depend on their texts."""
    before = plan(fact("a", distractors=["w1", "w2", "w3", "w4", "w5"]), "multiple_choice", options=3)
    after = plan(fact("a", distractors=["m1", "m2", "m3", "m4", "m5"]), "multiple_choice", options=3)
    assert [option.slot for option in after.options] == [option.slot for option in before.options]


def test_a_true_statement_is_the_claim_and_a_false_one_is_the_curators() -> None:
    """Both come up over many facts, each about half of the time, with the reason of the false one."""
    items = [plan(fact(f"fact-{at}", false_claims=[("no", "why not")]), "true_false") for at in range(200)]
    for item in items:
        expected = (item.fact.claim, None) if item.is_true else ("no", "why not")
        assert (item.stem, item.why) == expected
    assert 70 < sum(item.is_true is True for item in items) < 130


def test_every_false_claim_has_its_chance() -> None:
    """Which of several false claims is stated differs from fact to fact."""
    stems = {plan(fact(f"fact-{at}", false_claims=["one", "two"]), "true_false").stem for at in range(50)}
    assert {"one", "two"} < stems


@pytest.mark.parametrize(
    ("one", "asked"),
    [
        (fact("a", answer="b"), 1),
        (fact("a", answer=["b", "c", "d"]), 3),
        (fact("a", answer=["b", "c", "d", "e"], enough=2), 2),
    ],
)
def test_a_short_answer_asks_for_as_many_as_are_enough(one: Fact, asked: int) -> None:
    """A set is asked whole unless fewer are enough."""
    assert plan(one, "short_answer").asked == asked


def test_an_item_points_at_the_curators_own_text() -> None:
    """Stems and options are the texts of the fact, with their places."""
    one = full_fact("a")
    item = plan(one, "multiple_choice")
    assert item.stem is one.question
    assert item.options[0].text is one.answers[0].text


def test_a_choice_of_derived_options_names_their_makers() -> None:
    """Numbers are n1, n2 … from low to high; borrowed names have their lenders' ids as slots."""
    item = plan(NUMBER, "multiple_choice")
    assert [option.slot for option in item.options] == ["key", "n1", "n2", "n3"]
    assert item.is_ascending
    assert all(option.is_made_up and option.text.place == NUMBER.answers[0].text.place for option in item.options[1:])


def test_a_response_shows_the_whole_set() -> None:
    """All members, each with a slot of its own, and as many distractors as there is room for."""
    one = fact("a", answer=["b", "c", "d"], distractors=["x", ("y", "because"), "z"])
    item = plan(one, "multiple_response", options=5)
    assert [(option.slot, str(option.text), option.is_key) for option in item.options[:3]] == [
        ("key-1", "b", True),
        ("key-2", "c", True),
        ("key-3", "d", True),
    ]
    assert len(item.options) == 5
    assert not any(option.is_key for option in item.options[3:])


def test_a_blank_for_each_deletion_of_the_lowest_number() -> None:
    """The others stand in the sentence; a hint follows its blank; what is accepted comes from the answer."""
    one = fact(
        "a",
        answer="Two",
        accept=["2"],
        cloze="The mill has {{c2::two}} wheels of {{c2::oak::a wood}}, and grinds {{c3::rye}}.",
    )
    item = plan(one, "fill_in_blank")
    assert list(item.pieces) == ["The mill has ", " wheels of ", " (a wood), and grinds rye."]
    assert [(answer.text, answer.accept) for answer in item.answers] == [("two", ("2",)), ("oak", ())]
    assert (item.asked, item.stem.place) == (2, one.cloze.place if one.cloze else None)


def test_a_blank_may_hide_another_spelling_of_the_answer() -> None:
    """Then the answer itself is accepted as well, with its other spellings."""
    one = fact("a", answer="two", accept=["2", "a pair"], cloze="The mill has {{c1::a pair}} of wheels.")
    (answer,) = plan(one, "fill_in_blank").answers
    assert (answer.text, answer.accept) == ("a pair", ("two", "2"))


@pytest.mark.parametrize(
    ("answer", "quantity", "line"),
    [
        ("640 km", {}, ("", " km", "640", "640")),
        ("about 2,500 boats", {"tolerance": "100"}, ("about ", " boats", "2,400", "2,600")),
        ("16 percent", {"tolerance": "0.5"}, ("", " percent", "15.5", "16.5")),
        ("1 km", {"tolerance": "2"}, ("", " km", "0", "3")),
        ("sixteen", {"value": "16", "unit": "percent", "precision": "1"}, ("", " percent", "15.5", "16.5")),
        ("$2.50", {"unit": "dollars"}, ("", " dollars", "2.50", "2.50")),
        ("−4 °C", {"tolerance": "10%"}, ("", " °C", "-4.4", "-3.6")),
    ],
)
def test_a_number_is_right_within_its_tolerance(
    answer: str, quantity: dict[str, str], line: tuple[str, str, str, str]
) -> None:
    """Unit and words stand round the line; both ends of the range are right."""
    number = plan(fact("a", answer=answer, answer_type="number", quantity=quantity), "numerical").number
    assert number is not None
    assert (number.before, number.after, number.least, number.most) == line


def pairs(*facts: Fact, by: str = "answer", lenders: Iterable[Fact] = ()) -> tuple[Item, ...]:
    """Match some facts."""
    means = means_of([*facts, *lenders])
    return KINDS[ItemType.MATCHING].plan(facts, section("matching", len(facts), by=by), means)


def place(id_: str, name: str, *, label: bool = True) -> Fact:
    """Make a fact with a place as answer."""
    label_text = f"the ford {id_}" if label else None
    return fact(id_, question=f"Where is the ford {id_}?", answer=name, answer_type="place", label=label_text)


def test_each_pair_is_an_item_with_all_names_to_choose_from() -> None:
    """The own name is the key; the others go by their facts, one more than there are pairs."""
    items = pairs(place("a", "Ashby"), place("b", "Burgh"), lenders=[place("c", "Corfe", label=False)])
    assert [str(item.stem) for item in items] == ["the ford a", "the ford b"]
    assert [(option.slot, str(option.text)) for option in items[1].options] == [
        ("key", "Burgh"),
        ("a", "Ashby"),
        ("c", "Corfe"),
    ]
    assert all(item.is_alphabetical and not item.is_ascending for item in items)


def test_the_name_that_is_left_over_is_wrong_for_every_pair() -> None:
    """Not another spelling of a right one, nor right by another fact, nor of another type, a sibling or sensitive."""
    asked = [place("a", "Ashby"), place("b", "Burgh")]
    lenders = [
        place("c", "the Burgh", label=False),
        place("d", "Dunster", label=False)._replace(question=asked[0].question),
        fact("e", answer="the Eel Board", answer_type="organization"),
        place("f", "Farley", label=False)._replace(same_claim=Text("a")),
        place("g", "Gosport", label=False)._replace(sensitive=True),
        fact("h", answer="Hatfield", answer_type="place", retired=True),
    ]
    lenders.append(place("j", "Little Ashby", label=False))
    assert len(pairs(*asked, lenders=lenders)[0].options) == 2
    assert len(pairs(*asked, lenders=[*lenders, place("i", "Ilkley", label=False)])[0].options) == 3


def test_facts_that_have_one_right_side_do_not_match() -> None:
    """Equal names, or a name that is right for both labels, stand in each other's way."""
    kind, here = KINDS[ItemType.MATCHING], section("matching", 2, by="answer")
    one, same, both = (
        place("a", "Ashby"),
        place("b", "ashby"),
        fact("c", answer="Corfe", answer_type="place", accept=["Ashby"]),
    )
    means = means_of([one, same, both])
    assert kind.clash(one, same, here, means)
    assert kind.clash(one, both._replace(label=Text("the ford c")), here, means)
    assert kind.clash(one, place("e", "North Ashby"), here, means)
    assert not kind.clash(place("f", "Pier 1"), place("g", "Pier 1 North"), here, means)
    assert not kind.clash(one, place("d", "Dunster"), here, means)


def test_a_matching_by_answer_takes_answers_of_one_type() -> None:
    """A type that there is enough of; which one, the seed says, unless facts are named."""
    places = [place(f"p{at}", f"Town {at}") for at in range(4)]
    dates = [fact(f"d{at}", answer=str(1990 + at), answer_type="date", label=f"flood {at}") for at in range(4)]
    lone = fact("l", answer="the Eel Board", answer_type="organization", label="the river")
    kind, means = Matching(), means_of([*places, *dates, lone])
    chosen = kind.of_one_kind([*places, *dates, lone], section("matching", 3, by="answer"), means)
    assert chosen in (places, dates)
    named = section("matching", 3, by="answer", ids=["l"])
    assert kind.of_one_kind([*places, *dates, lone], named, means) == [lone]


def test_matching_by_voice_and_by_source() -> None:
    """At the right stands whom the source cites, or the source itself."""
    one = fact("a", label="the first flood", voice="fishers")
    two = fact("b", label="the second flood", voice="millers", source=ATLAS)
    spare = fact("c", voice="ferrymen", label="the third")
    assert [item.options[0].text for item in pairs(one, two, by="voice", lenders=[spare])] == ["fishers", "millers"]
    sibling = fact("d", question="Who fished there?")._replace(same_claim=Text("c"))
    means = replace(means_of([one, two, spare, sibling]), asked=frozenset({"a", "b", "d"}))
    voices = KINDS[ItemType.MATCHING].plan([one, two], section("matching", 2, by="voice"), means)
    assert [len(item.options) for item in voices] == [2, 2]
    by_source = pairs(one, two, by="source")
    assert [item.options[0].text for item in by_source] == ["the Survey of 2020", "the Atlas of March 1996"]


def test_events_stand_in_their_order() -> None:
    """One item of all facts, from the first event to the last."""
    facts = [fact(f"e{at}", label=f"flood {at}", when=str(when)) for at, when in enumerate((1970, 1950, 1990, 1960))]
    (item,) = KINDS[ItemType.ORDERING].plan(facts, section("ordering", 4), means_of(facts))
    assert [str(event.text) for event in item.options] == ["flood 1", "flood 3", "flood 0", "flood 2"]
    assert [one.id for one in item.facts] == [event.slot for event in item.options]


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("1990", "1990", True),
        ("1990", "1990-05", True),
        ("1990-05", "1990-06", False),
        ("1990/1992", "1992-03", True),
        ("1990/1992", "1993", False),
        ("1990-05-01", "1990-05-01", True),
    ],
)
def test_events_of_which_it_cannot_be_told_which_came_first(first: str, second: str, *, clash: bool) -> None:
    """A year and a month of it overlap."""
    one, other = fact("a", label="x", when=first), fact("b", label="y", when=second)
    assert KINDS[ItemType.ORDERING].clash(one, other, section("ordering", 4), means_of([one, other])) is clash


def test_the_notes_on_an_essay_are_what_the_fact_says() -> None:
    """Answers with their spellings, whom the source cites or its hedge, and what stands against it."""
    other = fact("b", claim="The mill is of pine.")
    one = fact("a", answer=["oak", "iron"], accept=["steel"], voice="millers", contrast=["b", "gone"])
    (item,) = KINDS[ItemType.ESSAY].plan([one], section("essay", 1), means_of([one, other]))
    assert [(point.kind, str(point.text), point.accept) for point in item.marking] == [
        (MarkingKind.ANSWER, "oak", ("steel",)),
        (MarkingKind.ANSWER, "iron", ("steel",)),
        (MarkingKind.VOICE, "millers", ()),
        (MarkingKind.CONTRAST, "The mill is of pine.", ()),
    ]
    hedged = plan(fact("a", answer="oak", certainty=Certainty.ALLEGED), "essay")
    assert [point.kind for point in hedged.marking] == [MarkingKind.ANSWER, MarkingKind.CERTAINTY]
