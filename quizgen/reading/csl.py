"""CSL-YAML: names and dates in the shapes that Zotero and pandoc write, and the list of CSL variables.

Variables: https://docs.citationstyles.org/en/stable/specification.html (appendix IV).
"""

from __future__ import annotations

import re

from quizgen.diagnostics.problem import Place
from quizgen.model.edtf import Edtf
from quizgen.model.source import Name
from quizgen.model.text import Text
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping, Node, Sequence

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
_IGNORED_NAME_FIELDS = ("comma-suffix", "static-ordering", "parse-names")


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
    if node is None or isinstance(node, Text):
        return fields.date(name)
    fields.take(name)
    text = _date_text(node)
    date = None if text is None else Edtf.parse(text)
    if date is None:
        place: Place = node.place
        hint = f"write `{name}: 2014`, `{name}: 2014-01-31` or another EDTF date"
        fields.complain("QZ027", f"`{name}` is not a date", place, hint)
    return date


def _name(fields: Fields, name: str, item: Node) -> Name | None:
    if isinstance(item, Text):
        return Name(literal=item)
    if not isinstance(item, Mapping):
        fields.wrong_shape(f"an item of {name}", item, "a name")
        return None
    parts = Fields(item, "a name", fields.problems)
    literal, family, given = parts.text("literal"), parts.text("family"), parts.text("given")
    dropping, particle = parts.text("dropping-particle"), parts.text("non-dropping-particle")
    suffix = parts.text("suffix")
    for ignored in _IGNORED_NAME_FIELDS:
        parts.take(ignored)
    parts.close()
    if literal is None and family is None and given is None:
        parts.missing("literal", "add `literal: …`, or `family: …` and `given: …`")
        return None
    return Name(
        literal=literal or "",
        family=" ".join(part for part in (particle, family, suffix) if part),
        given=" ".join(part for part in (given, dropping) if part),
    )


def _date_text(node: Node) -> str | None:
    """Return a CSL date as EDTF text; ``None`` where it has no such shape."""
    if isinstance(node, Sequence):
        return "/".join(_date_text(item) or "?" for item in node) if node else None
    if not isinstance(node, Mapping):
        return None
    values = {str(name): value for name, value in node.items()}
    if isinstance(parts := values.get("date-parts"), Sequence):
        return "/".join(_joined(part if isinstance(part, Sequence) else []) for part in parts)
    for name in ("literal", "raw"):
        if isinstance(text := values.get(name), Text):
            return text
    return _joined([values[part] for part in ("year", "month", "day") if part in values])


def _joined(parts: list[Node]) -> str:
    digits = [str(part) for part in parts if isinstance(part, Text) and re.fullmatch(r"-?\d+", part)]
    return "-".join([digits[0].zfill(4), *(part.zfill(2) for part in digits[1:3])]) if digits else "?"
