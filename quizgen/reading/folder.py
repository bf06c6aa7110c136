"""A project's folder: its documents, with what is wrong before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.reading.builder import NO_READERS, Readers
from quizgen.reading.comments import check_comments
from quizgen.reading.documents import read_document, unreadable
from quizgen.reading.inside import leads_out, link_problem
from quizgen.reading.limits import check_signs
from quizgen.reading.nodes import Empty, Mapping, Node, is_reported
from quizgen.reading.parse import read_nodes
from quizgen.reading.shapes import shape_of
from quizgen.reading.texts import Texts


class Folder:
    """Reads documents of one project, and gathers their texts and all problems."""

    def __init__(self, root: Path) -> None:
        """Open a project's folder."""
        self.root = root
        self.problems: list[Problem] = []
        self.texts = Texts(root)
        """Of each document that was read."""

    def document(self, path: str, begin: str, readers: Readers = NO_READERS) -> Mapping | None:
        """Read one document.

        Returns its fields, or ``None`` where it has none; a mapping that is not ``complete`` is the beginning of a
        document that could not be read to its end. ``begin`` says in a hint how such a document begins;
        ``readers`` are for ``read_nodes``.
        """
        document, problems = read_document(self.root, path)
        self.texts.note(document)
        self.problems.extend(problems)
        if problems:
            return None
        if too_many := check_signs(document):
            self.problems.append(too_many)
            return None
        if not document.text.isascii():
            from quizgen.reading.hidden import check_hidden  # noqa: PLC0415 - many alphabets, of no use to plain English

            self.problems.extend(check_hidden(document))
        self.problems.extend(check_comments(document))
        node, problems, is_whole = read_nodes(document, readers)
        self.problems.extend(problems)
        if isinstance(node, Mapping):
            return node
        if is_whole and not is_reported(node):
            self.problems.append(_no_fields(path, node, begin))
        return None

    def documents(
        self, folder: str, begin: str, example: str, readers: Readers = NO_READERS
    ) -> Iterator[tuple[str, Mapping | None]]:
        """Read all YAML documents that lie in a folder, by name; nobody means hidden files to be read.

        ``example`` is the path of such a file, for hints; the rest is for ``document``.
        """
        if leads_out(self.root, folder):
            self.problems.append(link_problem(folder))
            return
        try:
            names = sorted(file.name for file in (self.root / folder).iterdir() if is_yaml(file))
        except NotADirectoryError:
            message, hint = f"`{folder}` is a file, not a folder", f"move it to `{example}`"
            self.problems.append(Problem(code="QZ002", message=message, place=Place(folder), hint=hint))
            return
        except OSError as error:
            self.problems.append(unreadable(folder, error))
            return
        if not names:
            message, hint = f"no YAML file stands in `{folder}/`", f"write one, such as `{example}`"
            self.problems.append(Problem(code="QZ001", message=message, place=Place(folder), hint=hint))
        for name in names:
            yield f"{folder}/{name}", self.document(f"{folder}/{name}", begin, readers)


def is_yaml(file: Path) -> bool:
    """Whether a file is read as YAML, by its name; nobody means hidden files to be read."""
    return file.suffix.lower() in {".yaml", ".yml"} and not file.name.startswith(".")


def _no_fields(path: str, node: Node | None, begin: str) -> Problem:
    if node is None or isinstance(node, Empty):  # the second one is `---` alone, which libyaml places after the end
        return Problem(code="QZ006", message="the file is empty", place=Place(path), hint=begin)
    message = f"the file must be a mapping of fields, not {shape_of(node)}"
    return Problem(code="QZ022", message=message, place=node.place, hint=begin)
