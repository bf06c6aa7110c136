"""Whether all the text of a page stands in the PDF that was printed from it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

_UNSEEN = {"script", "style", "template", "title"}
_LEAST = 12
"""Letters of a piece of a text, but for the last one."""
_HYPHENS = dict.fromkeys(map(ord, "-\u00ad\u2010\u0002\ufffe"))
"""PDFium gives a hyphen at the end of a line another sign."""
_SHUFFLED = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]+")
"""Scripts whose letters stand in another order on paper than in the text: they cannot be compared."""


def missing_texts(html: str, pdf: bytes) -> tuple[str, ...]:
    """Return the texts of a page that its PDF does not hold as often as the page does, in the page's order.

    A text is what stands between two tags; the spaces and the hyphens in it do not count.
    """
    pages = _pages(pdf)
    counts = Counter(_passages(html))
    return tuple(text for text, count in counts.items() if not _holds(pages, _letters(text), count))


def _holds(pages: Sequence[str], letters: str, count: int) -> bool:
    """Whether a text stands on the pages as often as it should, in one piece or in several.

    It may go on over the end of a page; and what hangs at the edge of a line, as the points do, may be read before
    the next line.
    """
    whole = [page.count(letters) for page in pages]
    if sum(whole) >= count:
        return True
    return sum(found or _flows_from(letters, pages[at:]) for at, found in enumerate(whole)) >= count


def _flows_from(letters: str, pages: Sequence[str]) -> bool:
    for page in pages:
        rest = _rest(letters, page)
        if not rest:
            return True
        if rest == letters:
            return False
        letters = rest
    return False


def _rest(letters: str, page: str) -> str:
    """Return what is left of a text without the pieces that a page holds."""
    while letters:
        length = _beginning(letters, page)
        if length < min(len(letters), _LEAST):
            break
        letters = letters[length:]
    return letters


def _beginning(letters: str, page: str) -> int:
    """Return how many of the first letters stand together on a page."""
    least, most = 0, len(letters)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if letters[:middle] in page else (least, middle - 1)
    return least


def _passages(html: str) -> Iterator[str]:
    reader = _Reader()
    reader.feed(html)
    for text in reader.texts:
        yield from (part for part in _SHUFFLED.split(" ".join(text.split())) if part.strip())


def _pages(pdf: bytes) -> tuple[str, ...]:
    import pypdfium2  # type: ignore[import-untyped] # it has no types  # noqa: PLC0415 - comes with the extra `pdf`

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_letters(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def _letters(text: str) -> str:
    """Take out spaces and hyphens, and write ligatures as letters."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).split())


class _Reader(HTMLParser):
    """Collects the texts between the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen and data.strip():
            self.texts.append(data)
