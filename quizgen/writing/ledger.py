"""A ledger as text."""

from __future__ import annotations

from quizgen.model.ledger import Ledger

_HEAD = (
    "# What students hold of each note, and since when. Written by `quizgen build`; commit it with your facts.\n"
    "# what\tid\tcard\tcontent\tmodified\tstate\n"
)


def ledger_text(ledger: Ledger) -> str:
    """Write a line for each entry, sorted, so that two branches change the same line only for the same note."""
    lines = sorted(
        "\t".join((*subject, entry.hash, str(entry.mod), entry.state))
        for subject, entries in ledger.entries.items()
        for entry in entries
    )
    return _HEAD + "\n".join([*lines, ""])
