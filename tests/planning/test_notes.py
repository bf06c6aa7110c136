"""Which notes a deck ships, in which order, under which names."""

from __future__ import annotations

import pytest

from quizgen.model.fact import Fact
from quizgen.model.notes import Note, PlannedPackage
from quizgen.model.project import CardKind, DeckSpec
from quizgen.model.text import Text
from quizgen.planning import identity
from quizgen.planning.identity import distinct_card_ids, distinct_note_ids, guids
from quizgen.planning.notes import plan_note_type, plan_package, tags_of
from tests.support.facts import CLOZE, PROJECT, QUESTION, make_deck, make_fact

BOTH = make_fact("both", cloze="It is {{c1::long}}, {{c3::not short}} and {{c1::wide}}.")
ASKED = make_fact("asked")
HIDDEN = make_fact("hidden", question=None, cloze="It is {{c2::deep}}.")
LIST = make_fact("list", question="Which rivers flow there?", answer=["a", "b", "c", "d"])
RETIRED = make_fact("old", retired="It was wrong.")


def test_ids_are_what_they_were_in_the_first_release() -> None:
    """A note, its cards and its note type keep their ids for good: every student's collection rests on them."""
    (note,) = plan(BOTH, spec=make_deck(cards=[CLOZE])).notes
    note_type = plan_note_type(PROJECT.namespace, CLOZE)
    assert (note.guid, note.note_id) == ("itoezdzdzfr3ycuo", 1061234041270)
    assert note.cards == ((0, 1014404243663), (2, 1546488534135))
    assert (note_type.id, note_type.template) == (1579437747079, ("Cloze", 1549916907846))
    assert note_type.fields[:2] == (("Text", 1381017105593), ("Topic", 1079744085273))


def test_a_note_is_known_by_its_facts_first_id_alone() -> None:
    """New words, topics, decks and even a new name leave it the same note; another project has another one."""
    (note,) = plan(ASKED).notes
    edited = make_fact("new-name", renamed_from="asked", question="How long is it?", topics=["sea"])
    (same,) = plan(edited, spec=make_deck(deck="Elsewhere")).notes
    assert (same.guid, same.note_id, same.cards) == (note.guid, note.note_id, note.cards)
    names = [("asked", QUESTION), ("ask", QUESTION), ("asked", CLOZE)]
    assert len({*guids("one", names), *guids("two", names)}) == 6


def test_ids_that_meet_are_parted_the_same_way_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two notes never get one id, even where their hashes are equal; nor two cards, since the first release."""
    monkeypatch.setattr(identity, "_MILLISECONDS", 30)
    names = guids("n", [(f"fact-{number}", QUESTION) for number in range(30)])
    ids = distinct_note_ids(names)
    assert len(set(ids.values())) == 30
    assert distinct_note_ids(reversed(names)) == ids
    monkeypatch.setattr(identity, "_MILLISECONDS", 13)
    cards = distinct_card_ids([(names[0], ordinal) for ordinal in range(12)])
    assert [id_ - 1_000_000_000_000 for id_ in cards.values()] == [11, 9, 3, 8, 12, 1, 6, 10, 2, 7, 4, 0]


def test_ids_lie_in_the_past() -> None:
    """Anki takes ids for moments of creation and renumbers those in the future."""
    ids = distinct_note_ids(guids("n", [(f"fact-{number}", QUESTION) for number in range(1000)])).values()
    assert min(ids) >= 1_000_000_000_000
    assert max(ids) < 1_700_000_000_000


def test_every_fact_is_asked_once_before_one_is_asked_in_a_second_way() -> None:
    """Cards come in the order of the facts; the second card of a fact does not follow on the heels of the first."""
    notes = plan(RETIRED, BOTH, HIDDEN, ASKED).notes
    assert names(notes) == ["both question", "hidden cloze", "asked question", "both cloze", "old question"]
    assert [note.due for note in notes] == [0, 1, 2, 3, 4]


def test_the_spec_says_which_card_comes_first() -> None:
    """With clozes first, a fact's question is the second card."""
    assert names(plan(BOTH, ASKED, spec=make_deck(cards=[CLOZE, QUESTION])).notes) == [
        "both cloze",
        "asked question",
        "both question",
    ]


def test_a_cloze_note_has_the_cards_that_anki_would_make() -> None:
    """One card for each number, whatever the gaps between them."""
    cloze = plan(BOTH).notes[1]
    assert [ordinal for ordinal, _ in cloze.cards] == [0, 2]


def test_a_long_list_is_asked_through_its_cloze_alone() -> None:
    """Four members are no answer to recall at once."""
    with_cloze = make_fact("list", answer=["a", "b", "c", "d"], cloze="a, b, {{c1::c}} and d")
    assert names(plan(with_cloze).notes) == ["list cloze"]


def test_a_retired_fact_lies_apart_with_a_tag() -> None:
    """New students do not meet it among the others, and old ones can search for it."""
    package = plan(ASKED, RETIRED)
    assert [(deck.name, deck.is_retired, names_of(deck.facts)) for deck in package.decks] == [
        ("Geography::Rivers", False, ["asked"]),
        ("Geography::Rivers::Retired", True, ["old"]),
    ]
    assert package.notes[1].deck == "Geography::Rivers::Retired"
    assert package.notes[1].tags[-1] == "quizgen::riversri::retired"


def test_tags_tell_topics_sources_and_certainty() -> None:
    """All tags stand under one root, so that they mix with nobody's own."""
    fact = make_fact(topics=["river/size", "озеро"], sources=["survey-2020", "atlas"], certainty="alleged")
    assert tags_of("rivers-a1b2c3", fact) == (
        "quizgen::rivers-a::topic::river::size",
        "quizgen::rivers-a::topic::озеро",
        "quizgen::rivers-a::source::survey-2020",
        "quizgen::rivers-a::source::atlas",
        "quizgen::rivers-a::certainty::alleged",
    )


def test_a_tag_is_normalized_as_anki_does() -> None:
    """A letter with a combining accent and one that has it built in are the same tag."""
    assert tags_of("riversrivers", make_fact(topics=["re\u0301gion"]))[0].endswith("::r\u00e9gion")


def test_a_note_speaks_the_language_of_its_fact() -> None:
    """The project's language is for facts that name none."""
    notes = plan(ASKED, make_fact("ru", lang="ru")).notes
    assert [note.lang for note in notes] == ["en", "ru"]


def test_only_note_types_that_are_used_are_shipped() -> None:
    """A deck of questions brings no cloze note type into a collection."""
    assert [note_type.kind for note_type in plan(ASKED).note_types] == [QUESTION]


def test_a_fact_that_makes_no_card_is_told() -> None:
    """The curator hears of a long list that has no cloze text, at the fact."""
    _, (problem,) = plan_package(PROJECT, make_deck(), [(make_deck(), [ASKED, LIST])])
    assert (problem.code, problem.message) == ("QZ300", "`list` makes no card in the Anki deck `Geography::Rivers`")
    assert problem.note == "an answer of 4 members is too long for one card, and it has no cloze text"
    assert problem.place == LIST.id.place


def test_a_deck_without_any_card_is_one_problem() -> None:
    """It is told once for the deck, not once a fact."""
    spec = make_deck(cards=[CLOZE])
    package, (problem,) = plan_package(PROJECT, spec, [(spec, [ASKED, LIST])])
    assert package.notes == ()
    assert (problem.code, problem.message) == ("QZ301", "the Anki deck `Geography::Rivers` has no card")
    assert problem.place.document == "decks/rivers.yaml"


def test_a_bundle_holds_the_very_notes_of_its_decks() -> None:
    """So the bundle and the single packages agree in one collection; only the place in the queue is its own."""
    rivers, seas = make_deck("rivers"), make_deck("seas", title="Seas", deck="Geography::Seas")
    bundle = DeckSpec(id=Text("all"), title=Text("All"), bundle=(rivers.id, seas.id))
    decks = [(rivers, [BOTH, RETIRED]), (seas, [ASKED, LIST])]
    whole, problems = plan_package(PROJECT, bundle, decks)
    single = [note for spec, facts in decks for note in plan_package(PROJECT, spec, [(spec, facts)])[0].notes]
    assert problems == ()
    assert {identity_of(note) for note in whole.notes} == {identity_of(note) for note in single}
    assert names(whole.notes)[-1] == "old question"
    assert [deck.title for deck in whole.decks] == ["Rivers of the plain", "Seas", "Rivers of the plain"]


def plan(*facts: Fact, spec: DeckSpec | None = None) -> PlannedPackage:
    """Plan a deck of facts that all make a card."""
    spec = spec or make_deck()
    package, problems = plan_package(PROJECT, spec, [(spec, facts)])
    assert problems == ()
    return package


def names(notes: tuple[Note, ...]) -> list[str]:
    """Name notes by fact and kind."""
    return [f"{note.fact.id} {note.kind}" for note in notes]


def names_of(facts: tuple[Fact, ...]) -> list[str]:
    """List the ids of facts."""
    return [str(fact.id) for fact in facts]


def identity_of(note: Note) -> tuple[str, CardKind, str, int, tuple[tuple[int, int], ...], tuple[str, ...], str]:
    """Return all of a note that a collection keeps."""
    return (note.fact.id, note.kind, note.guid, note.note_id, note.cards, note.tags, note.deck)
