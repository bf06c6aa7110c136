"""The texts of a project's documents, for excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from quizgen.reading.documents import Document, read_document


class Texts(Mapping[str, str]):
    """Texts by path, each read again once an excerpt wants it: few runs have a problem to show.

    Kept all the while, they would take as much memory as their files, a tenth of all.
    """

    def __init__(self, root: Path) -> None:
        """Begin with none."""
        self._root = root
        self._marks: dict[str, tuple[int, int]] = {}
        self._texts: dict[str, str] = {}

    def note(self, document: Document) -> None:
        """Add a document that has been read."""
        self._marks[document.path] = _mark(document.text)

    def with_kept(self, path: str, text: str) -> Texts:
        """Return these and one more, of a file that may be written anew before its excerpt is shown."""
        texts = Texts(self._root)
        texts._marks = {**self._marks, path: _mark(text)}
        texts._texts = {**self._texts, path: text}
        return texts

    def __getitem__(self, path: str) -> str:
        """Return the text of a document; an empty one if the file has changed since, and places mean nothing now."""
        if path not in self._texts:
            mark, text = self._marks[path], read_document(self._root, path)[0].text
            self._texts[path] = text if _mark(text) == mark else ""
        return self._texts[path]

    def __iter__(self) -> Iterator[str]:
        """Yield the paths."""
        return iter(self._marks)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self._marks)


def _mark(text: str) -> tuple[int, int]:
    return len(text), hash(text)
