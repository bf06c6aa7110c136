"""The lines ``#key:value`` at the top of Anki's text exports.

They are described at https://docs.ankiweb.net/importing/text-files.html (file headers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LINE = re.compile(r"#([^:\r\n]*):?([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_NAMED_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
_COLUMNS = ("guid column", "notetype column", "deck column", "tags column")
_KNOWN = {"separator", "html", "tags", "columns", "notetype", "deck", "if matches", "match scope", *_COLUMNS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """What an Anki text export says of itself."""

    separator: str = "\t"
    is_html: bool = False
    tags: str = ""
    deck: str = ""
    names: str = ""
    """The names of the columns, parted like the rows."""
    columns: dict[int, str] = field(default_factory=dict)
    """What is no field, by its place from 0: ``guid column``, ``deck column`` …"""


def read_headers(text: str) -> tuple[Headers | None, int]:
    """Read the lines at the top, and return the offset of what follows; ``None`` where the text has none.

    Lines that begin with ``#`` and say nothing that Anki knows are comments, as they are to Anki.
    """
    values: dict[str, str] = {}
    at = 0
    while match := _LINE.match(text, at):
        values[match[1].strip().lower()] = match[2]
        at = match.end()
        if at == len(text):
            break
    if values.keys().isdisjoint(_KNOWN):
        return None, 0
    return _headers(values), at


def _headers(values: dict[str, str]) -> Headers:
    separator = values.get("separator", "tab")
    return Headers(
        separator=_NAMED_SEPARATORS.get(separator.strip().lower(), separator.strip()[:1] or "\t"),
        is_html=values.get("html", "").strip().lower() == "true",
        tags=values.get("tags", "").strip(),
        deck=values.get("deck", "").strip(),
        names=values.get("columns", ""),
        columns={int(values[name]) - 1: name for name in _COLUMNS if values.get(name, "").strip().isdecimal()},
    )
