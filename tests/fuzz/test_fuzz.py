"""A few thousand mutated documents of all kinds give problems only; `make fuzz` reads a hundred thousand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.fuzzing import document, fuzz
from tests.fuzz.targets import Target, targets

COUNT, PARTS = 2400, 8
KINDS = targets()


@pytest.mark.timeout(120)
@pytest.mark.parametrize("part", range(PARTS))
def test_mutated_documents(part: int, tmp_path: Path) -> None:
    """Whatever happens to a real document, its reader says what is wrong and nothing breaks."""
    tally = fuzz(range(part, COUNT, PARTS), tmp_path)
    assert tally.read.total() == COUNT // PARTS


def test_mutations_reach_every_reader_and_spare_some_documents() -> None:
    """A reader that is never tried, or that refuses everything at its door, is not tested."""
    tried = {document(number).target.name for number in range(COUNT)}
    assert tried == {kind.name for kind in KINDS}


def test_a_document_can_be_made_again_by_its_number() -> None:
    """What broke in a long run is looked at in another process."""
    assert document(7) == document(7)
    assert document(7).content != document(8).content


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_real_documents_are_read_without_errors(kind: Target, tmp_path: Path) -> None:
    """At least one of the documents that are mutated is a good one: else only the first error is ever looked at."""
    assert not all(kind.read(tmp_path, content) for content in kind.seeds())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(kind: Target, content: bytes, tmp_path: Path) -> None:
    """A file may hold anything, whatever it is called."""
    kind.read(tmp_path, content)
