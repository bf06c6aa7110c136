"""HTML of a card to our inline markup.

Taken apart by one expression in linear time, and never refused: the standard library's parser is quadratic on
hostile text, and fails on some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from quizgen.model.bringing import Picture
from quizgen.reading.foreign.gathering import Gathering
from quizgen.reading.foreign.inline import Kind, Run, Style, inline_text

LOOKS_LIKE_HTML = re.compile(r"<br\s*/?>|<div[ >]|&nbsp;|<img\s[^>]*src=", re.IGNORECASE)
"""What an editor of cards writes, and hardly anybody by hand."""

_EMPHASIS = {"b", "strong", "i", "em", "u", "mark", "cite", "dfn", "var"}
_KINDS = {
    "sup": Kind.SUPERSCRIPT,
    "sub": Kind.SUBSCRIPT,
    "code": Kind.CODE,
    "tt": Kind.CODE,
    "kbd": Kind.CODE,
    "samp": Kind.CODE,
}
_BREAKS = {
    "br", "hr", "div", "p", "pre", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "center",
    "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd",
}  # fmt: skip
_HIDDEN = {"script", "style", "title", "template", "object", "iframe"}
_LEFT = {
    "a": ("link", "links"),
    "table": ("table's rows and columns", "tables' rows and columns"),
    "audio": ("sound", "sounds"),
    "video": ("film", "films"),
    "svg": ("drawing", "drawings"),
    "object": ("embedded object", "embedded objects"),
    "iframe": ("embedded page", "embedded pages"),
    "script": ("script", "scripts"),
}
_TOKEN = re.compile(
    r"""(?P<hidden> <!--.*?(?:-->|\Z) | <[!?][^>]*> )
      | <(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9:-]*)(?P<attributes>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>
      | (?P<text>[^<]+|<)""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)""")
_NEW_LINES = re.compile(r"[\r\n]+")
_SOUND = re.compile(r"\[sound:[^\]\n]*\]")
_SPOKEN = re.compile(r"\[/?anki:(?:tts|play)[^\]\n]*\]")
_FORMULA = re.compile(r"\[latex\]|\[\$\$?\]|\\\(|\\\[|<anki-mathjax")
_COLOURED = re.compile(r"(?:color|background|font-family|font-size)\s*:", re.IGNORECASE)


class Plain(NamedTuple):
    """A field without its HTML."""

    text: str
    """One line of inline markup."""
    pictures: tuple[Picture, ...]


def plain_html(html: str, gathering: Gathering) -> Plain:
    """Make a field's HTML plain; what is lost is noted."""
    html = without_sounds(html, gathering)
    one, many = "formula, which stands as it is typed", "formulas, which stand as they are typed"
    gathering.leave(one, many, len(_FORMULA.findall(html)))
    reader = _Reader(gathering)
    for match in _TOKEN.finditer(html):
        reader.take(match)
    return Plain(inline_text(reader.runs, gathering), tuple(reader.pictures))


def without_sounds(text: str, gathering: Gathering) -> str:
    """Take Anki's sounds out of a text, and note them."""
    text, sounds = _SOUND.subn("", text)
    gathering.leave("sound", count=sounds)
    text, spoken = _SPOKEN.subn("", text)
    gathering.leave("mark for spoken text", "marks for spoken text", spoken)
    return text


class _Reader:
    """Collects the runs of text and the pictures of one field."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.runs: list[Run] = []
        self.pictures: list[Picture] = []
        self.open: list[str] = []
        """Elements that are open and matter for the style, or hide what is in them."""

    def take(self, match: re.Match[str]) -> None:
        tag = (match["tag"] or "").lower()
        if match["text"]:
            self.text(match["text"])
        elif match["end"]:
            self.end(tag)
        elif tag:
            self.start(tag, dict(_attributes(match["attributes"])))

    def text(self, text: str) -> None:
        if _HIDDEN.isdisjoint(self.open):
            # a line break between tags is a blank to HTML
            self.runs.append(Run(_NEW_LINES.sub(" ", unescape(text)), self.style()))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "img":
            self.picture(attributes)
        if tag in _LEFT:
            self.gathering.leave(*_LEFT[tag])
        if tag == "font" or _COLOURED.search(attributes.get("style", "")):
            self.gathering.leave("colour or font", "colours or fonts")
        if tag in _EMPHASIS or tag in _KINDS or tag in _HIDDEN:
            self.open.append(tag)
        self.separate(tag)

    def end(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag)]
        if tag != "br":
            self.separate(tag)

    def style(self) -> Style:
        kinds = [_KINDS[tag] for tag in self.open if tag in _KINDS]
        return Style(kinds[-1] if kinds else Kind.PLAIN, emphasis=not _EMPHASIS.isdisjoint(self.open))

    def separate(self, tag: str) -> None:
        if tag in _BREAKS:
            self.runs.append(Run("\n"))
        elif tag in {"td", "th"}:
            self.runs.append(Run(" "))

    def picture(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("src", "").strip()
        if name:
            self.pictures.append(Picture(name, " ".join(attributes.get("alt", "").split())))
            self.runs.append(Run(" "))


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for name, value in _ATTRIBUTE.findall(text):
        yield name.lower(), unescape(value[1:-1] if value[0] in "\"'" else value)
