"""What is saved while a build runs is never taken for built, and a record that something else writes is never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizgen.build import make, project
from tests.support.curator import LEDGER, Curator, river
from tests.support.cut_off import tree
from tests.support.pictures import png

BEFORE_READING = (make, "check_project")
AFTER_READING = (make, "make_environment")
AFTER_MAKING = (project, "write_files")
"""Calls in the middle of a build, before which something is edited."""


@pytest.fixture
def curator(tmp_path: Path) -> Curator:
    """Begin a project with a picture and a template of its own, build it, and edit it."""
    image = {"file": "elbe.png", "alt": "The Elbe", "credit": "the survey"}
    curator = Curator(tmp_path / "project", [river("elbe", image=image), river("loire")])
    curator.files = {"elbe.png": png(1), "templates/anki/card.css": b".card { color: black; }"}
    curator.build()
    curator.fact("elbe")["answer"] = "another"
    return curator


def in_the_middle(patch: pytest.MonkeyPatch, where: tuple[Any, str], edit: Callable[[], object]) -> None:
    """Edit once, right before a call in the middle of the next build."""
    module, name = where
    call = getattr(module, name)

    def edited(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - those of the call
        patch.setattr(module, name, call)
        edit()
        return call(*arguments, **named)

    patch.setattr(module, name, edited)


EDITS: dict[str, Callable[[Curator], object]] = {
    "a fact": lambda curator: curator.fact("elbe").update(answer="a third one"),
    "a new fact": lambda curator: curator.facts.append(river("volga")),
    "the project": lambda curator: curator.project.update(licence="CC0"),
    "a deck spec": lambda curator: curator.decks["deck"].update(title="Another"),
    "a template": lambda curator: curator.files.update({"templates/anki/card.css": b".card { color: blue; }"}),
    "a picture": lambda curator: curator.files.update({"elbe.png": png(2)}),
}


@pytest.mark.parametrize("where", [BEFORE_READING, AFTER_READING, AFTER_MAKING], ids=lambda where: where[1])
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_in_the_middle_is_built_next(
    curator: Curator, monkeypatch: pytest.MonkeyPatch, edit: str, where: tuple[Any, str]
) -> None:
    """Whether the build that was running has seen it or not: the next one makes what a build of its own would."""
    in_the_middle(monkeypatch, where, lambda: (EDITS[edit](curator), curator.write()))
    curator.build(days=1)
    assert not curator.build(days=0).up_to_date
    package = curator.package()
    (curator.root / "build/.quizgen-stamp.json").unlink()
    curator.build(days=0)
    assert curator.package() == package


def test_an_edit_that_is_undone(curator: Curator, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact that was another one only while it was read: the files are as they were before, the outputs are not."""
    curator.write()
    facts = curator.root / "data/facts.yaml"
    was = facts.read_bytes()
    in_the_middle(monkeypatch, BEFORE_READING, lambda: facts.write_bytes(was.replace(b"another", b"a typo")))
    in_the_middle(monkeypatch, AFTER_READING, lambda: facts.write_bytes(was))
    wrong = (curator.build(), curator.package())[1]
    assert not curator.build().up_to_date
    assert curator.package() != wrong
    assert curator.build().up_to_date


def test_nothing_is_edited(curator: Curator) -> None:
    """Then the next build has nothing to do."""
    curator.build()
    assert curator.build().up_to_date


def test_a_ledger_that_came_with_git_meanwhile(curator: Curator, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of a colleague are not overwritten: the build says so, writes nothing, and the next one knows them."""
    curator.write()
    ledger = curator.root / LEDGER
    pulled = ledger.read_text(encoding="utf-8") + f"note\tvolga\tquestion\t{'a' * 32}\t1700000000\tactive\n"
    in_the_middle(monkeypatch, AFTER_READING, lambda: ledger.write_text(pulled, encoding="utf-8"))
    before = tree(curator.root)
    report = curator.try_build()
    assert [problem.code for problem in report.problems] == ["QZ902"]
    assert report.changed_files == ()
    assert tree(curator.root) == {**before, LEDGER: pulled.encode()}
    curator.build()
    assert "volga" in curator.ledger
