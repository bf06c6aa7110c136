"""What Anki wants of a card template: a project's own ones can get it wrong, and Anki would only say so on the card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.note_schema import FIELDS
from quizgen.model.project import CardKind

_TAG = re.compile(r"\{\{(?P<sign>[#^/]?)(?P<name>[^{}]*)\}\}")
_OF_ANKI = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID", ""}


def check_card_template(name: str, text: str | None, kind: CardKind, *, is_front: bool) -> Iterator[Problem]:
    """Report what Anki would refuse or take for an empty card in the rendered template ``name``."""
    if text is None:
        return
    place = Place(f"templates/{name}")
    yield from _check_fields(text, kind, place)
    yield from _check_sections(text, place)
    asked = "{{cloze:Text}}" if kind is CardKind.CLOZE else f"{{{{{FIELDS[kind][0]}}}}}"
    if (is_front or kind is CardKind.CLOZE) and asked not in text:
        message = f"the template shows no `{asked}`"
        yield Problem(code="QZ505", message=message, place=place, note="Anki would make no card", hint=asked)


def _check_fields(text: str, kind: CardKind, place: Place) -> Iterator[Problem]:
    names = (match["name"].rpartition(":")[2].strip() for match in _TAG.finditer(text))
    unknown = [name for name in dict.fromkeys(names) if name not in FIELDS[kind] and name not in _OF_ANKI]
    for name in unknown:
        message = f"there is no field `{name}` in the note type"
        yield Problem(code="QZ504", message=message, place=place, hint=f"one of {', '.join(FIELDS[kind])}")


def _check_sections(text: str, place: Place) -> Iterator[Problem]:
    opened: list[str] = []
    for match in _TAG.finditer(text):
        name = match["name"].strip()
        if match["sign"] in {"#", "^"}:
            opened.append(name)
        elif match["sign"] == "/" and (not opened or opened.pop() != name):
            yield _unpaired(name, place)
            return
    if opened:
        yield _unpaired(opened[-1], place)


def _unpaired(name: str, place: Place) -> Problem:
    message = f"the section `{name}` is not opened and closed in pairs"
    return Problem(code="QZ506", message=message, place=place, hint=f"{{{{#{name}}}}} … {{{{/{name}}}}}")
