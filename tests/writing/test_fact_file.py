"""A fact file that was written is read back letter by letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model.bringing import Entry, FactFile, Owed
from quizgen.reading.documents import decode_document
from quizgen.reading.nodes import Mapping, Node, Sequence
from quizgen.reading.parse import read_nodes
from quizgen.writing.fact_file import fact_file_text

MARKS = ": #,[]{}'\"\\-&*!|>%@`\n\t"
CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]))
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS) | st.sampled_from(MARKS)
TRAPS = ["null", "~", "NO", "1.10", "---", "...", "- a", "? a", "<<", "a: b", "a:", ": a", "a #b", "'a'", '"', "\\"]
TEXTS = st.text(LETTERS, min_size=1, max_size=20) | st.sampled_from([*TRAPS, "a" * 3000])


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=3), TEXTS)
def test_every_text_is_read_back(text: str, items: list[str], inner: str) -> None:
    """Whatever stands in a foreign file comes out as the same text, alone, in lists and in mappings."""
    citation = {"source": inner, "locator": text}
    fact: Entry = {"id": text, "topics": tuple(items), "citations": (citation,), "image": {"alt": inner}}
    expected = {"id": text, "topics": items, "citations": [citation], "image": {"alt": inner}}
    assert as_data(root_of(written(fact, fact))) == {"facts": [expected, expected]}


@given(st.text())
def test_a_remark_stays_a_remark(remark: str) -> None:
    """No name of a file can become content."""
    assert as_data(root_of(written({"id": "a"}, remarks=(remark,)))) == {"facts": [{"id": "a"}]}


def test_a_file_reads_like_one_written_by_hand(golden: Callable[[str, str], None]) -> None:
    """Texts are plain where they can be, short lists stand in one line, and what is owed stands empty."""
    fact: Entry = {
        "id": "length-river",
        "topics": ("river/length", "geo"),
        "claim": Owed(),
        "citations": ({"source": "imported", "locator": "page 7, line 2"},),
        "question": 'How long is the river: "100" or more?',
        "answer": "2,000 km",
        "distractors": ("1,000 km", "null", "5"),
        "explanation": "It isn't short # or: wide",
        "image": {"file": "images/river.png", "alt": Owed(), "credit": Owed()},
    }
    longer: Entry = {"id": "b", "distractors": ("a distractor as long as all of these are", "and another one " * 4)}
    source: Entry = {"id": "imported", "title": Owed("the work"), "note": "Brought from rivers.csv."}
    golden("fact-file/by-hand.yaml", written(fact, longer, sources=(source,), remarks=("One.", "Two.")))


@pytest.mark.parametrize(
    "text", ["The river is {{c1::100 km::length}} long.", "a.b/c?d=e", "50 % of it (all)", "Ә, ж; з"]
)
def test_harmless_texts_stand_without_quotes(text: str) -> None:
    """A curator can go on editing them as they are."""
    assert f"claim: {text}\n" in written({"claim": text})


def written(*facts: Entry, sources: tuple[Entry, ...] = (), remarks: tuple[str, ...] = ()) -> str:
    """Write a fact file."""
    return fact_file_text(FactFile(remarks=remarks, sources=sources, facts=facts))


def root_of(text: str) -> Node | None:
    """Read a document as our reader does, which must find nothing wrong with it."""
    document, problems = decode_document("data/imported.yaml", text.encode())
    root, more, whole = read_nodes(document)
    assert (problems, more, whole) == ((), (), True)
    return root


def as_data(node: Node | None) -> object:
    """Turn nodes into plain lists, dictionaries and texts."""
    if isinstance(node, Mapping):
        return {str(name): as_data(value) for name, value in node.items()}
    return [as_data(item) for item in node] if isinstance(node, Sequence) else str(node)
