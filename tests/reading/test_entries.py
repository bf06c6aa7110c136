"""Facts are read while their document still is: nobody can tell, whatever is wrong with it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quizgen.diagnostics.problem import Problem
from quizgen.model.content import Content
from quizgen.reading import builder
from quizgen.reading.content import read_content
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import fact_files
from tests.support.project import lay_out_project

DOCUMENTS = 1000


def test_when_facts_are_read_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read one by one, or all at the end, a damaged document gives the same facts and the same problems."""
    root, chance = lay_out_project(tmp_path, {}), random.Random("entries")  # noqa: S311 - no secret
    kept = 0
    for number in range(DOCUMENTS):
        (root / "data" / "facts.yaml").write_bytes(mutated(chance.choice(fact_files()), chance))
        monkeypatch.setattr(builder, "_READ_AT_ONCE", 1)
        early, its_problems = read(root)
        monkeypatch.setattr(builder, "_READ_AT_ONCE", 10**9)
        assert (early, its_problems) == read(root), number
        kept += bool(early.bank.facts and its_problems)
    assert kept > DOCUMENTS // 10, "documents with sound facts and problems are what this is about"


def read(root: Path) -> tuple[Content, list[Problem]]:
    """Read a project; the problems come in the order of their places."""
    content, problems, _ = read_content(root)
    return content, sorted(problems, key=lambda problem: (problem.sort_key, str(problem)))
