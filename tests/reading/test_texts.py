"""Texts for excerpts: those of the run that found the problem, or none."""

from __future__ import annotations

from pathlib import Path

from quizgen.reading.documents import Document
from quizgen.reading.texts import Texts

PATH = "data/facts.yaml"


def write(root: Path, text: str) -> None:
    """Write the document."""
    (root / "data").mkdir(exist_ok=True)
    (root / PATH).write_text(text, encoding="utf-8")


def test_a_text_is_what_was_read(tmp_path: Path) -> None:
    """An excerpt shows the document as it was read."""
    write(tmp_path, "facts: [a]\n")
    texts = Texts(tmp_path)
    texts.note(Document(PATH, "facts: [a]\n"))
    assert dict(texts) == {PATH: "facts: [a]\n"}


def test_no_excerpt_shows_what_was_written_since(tmp_path: Path) -> None:
    """A curator who goes on writing while a check runs sees no wrong line under its caret."""
    write(tmp_path, "facts: [a]\n")
    texts = Texts(tmp_path)
    texts.note(Document(PATH, "facts: [a]\n"))
    write(tmp_path, "title: new\nfacts: [a]\n")
    assert texts[PATH] == ""
    (tmp_path / PATH).unlink()
    assert texts[PATH] == ""


def test_a_kept_text_stays_whatever_is_written(tmp_path: Path) -> None:
    """The ledger is written anew before the remarks on its old lines are shown."""
    texts = Texts(tmp_path).with_kept("decks/ledger.tsv", "old\n")
    assert texts["decks/ledger.tsv"] == "old\n"
    assert texts.get(PATH, "") == ""
