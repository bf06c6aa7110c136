"""What Anki wants of card templates: a project's own ones can get it wrong, and Anki would only say so on the card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.note_schema import FIELDS
from quizgen.model.project import CardKind
from quizgen.rendering.environment import UnreadableTemplateError, template_place

_TAG = re.compile(r"\{\{(?P<sign>[#^/]?)(?P<name>[^{}]*)\}\}")
_COMMENT = re.compile(r"<#.*?#>", re.DOTALL)
_OF_ANKI = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
_ALL_FIELDS = dict.fromkeys(name for names in FIELDS.values() for name in names)


def check_template_files(environment: Environment) -> Iterator[Problem]:
    """Report fields that no note type has, and sections that do not pair, in each file by itself."""
    for name in environment.list_templates():
        if name.startswith("anki/") and name.endswith(".html"):
            text = _source(environment, name)
            yield from _check_fields(name, text)
            yield from _check_sections(name, text)


def check_card_template(name: str, text: str, kind: CardKind, *, is_front: bool) -> Iterator[Problem]:
    """Report what is missing in the rendered template ``name`` of a kind of card, or belongs to another kind."""
    foreign = [field for field in map(_field, _TAG.finditer(text)) if field in _ALL_FIELDS.keys() - FIELDS[kind]]
    for field in dict.fromkeys(foreign):
        yield _unknown(field, template_place(name), FIELDS[kind])
    asked = "{{cloze:Text}}" if kind is CardKind.CLOZE else f"{{{{{FIELDS[kind][0]}}}}}"
    if (is_front or kind is CardKind.CLOZE) and asked not in text:
        message, note = f"the template shows no `{asked}`", "Anki would make no card"
        yield Problem(code="QZ505", message=message, place=template_place(name), note=note, hint=asked)


def _source(environment: Environment, name: str) -> str:
    """Return a template's text without its comments, each line where it was; empty where it cannot be read."""
    assert environment.loader is not None  # noqa: S101 - our environments have one
    try:
        text, _, _ = environment.loader.get_source(environment, name)
    except UnreadableTemplateError:
        return ""  # rendering reports it, if it is used
    return _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)


def _check_fields(name: str, text: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for match in _TAG.finditer(text):
        field = _field(match)
        if field not in _ALL_FIELDS and field not in _OF_ANKI and field not in seen:
            seen.add(field)
            yield _unknown(field, _place(name, text, match), tuple(_ALL_FIELDS))


def _check_sections(name: str, text: str) -> Iterator[Problem]:
    opened: list[re.Match[str]] = []
    for match in _TAG.finditer(text):
        if match["sign"] in {"#", "^"}:
            opened.append(match)
        elif match["sign"] == "/" and (not opened or _field(opened.pop()) != _field(match)):
            yield _unpaired(_field(match), _place(name, text, match))
            return
    if opened:
        yield _unpaired(_field(opened[-1]), _place(name, text, opened[-1]))


def _field(tag: re.Match[str]) -> str:
    return tag["name"].rpartition(":")[2].strip()


def _place(name: str, text: str, tag: re.Match[str]) -> Place:
    line = text.count("\n", 0, tag.start()) + 1
    column = tag.start() - text.rfind("\n", 0, tag.start())
    return template_place(name, line)._replace(column=column, width=len(tag[0]))


def _unknown(field: str, place: Place, known: tuple[str, ...]) -> Problem:
    message = f"there is no field `{field}` in the note type"
    return Problem(code="QZ504", message=message, place=place, hint=f"one of {', '.join(known)}")


def _unpaired(field: str, place: Place) -> Problem:
    message = f"the section `{field}` is not opened and closed in pairs"
    return Problem(code="QZ506", message=message, place=place, hint=f"{{{{#{field}}}}} … {{{{/{field}}}}}")
