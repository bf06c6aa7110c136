"""What SECURITY.md promises is held by the tests that it names."""

from __future__ import annotations

import ast
import re

import pytest

from quizgen.reading.builder import MAX_DEPTH
from quizgen.reading.documents import MAX_BYTES
from quizgen.reading.limits import MOST_ITEMS, MOST_JUDGED, MOST_SIGNS
from quizgen.reading.refusals import MOST_PROBLEMS
from tests.reading.test_hostile import LIMIT
from tests.support.project import REPOSITORY

TEXT = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("test", re.findall(r"`(tests/\S+::\w+)`", TEXT))
def test_the_tests_that_hold_a_promise_exist(test: str) -> None:
    """Whoever doubts a promise can run its test by the name that stands beside it."""
    path, _, name = test.partition("::")
    tree = ast.parse((REPOSITORY / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_bounds_are_those_of_the_code() -> None:
    """A number that was changed in one place only is a promise that is broken."""
    words = " ".join(TEXT.split())
    assert f"{MAX_BYTES // 2**20} MiB and six million lines and values a file, {MAX_DEPTH} levels of nesting" in words
    assert MOST_SIGNS == 6_000_000
    assert f"{MOST_ITEMS:,} items of a list in a fact, {MOST_PROBLEMS:,} problems in the writing of a file" in words
    assert f"about {MOST_JUDGED:,} in its facts" in words
    assert f"half a MiB takes no more than {LIMIT // 2**20} MiB of memory" in words


def test_every_promise_has_its_tests() -> None:
    """A promise without a test is a hope."""
    (promised,) = re.findall(r"## What is promised\n(.*?)^## ", TEXT, flags=re.MULTILINE | re.DOTALL)
    promises = re.split(r"^(?=\*\*)", promised, flags=re.MULTILINE)[1:]
    assert [promise.count("::test_") > 0 for promise in promises] == [True] * 6
