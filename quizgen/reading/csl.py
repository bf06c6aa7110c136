"""CSL-YAML: names and dates in the shapes that Zotero and pandoc write, and the list of CSL variables.

Variables: https://docs.citationstyles.org/en/stable/specification.html (appendix IV).
"""

from __future__ import annotations

import re

from quizgen.model.edtf import Edtf
from quizgen.model.source import Name
from quizgen.model.text import Text
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Empty, Mapping, Node, Sequence

OTHER_NAMES = (
    "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director",
    "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator",
    "translator",
)  # fmt: skip
OTHER_DATES = ("available-date", "event-date", "original-date", "submitted")
OTHER_VARIABLES = (
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority",
    "call-number", "categories", "chapter-number", "citation-key", "citation-label", "citation-number",
    "collection-number", "collection-title", "container-title-short", "custom", "dimensions", "division", "DOI",
    "edition", "event", "event-place", "event-title", "first-reference-note-number", "genre", "ISBN", "ISSN", "issue",
    "journalAbbreviation", "jurisdiction", "keyword", "language", "license", "locator", "medium", "number",
    "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place", "original-title",
    "page", "page-first", "part", "part-number", "part-title", "PMCID", "PMID", "printing", "printing-number",
    "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle", "source",
    "status", "supplement", "supplement-number", "title-main", "title-sub", "version", "volume", "volume-title",
    "volume-title-short", "year-suffix",
)  # fmt: skip
_NAME_PARTS = ("literal", "family", "given")
_IGNORED_NAME_FIELDS = ("comma-suffix", "static-ordering", "parse-names")
_NUMBER = re.compile(r"-?\d{1,4}", re.ASCII)
_SEASONS = {
    name: 21 + at
    for at, names in enumerate((
        ("1", "01", "13", "21", "spring"),
        ("2", "02", "14", "22", "summer"),
        ("3", "03", "15", "23", "autumn", "fall"),
        ("4", "04", "16", "24", "winter"),
    ))
    for name in names
}  # fmt: skip
"""CSL counts seasons from 1, some programs from 13, EDTF from 21."""


def read_names(fields: Fields, name: str) -> tuple[Name, ...]:
    """Take a list of CSL names; one name alone is taken as a list of one."""
    node = fields.take(name)
    if node is None:
        return ()
    items = node if isinstance(node, Sequence) else [node]
    return tuple(fields.items(name, items, lambda item: _name(fields, name, item)))


def read_csl_date(fields: Fields, name: str) -> Edtf | None:
    """Take a CSL date: EDTF text, ``date-parts``, or ``year``, ``month`` and ``day``."""
    node = fields.node.get(name)
    if node is None or isinstance(node, (Text, Empty)):
        return fields.date(name)
    fields.take(name)
    text = _date_text(node)
    date = Edtf.parse(text)
    if date is None:
        hint = f"write `{name}: 2014`, `{name}: 2014-01-31` or another EDTF date, or delete the field"
        fields.complain("QZ027", f"`{text.strip('/') or name}` is not a date", node.place, hint)
    return date


def _name(fields: Fields, name: str, item: Node) -> Name | None:
    if isinstance(item, Text):
        return Name(literal=item)
    if not isinstance(item, Mapping):
        fields.wrong_shape(f"an item of `{name}`", item, "a name", "write `{literal: …}`")
        return None
    parts = Fields(item, "a name", fields.problems)
    literal, family, given = parts.text("literal"), parts.text("family"), parts.text("given")
    dropping, particle = parts.text("dropping-particle"), parts.text("non-dropping-particle")
    suffix = parts.text("suffix")
    for ignored in _IGNORED_NAME_FIELDS:
        parts.take(ignored)
    if not any(parts.has(part) for part in _NAME_PARTS):
        parts.missing("literal", "add `literal: …`, or `family: …` and `given: …`", *_NAME_PARTS)
    parts.close()
    return Name(
        literal=literal or "",
        family=" ".join(part for part in (particle, family, suffix) if part),
        given=" ".join(part for part in (given, dropping) if part),
    )


def _date_text(node: Node) -> str:
    """Return a CSL date as EDTF text; something that is none where it has no such shape."""
    if isinstance(node, Text):
        return node
    if isinstance(node, Sequence):
        return "/".join(map(_date_text, node))
    if not isinstance(node, Mapping):
        return ""
    parts = node.get("date-parts", node)
    days = parts if isinstance(parts, Sequence) and not any(isinstance(part, Text) for part in parts) else [parts]
    written = next((node[name] for name in ("literal", "raw") if name in node), None)
    return written if isinstance(written, Text) else "/".join(_day_text(day, node) for day in days)


def _day_text(day: Node, date: Mapping) -> str:
    """Return a day as EDTF text: ``[2014, 1, 31]``, or the mapping ``date`` itself."""
    if isinstance(day, Mapping):
        parts = [day[name] for name in ("year", "month", "day") if name in day]
    else:
        parts = list(day) if isinstance(day, Sequence) else []
    numbers = [int(part) if isinstance(part, Text) and _NUMBER.fullmatch(part) else None for part in parts]
    if len(numbers) == 1:
        numbers.append(_SEASONS.get(str(date.get("season")).casefold(), 0))
    if not numbers or None in numbers:
        return ""
    year, *rest = (number or 0 for number in numbers)
    circa = "~" if date.get("circa") in {"true", "1"} else ""
    return "-".join([f"{year:0{4 + (year < 0)}d}", *(f"{number:02d}" for number in rest if number)]) + circa
