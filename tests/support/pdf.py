"""What stands on the pages of a PDF, read with poppler's tools."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from tests.support.need import need_program

A4 = (595, 842)
LETTER = (612, 792)
A5 = (420, 595)
"""Width and height in points, rounded."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Word(NamedTuple):
    """A word where it is printed; points from the left and from the top of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page with its words, in the order in which poppler finds them."""

    width: float
    height: float
    words: tuple[Word, ...]
    text: str
    """The text in the order in which it was printed, as `letters` makes it."""


def read_pdf(path: Path) -> tuple[Page, ...]:
    """Read the pages of a PDF."""
    root = ET.fromstring(_NOT_XML.sub("", _pdftotext("-bbox", path)))  # noqa: S314 - made by poppler from our own page
    texts = _pdftotext("-raw", path).split("\f")
    elements = root.iter("{http://www.w3.org/1999/xhtml}page")
    return tuple(_page(element, text) for element, text in zip(elements, texts, strict=False))


def letters(text: str) -> str:
    """Take out spaces and ligatures: on paper lines break in other places, and “fi” may be one sign."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _pdftotext(how: str, path: Path) -> str:
    command = [need_program("pdftotext"), how, "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


def _page(element: ET.Element, text: str) -> Page:
    words = (
        Word(child.text or "", *(float(child.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax")))
        for child in element
    )
    return Page(float(element.attrib["width"]), float(element.attrib["height"]), tuple(words), letters(text))
