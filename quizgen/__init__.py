"""Hand-curated, sourced facts in YAML, turned into Anki decks and printable quizzes."""

__version__ = "0.1.0"
