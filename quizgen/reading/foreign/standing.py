"""What a project has already, read without judging it: newcomers must fit beside facts that are not finished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizgen.model.bringing import Standing
from quizgen.model.layout import DATA_FOLDER, PICTURES_FOLDER
from quizgen.model.text import Text
from quizgen.reading.documents import read_document
from quizgen.reading.folder import is_yaml
from quizgen.reading.ledger import shipped_ids
from quizgen.reading.nodes import Mapping, Sequence
from quizgen.reading.parse import read_nodes


def read_standing(root: Path) -> tuple[Standing, dict[str, str]]:
    """Read the ids, the questions and the answers of all data files, as far as they can be read.

    Returns the text of each document by path as well, for excerpts.
    """
    texts: dict[str, str] = {}
    roots = list(_roots(root, texts))
    facts = [fact for node in roots for fact in _entries(node, "facts")]
    sources = [source for node in roots for source in _entries(node, "sources")]
    ids = (_text(fact, name) for fact in facts for name in ("id", "renamed_from"))
    return Standing(
        fact_ids=frozenset(str(id_) for id_ in ids if id_) | shipped_ids(root),
        source_ids=frozenset(str(id_) for source in sources if (id_ := _text(source, "id"))),
        titles={str(_text(source, "title")): str(_text(source, "id")) for source in sources},
        asked=tuple(pair for fact in facts for pair in _asked(fact)),
        pictures=frozenset(file.name for file in _files(root / PICTURES_FOLDER)),
    ), texts


def _roots(root: Path, texts: dict[str, str]) -> Iterator[Mapping]:
    for file in _files(root / DATA_FOLDER):
        if is_yaml(file):
            document, problems = read_document(root, f"{DATA_FOLDER}/{file.name}")
            texts[document.path] = document.text
            node = None if problems else read_nodes(document)[0]
            if isinstance(node, Mapping):
                yield node


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _entries(node: Mapping, name: str) -> Iterator[Mapping]:
    entries = node.get(name)
    for entry in entries if isinstance(entries, Sequence) else ():
        if isinstance(entry, Mapping):
            yield entry


def _asked(fact: Mapping) -> Iterator[tuple[Text, Text]]:
    if _text(fact, "question") and _text(fact, "answer"):
        yield _text(fact, "question"), _text(fact, "answer")
    if _text(fact, "cloze"):
        yield _text(fact, "cloze"), Text("")


def _text(node: Mapping, name: str) -> Text:
    value = node.get(name)
    return value if isinstance(value, Text) else Text("")
