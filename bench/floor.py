"""The floor: what one would write by hand in ten minutes. ``python bench/floor.py FACTS.yaml OUT.apkg``."""

from __future__ import annotations

import sys
from pathlib import Path

import genanki
import yaml

MODEL = genanki.Model(
    1607392319,
    "Floor",
    fields=[{"name": "Question"}, {"name": "Answer"}, {"name": "Source"}],
    templates=[{"name": "Card 1", "qfmt": "{{Question}}", "afmt": "{{FrontSide}}<hr>{{Answer}}<br>{{Source}}"}],
)


def main(facts: Path, package: Path) -> None:
    """One note a fact, no checks, no escaping, no ledger."""
    with facts.open(encoding="utf-8") as file:
        data = yaml.load(file, Loader=yaml.CSafeLoader)
    deck = genanki.Deck(2059400110, "Floor")
    for fact in data["facts"]:
        source = str(fact["citations"])
        deck.add_note(genanki.Note(model=MODEL, fields=[str(fact["question"]), str(fact["answer"]), source]))
    genanki.Package(deck).write_to_file(package)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
