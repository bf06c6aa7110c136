"""The ledger: a note's time rises when, and only when, its content changed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.diagnostics.problem import Place
from quizgen.model.ledger import Entry, Ledger, State, Subject
from quizgen.model.notes import NoteType
from quizgen.planning.ledger import content_hash, gap_subjects, plan_ledger, type_subject
from quizgen.planning.notes import plan_note_type, plan_package
from quizgen.reading.documents import Document
from quizgen.reading.ledger import parse_ledger
from quizgen.writing.ledger import ledger_text
from tests.support.facts import CLOZE, PROJECT, make_deck, make_fact

RIVER = Subject("note", "river", "question")
LAKE = Subject("note", "lake", "question")
OLD, NEW = "a" * 32, "b" * 32
ACTIVE = State.ACTIVE


def ledger(**entries: Entry) -> Ledger:
    """Make a ledger with one entry a fact."""
    return Ledger({Subject("note", name, "question"): (entry,) for name, entry in entries.items()})


@pytest.mark.parametrize(
    ("last", "content", "now", "mod"),
    [
        (None, NEW, 100, 100),
        (Entry(OLD, 50), OLD, 100, 50),
        (Entry(OLD, 50), NEW, 100, 100),
        (Entry(OLD, 50), NEW, 50, 51),
        (Entry(OLD, 50), NEW, 10, 51),
        (Entry(OLD, 4_000_000_000), NEW, 100, 4_000_000_001),
    ],
    ids=[
        "new",
        "unchanged",
        "edited",
        "edited within a second",
        "a clock that runs backwards",
        "a clock once far ahead",
    ],
)
def test_time_rises_with_an_edit_alone(last: Entry | None, content: str, now: int, mod: int) -> None:
    """Anki takes an update only if its time is higher than the student's, and overwrites the student's edits then."""
    before = Ledger({RIVER: (last,)}) if last else Ledger()
    after = plan_ledger(before, {RIVER: (content, ACTIVE)}, now)
    assert after.entries[RIVER] == (Entry(content, mod),)


@pytest.mark.parametrize("last", [None, Entry(OLD, 50), Entry(NEW, 50)], ids=["new", "edited", "unchanged"])
@pytest.mark.parametrize("state", State)
def test_a_note_that_is_withdrawn_is_entered_so(last: Entry | None, state: State) -> None:
    """Its fact may then be deleted without a warning; one that is asked again may not."""
    before = Ledger({RIVER: (last,)}) if last else Ledger()
    assert plan_ledger(before, {RIVER: (NEW, state)}, 100).entries[RIVER][0].state is state


def test_reverted_edit_still_advances() -> None:
    """A student who imported the wrong version must get the old text again."""
    first = plan_ledger(Ledger(), {RIVER: (OLD, ACTIVE)}, 10)
    second = plan_ledger(first, {RIVER: (NEW, ACTIVE)}, 20)
    third = plan_ledger(second, {RIVER: (OLD, ACTIVE)}, 30)
    assert [step.entries[RIVER][0].mod for step in (first, second, third)] == [10, 20, 30]


def test_build_of_some_decks_leaves_other_notes_alone() -> None:
    """A partial build enters its own notes and keeps the lines of all others."""
    before = ledger(river=Entry(OLD, 10), lake=Entry(OLD, 20))
    after = plan_ledger(before, {RIVER: (NEW, ACTIVE)}, 30)
    assert after.entries == {RIVER: (Entry(NEW, 30),), LAKE: (Entry(OLD, 20),)}


def test_two_branches_that_were_merged() -> None:
    """Of two lines the later one counts: students may hold either, and must get what is shipped next."""
    merged = Ledger({RIVER: (Entry(OLD, 10), Entry(NEW, 20))})
    assert plan_ledger(merged, {RIVER: (NEW, ACTIVE)}, 15).entries[RIVER] == (Entry(NEW, 20),)
    assert plan_ledger(merged, {RIVER: (OLD, ACTIVE)}, 15).entries[RIVER] == (Entry(OLD, 21),)


def test_two_branches_that_shipped_at_the_same_time() -> None:
    """With one time and two contents nobody knows what a student holds, so whatever is shipped next is newer."""
    merged = Ledger({RIVER: (Entry(OLD, 10), Entry(NEW, 10))})
    for content in (OLD, NEW):
        assert plan_ledger(merged, {RIVER: (content, ACTIVE)}, 10).entries[RIVER] == (Entry(content, 11),)


def test_two_branches_of_which_one_withdrew_the_note() -> None:
    """Its fact may be gone by now: it counts as withdrawn. A problem points at the first of the two lines."""
    places = [Place("decks/ledger.tsv", line, 1, 4) for line in (3, 4)]
    for states in ((State.ACTIVE, State.RETIRED), (State.RETIRED, State.ACTIVE)):
        lines = [Entry(OLD, 10, state, place.line, place.width) for state, place in zip(states, places, strict=True)]
        latest = Ledger({RIVER: tuple(lines)}).latest(RIVER)
        assert latest is not None
        assert (latest.hash, latest.mod, latest.state, latest.place) == (OLD, 10, State.RETIRED, places[0])


def test_merged_lines_are_tidied_only_where_they_agree() -> None:
    """A build of another deck drops what is superseded and keeps what it cannot decide."""
    merged = Ledger({RIVER: (Entry(OLD, 10), Entry(NEW, 20)), LAKE: (Entry(OLD, 10), Entry(NEW, 10))})
    after = plan_ledger(merged, {}, 30)
    assert after.entries == {RIVER: (Entry(NEW, 20),), LAKE: (Entry(OLD, 10), Entry(NEW, 10))}


def test_hash_tells_fields_apart() -> None:
    """Moving text from one field to the next is a change."""
    assert content_hash(["ab", "c"]) != content_hash(["a", "bc"])


def test_a_hash_is_what_it_was_in_the_first_release() -> None:
    """Another one would send every note again, over whatever students have edited in it."""
    assert content_hash(["How long is it?", "724 km"]) == "e852380f5869c4767b8fa285cd26b90f"


def test_lines_have_the_names_that_they_had_in_the_first_release() -> None:
    """Under another name a note counts as new, and its time starts again below that of its students."""
    facts = [
        make_fact("both", cloze="It is {{c1::long}} and {{c3::wide}}.", renamed_from="river"),
        make_fact("first", question=None, cloze="It is {{c1::long}}."),
        make_fact("second", question=None, cloze="It is {{c2::long}}."),
    ]
    spec = make_deck()
    notes = plan_package(PROJECT, spec, [(spec, facts)])[0].notes
    assert {note.subject: [subject.kind for subject in gap_subjects(note)] for note in notes} == {
        ("note", "river", "question"): [],
        ("note", "river", "cloze"): ["c1", "c3"],
        ("note", "first", "cloze"): [],
        ("note", "second", "cloze"): ["c2"],
    }
    assert {subject[:2] for note in notes for subject in gap_subjects(note)} == {("gap", "river"), ("gap", "second")}
    note_type = NoteType(planned=plan_note_type(PROJECT.namespace, CLOZE), name="", front="", back="", css="")
    assert type_subject(note_type) == ("type", "-", "cloze")


@given(st.lists(st.tuples(st.sampled_from([OLD, NEW]), st.integers(1, 10**10)), min_size=1, max_size=12))
def test_time_never_falls(steps: list[tuple[str, int]]) -> None:
    """Whatever the clock does, a change is always newer and sameness never is."""
    state = Ledger()
    for content, now in steps:
        before = state.latest(RIVER)
        state = plan_ledger(state, {RIVER: (content, ACTIVE)}, now)
        after = state.latest(RIVER)
        assert after is not None
        if before is not None:
            assert (after.mod > before.mod) == (before.hash != content)
            assert after.mod >= before.mod


@given(
    st.dictionaries(
        st.builds(
            Subject,
            st.sampled_from(["note", "type"]),
            st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
            st.just("cloze"),
        ),
        st.lists(
            st.builds(Entry, st.sampled_from([OLD, NEW]), st.integers(0, 10**10), st.sampled_from(State)),
            min_size=1,
            max_size=2,
        ),
    )
)
def test_text_reads_back(entries: dict[Subject, list[Entry]]) -> None:
    """What is written is read again as it was."""
    written = Ledger({subject: tuple(lines) for subject, lines in entries.items()})
    read, problems = parse_ledger(Document("decks/ledger.tsv", ledger_text(written)))
    assert not problems
    assert read is not None
    assert {subject: _in_order(lines) for subject, lines in read.entries.items()} == {
        subject: _in_order(lines) for subject, lines in entries.items()
    }


def _in_order(entries: Iterable[Entry]) -> list[tuple[str, int, State]]:
    return sorted((entry.hash, entry.mod, entry.state) for entry in entries)


def test_text_is_one_sorted_line_a_note() -> None:
    """Two branches then touch the same line only for the same note."""
    text = ledger_text(ledger(river=Entry(OLD, 10), lake=Entry(NEW, 20, State.RETIRED)))
    assert text.splitlines()[2:] == [
        f"note\tlake\tquestion\t{NEW}\t20\tretired",
        f"note\triver\tquestion\t{OLD}\t10\tactive",
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("note\triver\tquestion\tabc\t10\tactive", "QZ050"),
        (f"note\triver\tquestion\t{OLD}\t10", "QZ050"),
        (f"note\triver\tquestion\t{OLD}\tten\tactive", "QZ050"),
        ("<<<<<<< HEAD", "QZ051"),
        ("=======", "QZ051"),
        (">>>>>>> branch", "QZ051"),
    ],
)
def test_damaged_line_is_a_problem_with_its_place(line: str, code: str) -> None:
    """A line that was dropped silently would take its note's time with it."""
    good = f"note\tlake\tquestion\t{OLD}\t10\tactive"
    read, problems = parse_ledger(Document("decks/ledger.tsv", f"# head\n{good}\n{line}\n{good}\n"))
    assert read is None
    assert [(problem.code, problem.place.line) for problem in problems] == [(code, 3)]
    assert problems[0].hint
