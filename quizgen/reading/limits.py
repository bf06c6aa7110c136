"""How much of a document is read: what is larger is no list of facts, and would take all the memory there is.

A document of 128 MiB takes up to 4 GiB of memory, one of 4 MiB less than half a GiB, whatever is in it.
"""

from __future__ import annotations

from quizgen.diagnostics.problem import Place, Problem
from quizgen.reading.documents import Document
from quizgen.reading.nodes import Mapping, Sequence

MOST_ITEMS = 10_000
"""Items of a list in a fact, or fields of a mapping; the lists of facts and sources are not bounded."""

DEPTH_OF_LISTS = 2
"""Where the lists of facts and of sources stand."""

MOST_SIGNS = 6_000_000
"""Signs that part values. Each value comes after one of them, and takes up to half a KiB; a fact has about thirty."""

MOST_JUDGED = 10_000
"""Problems after which no more facts are judged: nobody reads them."""

_SIGNS = "\n\r,[{"


def check_signs(document: Document) -> Problem | None:
    """Report a document that has far more values than facts of its size have, before it is parsed."""
    if len(document.text) <= MOST_SIGNS or sum(map(document.text.count, _SIGNS)) <= MOST_SIGNS:
        return None
    return Problem(
        code="QZ005",
        message=f"the file has more than {MOST_SIGNS // 1_000_000} million lines and values",
        place=Place(document.path),
        hint="split it: all files in data/ are read together",
    )


def check_length(node: Sequence | Mapping, depth: int) -> Problem | None:
    """Report a list or a mapping with more items than anybody means to write; the root has the depth 1."""
    is_mapping = isinstance(node, Mapping)
    if len(node) <= MOST_ITEMS or not (is_mapping or depth > DEPTH_OF_LISTS):
        return None
    what = f"mapping has more than {MOST_ITEMS:,} fields" if is_mapping else f"list has more than {MOST_ITEMS:,} items"
    hint = "look whether the right text stands here: a fact needs a few of them"
    return Problem(code="QZ008", message=f"the {what}", place=node.place, hint=hint)
