"""PDFs in the recipe: one beside each sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quizgen.diagnostics.problem import Problem
from quizgen.model.sheets import BuiltDeck, Sheet
from quizgen.writing.pdf import check_pdf_software, pdf_bytes


def make_pdfs(folder: Path, decks: Iterable[BuiltDeck]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Print the sheets of decks; ``folder`` is the one that holds what earlier builds printed.

    Returns the PDFs by their paths below that folder.
    """
    sheets = [sheet for deck in decks for _, sheets in deck.quizzes for sheet in sheets]
    missing = check_pdf_software(sheets[0].pdf_path) if sheets else None
    if missing is not None:
        return {}, (missing,)
    made: dict[str, bytes] = {}
    problems: list[Problem] = []
    for sheet in sheets:
        made[sheet.pdf_path], found = pdf_bytes(sheet.html, sheet.pdf_path, _before(folder, sheet))
        problems += found
    return made, tuple(problems)


def _before(folder: Path, sheet: Sheet) -> bytes:
    try:
        return (folder / sheet.pdf_path).read_bytes()
    except OSError:
        return b""
