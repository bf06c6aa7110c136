"""``words/LANGUAGE.yaml`` to the fixed words of a language."""

from __future__ import annotations

from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.text import Text
from quizgen.model.words import Entry, OwnWords
from quizgen.reading.facts import LANGUAGE, LANGUAGE_MEANS
from quizgen.reading.folder import Folder
from quizgen.reading.nodes import Mapping, Node, Sequence, is_reported

WORDS_FOLDER = "words"
_BEGIN = "write a word and its translation into it, such as `name: Nom`"


def read_words(root: Path) -> tuple[tuple[OwnWords, ...], tuple[Problem, ...], dict[str, str]]:
    """Read the words that a project gives, if it gives any.

    Returns them by language, the problems, and the text of each document by path, for excerpts.
    """
    if not (root / WORDS_FOLDER).exists():
        return (), (), {}
    folder = Folder(root)
    read: list[OwnWords] = []
    for path, node in folder.documents(WORDS_FOLDER, _BEGIN, f"{WORDS_FOLDER}/de.yaml"):
        lang = Text(Path(path).stem, path)
        if not LANGUAGE.fullmatch(lang):
            hint = f"rename the file: use {LANGUAGE_MEANS}"
            message = f"the file name `{lang}` is no language"
            folder.problems.append(Problem(code="QZ028", message=message, place=Place(path), hint=hint))
        elif node is not None:
            read.append(OwnWords(lang=lang, entries=_entries(node, folder.problems)))
    return tuple(read), tuple(folder.problems), folder.texts


def _entries(node: Mapping, problems: list[Problem]) -> dict[Text, Entry]:
    made = {name: _entry(name, node[name], problems) for name in node.names()}
    return {name: entry for name, entry in made.items() if entry is not None}


def _entry(name: Text, node: Node, problems: list[Problem]) -> Entry | None:
    if isinstance(node, Text) and node.strip():
        return node
    if isinstance(node, Sequence):
        return tuple(item for item in node if isinstance(item, Text))
    if isinstance(node, Mapping):
        return _entries(node, problems)
    if not is_reported(node):
        message, hint = f"the field `{name}` has no value", f"write `{name}: …`, or delete the field"
        problems.append(Problem(code="QZ023", message=message, place=name.place, hint=hint))
    return None
