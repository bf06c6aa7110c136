"""Nodes to sources."""

from __future__ import annotations

import re

from quizgen.diagnostics.problem import Problem
from quizgen.model.source import Source
from quizgen.model.text import Text
from quizgen.reading.csl import OTHER_DATES, OTHER_NAMES, OTHER_VARIABLES, read_csl_date, read_names
from quizgen.reading.fields import Fields
from quizgen.reading.nodes import Mapping, Sequence
from quizgen.reading.patterns import Pattern

_CITATION_KEY = Pattern(
    re.compile(r"\w[\w:.#$%&+?<>~/-]*"),
    "letters, digits, `-` and `_`, such as `report-2014`",
)
"""Pandoc's citation keys, and the addresses that Zotero gives in their place."""


def read_source(node: Mapping, problems: list[Problem]) -> Source | None:
    """Make a source of a node; ``None`` where it cannot be one."""
    before = len(problems)
    fields = Fields(node, "a source", problems, node["id"].place if "id" in node else None)
    id_ = fields.pattern("id", _CITATION_KEY, required=True)
    source = Source(
        id=id_ or Text(""),
        title=fields.text("title", required=True) or Text(""),
        type=fields.text("type") or "document",
        title_short=fields.text("title-short"),
        author=read_names(fields, "author"),
        editor=read_names(fields, "editor"),
        publisher=fields.text("publisher") or "",
        container_title=fields.text("container-title") or "",
        issued=read_csl_date(fields, "issued"),
        accessed=read_csl_date(fields, "accessed"),
        url=fields.text("URL") or "",
        as_of=read_csl_date(fields, "as_of"),
        quoted_in=fields.text("quoted_in"),
        note=fields.text("note") or "",
        other=_other(fields),
    )
    fields.close()
    return source if len(problems) == before and node.complete else None


def _other(fields: Fields) -> dict[str, str]:
    """Take the rest of CSL's variables: texts as they are, lists of texts with commas, all else left aside."""
    other = {}
    for name in (*OTHER_VARIABLES, *OTHER_NAMES, *OTHER_DATES):
        node = fields.take(name)
        if isinstance(node, Text):
            other[name] = str(node)
        elif isinstance(node, Sequence) and all(isinstance(item, Text) for item in node):
            other[name] = ", ".join(str(item) for item in node)
    return other
