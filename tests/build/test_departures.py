"""What students hold and a build does not ship: the curator hears what they see, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.build.report import BuildReport
from quizgen.diagnostics.pages import level_of
from quizgen.diagnostics.problem import Place, Problem
from tests.support.curator import LEDGER, Curator, deck_spec, river


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project of three rivers, and ship it."""
    curator = Curator(tmp_path / "project", [river(name) for name in ("elbe", "loire", "rhone")])
    curator.build()
    return curator


def only_problem(report: BuildReport) -> Problem:
    """Return the one problem of a build."""
    (problem,) = report.problems
    return problem


def test_deleted(curator: Curator) -> None:
    """A fact that is deleted outright stays with every student."""
    curator.drop("loire")
    problem = only_problem(curator.build())
    assert problem == Problem(
        code="QZ063",
        message="the fact `loire` was shipped before, and stands in no data file now",
        place=Place("decks/ledger.tsv", 6, 1, 67),
        note="no import deletes a note: students keep the card as it was",
        hint="if it has a new name, write `renamed_from: loire` there; else bring it back with `status: retired` and a "
        "`reason`; if no student ever had it, delete its lines from the ledger",
    )
    assert level_of(problem.code) == "warning"


def test_deleted_stays_a_warning(curator: Curator) -> None:
    """It is not forgotten with the next build, until the curator decides."""
    curator.drop("loire")
    curator.build()
    curator.fact("elbe")["answer"] = "another"
    assert only_problem(curator.build()).code == "QZ063"
    (curator.root / LEDGER).write_text(
        "".join(f"{line}\n" for line in curator.ledger.splitlines() if "\tloire\t" not in line), encoding="utf-8"
    )
    assert curator.build().problems == ()


def test_renamed_without_saying_so(curator: Curator) -> None:
    """A new name that comes as an old one goes is proposed as the new name."""
    curator.fact("loire")["id"] = "loire-length"
    problem = only_problem(curator.build())
    assert problem.code == "QZ063"
    assert problem.hint.startswith("if `loire-length` is its new name, write `renamed_from: loire` there;")


def test_renamed_with_a_near_name_among_new_ones(curator: Curator) -> None:
    """Of several newcomers the one that is spelt alike is meant."""
    curator.fact("loire")["id"] = "loires"
    curator.facts.append(river("danube"))
    problem = only_problem(curator.build())
    assert problem.hint.startswith("if it has a new name, write `renamed_from: loire` there;")
    assert problem.note.endswith("; did you mean `loires`?")


def test_renamed(curator: Curator) -> None:
    """With `renamed_from` all is well, also after the next renaming, while it names the first id."""
    curator.fact("loire").update(id="loire-length", renamed_from="loire")
    assert curator.build().problems == ()
    curator.fact("loire-length").update(id="loire-extent")
    assert curator.build().problems == ()


def test_renamed_twice_with_the_second_name(curator: Curator) -> None:
    """The id that was shipped first makes the note; another one in `renamed_from` is noticed, and it is said which."""
    curator.fact("loire").update(id="loire-length", renamed_from="loire")
    curator.build()
    curator.fact("loire-length").update(id="loire-extent", renamed_from="loire-length")
    problem = only_problem(curator.build())
    assert problem.code == "QZ063"
    assert problem.hint.startswith("if `loire-extent` is its new name, write `renamed_from: loire` there;")


def test_renamed_from_on_a_fact_that_was_not_renamed(curator: Curator) -> None:
    """A fact that goes back to another id leaves its own cards with the students."""
    curator.fact("loire")["renamed_from"] = "the-loire"
    report = curator.build()
    problem = only_problem(report)
    assert (problem.code, problem.place.document) == ("QZ063", "data/facts.yaml")
    assert problem.message == "`loire` was shipped before as a fact of its own, and goes back to `the-loire` now"
    assert problem.hint.startswith("delete `renamed_from: the-loire`;")


@pytest.mark.parametrize("gone", ["exclude", "topics"])
def test_taken_out_of_its_deck(curator: Curator, gone: str) -> None:
    """No deck ships the fact any more: students keep its cards, and get no correction."""
    if gone == "exclude":
        curator.decks["deck"]["facts"]["exclude"] = ["loire"]
    else:
        curator.fact("loire")["topics"] = ["lake"]
    problem = only_problem(curator.build())
    assert (problem.code, problem.place.document) == ("QZ062", "data/facts.yaml")
    assert problem.message == (
        "the cloze card and the question card of `loire` were shipped before, and no deck ships them now"
    )
    assert problem.note == "students keep them as they were, and get no more corrections"
    assert problem.hint == (
        "ship it in a deck again; to withdraw its cards, also write `status: retired` with a `reason`"
    )


def test_moved_to_another_deck(curator: Curator) -> None:
    """A fact that another deck ships now has not departed."""
    curator.fact("loire")["topics"] = ["lake"]
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    assert curator.build().problems == ()


def test_cloze_deleted(curator: Curator) -> None:
    """Its card stays with the students; it takes the cloze text to withdraw it."""
    cloze = curator.fact("loire").pop("cloze")
    problem = only_problem(curator.build())
    assert (problem.code, problem.message) == (
        "QZ062",
        "the cloze card of `loire` was shipped before, and no deck ships it now",
    )
    assert problem.hint.startswith("bring its `cloze` back; to withdraw its cards, also write `status: retired`")
    curator.fact("loire").update(status="retired", reason="Disputed.")
    assert only_problem(curator.build()).hint == "bring its `cloze` back, so that students are told"
    curator.fact("loire")["cloze"] = cloze
    assert curator.build().problems == ()


def test_kind_of_card_taken_out_of_the_deck(curator: Curator) -> None:
    """A deck spec that ships questions alone from now on leaves all cloze cards behind."""
    curator.decks["deck"]["anki"]["cards"] = ["question"]
    report = curator.build()
    assert [problem.code for problem in report.problems] == ["QZ062"] * 3


def test_gap_taken_out(curator: Curator) -> None:
    """A number that is missing from the cloze text leaves a card that shows an error."""
    curator.fact("loire")["cloze"] = "The {{c2::Loire}} is {{c1::500}} long in {{c3::France}}."
    assert curator.build().problems == ()
    curator.fact("loire")["cloze"] = "The {{c2::Loire}} is {{c4::500}} long."
    problems = curator.build().problems
    assert [(problem.code, problem.place.document, problem.message) for problem in problems] == [
        ("QZ067", "data/facts.yaml", f"the gap {gap} of `loire` was shipped before, and is not in its cloze text now")
        for gap in ("c1", "c3")
    ]
    curator.fact("loire")["cloze"] = "The {{c2::Loire}} is {{c4::500}} {{c1::km}} long in {{c3::France}}."
    assert curator.build().problems == ()


def test_only_gap_renumbered(curator: Curator) -> None:
    """The first gap of an ordinary cloze text counts as shipped, although it has no line of its own."""
    curator.fact("loire")["cloze"] = "The Loire is {{c2::500 kilometres}} long."
    assert only_problem(curator.build()).code == "QZ067"


def test_retired(curator: Curator) -> None:
    """So a fact goes: shipped once more, with a notice."""
    curator.fact("loire").update(status="retired", reason="Disputed.")
    report = curator.build()
    assert report.problems == ()
    assert [(change.fact, change.retired) for change in report.changes[0].updated] == [("loire", True)] * 2


def test_retired_and_asked_again(curator: Curator) -> None:
    """A retired id is used up: nothing is built, whether the fact is the old one or another."""
    curator.fact("loire").update(status="retired", reason="Disputed.")
    curator.build()
    curator.drop("loire")
    curator.facts.append(river("loire", question="Where is the source of the Loire?", answer="Mont Gerbier de Jonc"))
    before = curator.snapshot()
    report = curator.try_build()
    problem = only_problem(report)
    assert (problem.code, level_of(problem.code)) == ("QZ060", "error")
    assert problem.hint == "give the fact a new id, or write `status: retired` again"
    assert curator.snapshot() == before


def test_retired_on_one_branch_alone(curator: Curator) -> None:
    """Some students were told that it is withdrawn; a later line of another branch does not take that back."""
    lines = [line for line in curator.ledger.splitlines() if line.startswith("note\tloire\t")]
    later = [line.replace("\tactive", "\tretired") for line in lines]
    earlier = [line.replace(str(curator.now), str(curator.now + 60)) for line in lines]
    rest = [line for line in curator.ledger.splitlines() if line not in lines]
    (curator.root / LEDGER).write_text("".join(f"{line}\n" for line in [*rest, *later, *earlier]), encoding="utf-8")
    assert only_problem(curator.try_build()).code == "QZ060"


def test_new_name_of_a_retired_fact(curator: Curator) -> None:
    """`renamed_from` is no way round it."""
    curator.fact("loire").update(status="retired", reason="Disputed.")
    curator.build()
    curator.fact("loire").update(id="loire-again", renamed_from="loire")
    curator.fact("loire-again").pop("status")
    curator.fact("loire-again").pop("reason")
    assert only_problem(curator.try_build()).code == "QZ060"


def test_two_facts_with_one_past(curator: Curator) -> None:
    """A new fact under the id that a renamed one had would be the same note."""
    curator.fact("loire").update(id="loire-length", renamed_from="loire")
    curator.facts.append(river("loire"))
    problem = only_problem(curator.try_build())
    assert (problem.code, level_of(problem.code)) == ("QZ061", "error")
    assert problem.message == "`loire` and `loire-length` would be the same note: both go back to `loire`"


def test_a_build_of_one_deck_does_not_judge(curator: Curator) -> None:
    """What one deck does not ship may stand in another."""
    curator.facts.append(river("volga", topic="lake"))
    curator.decks["lakes"] = deck_spec("Lakes", "lake")
    curator.build()
    curator.drop("loire")
    assert curator.build("lakes").problems == ()
    assert only_problem(curator.build()).code == "QZ063"
