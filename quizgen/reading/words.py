"""``words/LANGUAGE.yaml`` to the fixed words of a language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import WORDS_FOLDER
from quizgen.model.text import Text
from quizgen.model.words import OwnWord, OwnWords
from quizgen.reading.folder import Folder
from quizgen.reading.nodes import Mapping, Node, Sequence, is_reported
from quizgen.reading.patterns import LANGUAGE

_BEGIN = "write a word and its translation into it, such as `name: Nom`"


def read_words(folder: Folder) -> tuple[OwnWords, ...]:
    """Read the words that a project gives, if it gives any, by language."""
    if not (folder.root / WORDS_FOLDER).exists():
        return ()
    read: list[OwnWords] = []
    for path, node in folder.documents(WORDS_FOLDER, _BEGIN, f"{WORDS_FOLDER}/de.yaml"):
        lang = Text(Path(path).stem, path)
        if not LANGUAGE.fits(lang):
            hint = f"rename the file: use {LANGUAGE.means}"
            message = f"the file name `{lang}` is no language"
            folder.problems.append(Problem(code="QZ028", message=message, place=Place(path), hint=hint))
        elif node is not None:
            read.append(OwnWords(lang=lang, words=tuple(_words(node, folder.problems))))
    return tuple(read)


def _words(node: Mapping, problems: list[Problem], above: str = "") -> Iterator[OwnWord]:
    for name in node.names():
        value, whole = node[name], Text(f"{above}{name}", *name.place)
        if isinstance(value, Mapping):
            yield from _words(value, problems, f"{whole}.")
        elif forms := _forms(value):
            yield OwnWord(name=whole, forms=forms)
        elif not is_reported(value):
            message, hint = f"the field `{whole}` has no value", f"write `{name}: …`, or delete the field"
            problems.append(Problem(code="QZ023", message=message, place=name.place, hint=hint))


def _forms(value: Node) -> tuple[Text, ...]:
    if isinstance(value, Text):
        return (value,) if value.strip() else ()
    return tuple(item for item in value if isinstance(item, Text)) if isinstance(value, Sequence) else ()
