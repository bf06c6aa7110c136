"""Text that remembers where it was written."""

from __future__ import annotations

from typing import Self

from quizgen.diagnostics.problem import Place


class Text(str):
    """A string as the curator spelt it, with its place in a document.

    It is an ordinary ``str`` everywhere; whatever is made from it (``upper()``, slices, …) is a plain ``str``.
    """

    __slots__ = ("column", "document", "line", "width")

    document: str
    line: int
    column: int
    width: int

    def __new__(cls, value: str, document: str = "", line: int = 1, column: int = 1, width: int = 1) -> Self:
        """Make a text that stands at a place; columns and widths count code points."""
        self = str.__new__(cls, value)  # no `super()`, no tuple: there are hundreds of thousands of texts
        self.document = document
        self.line = line
        self.column = column
        self.width = width
        return self

    @property
    def place(self) -> Place:
        """Where it stands in its document."""
        return Place(self.document, self.line, self.column, self.width)
