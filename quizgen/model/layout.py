"""The files and folders of a project, by their paths below it."""

from __future__ import annotations

PROJECT_FILE = "quizgen.yaml"
DATA_FOLDER = "data"
DECKS_FOLDER = "decks"
LEDGER_FILE = f"{DECKS_FOLDER}/ledger.tsv"
"""It lies among the deck specs, and is committed with them."""
WORDS_FOLDER = "words"
"""A project's own fixed words; most projects have none."""
TEMPLATES_FOLDER = "templates"
"""A project's own templates, likewise; the built-in ones lie in a folder of this name too."""
PICTURES_FOLDER = "images"
"""Where imported pictures go; those that facts show may lie anywhere."""
ARCHIVE_FOLDER = "archive"
"""Every form that was ever built, by its code."""
BUILD_FOLDER = "build"
"""All that is made; it may be deleted at any time."""
