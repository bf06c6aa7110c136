"""The fields of the note types: a contract with every collection that has imported a package.

Fields are append-only. One that is added, removed, moved or renamed makes Anki keep all old notes as they are and
put new ones into a second note type. The spare ones are there to be used first.
"""

from __future__ import annotations

from quizgen.model.project import CardKind

SHARED_FIELDS = (
    "Topic",
    "Attribution",
    "Certainty",
    "As of",
    "Correction",
    "Explanation",
    "Compare",
    "Image",
    "Source",
    "Retired",
    "Former answer",
    "Language",
    "Direction",
    "Fact",
    "Spare 1",
    "Spare 2",
    "Spare 3",
    "Spare 4",
)
"""What every kind of note has, after the fields in which it is asked."""

FIELDS: dict[CardKind, tuple[str, ...]] = {
    CardKind.QUESTION: ("Question", "Answer", *SHARED_FIELDS),
    CardKind.CLOZE: ("Text", *SHARED_FIELDS),
}
"""Field names by kind, in order; the first one is what Anki sorts by, and no note leaves it empty."""

CARD_TEMPLATES: dict[CardKind, str] = {CardKind.QUESTION: "Question", CardKind.CLOZE: "Cloze"}
"""The name of each kind's one card template."""
