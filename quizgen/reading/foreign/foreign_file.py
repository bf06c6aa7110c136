"""A file of another program to its records, whatever kind it is: told by its content, not by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quizgen.diagnostics.excerpt import printable
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.bringing import Foreign, Record
from quizgen.reading.foreign.decoding import decode_foreign
from quizgen.reading.foreign.gathering import Gathering
from quizgen.reading.foreign.text_file import read_text_file

_MOST_TEXT_BYTES = 32 * 1024 * 1024
_MOST_PACKAGE_BYTES = 1024 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_EXCUSES = {"QZ540", "QZ541", "QZ542"}
"""Problems that say why nothing was found."""
_HINT = "export CSV or text from a spreadsheet or from Quizlet, text or an `.apkg` from Anki"


def read_foreign_file(file: Path) -> tuple[Foreign | None, tuple[Problem, ...], dict[str, str]]:
    """Read a file of another program.

    Returns what it holds (``None`` where it cannot be read, or holds no question), the problems, and its text by
    its name, for excerpts.
    """
    gathering = Gathering(Place(printable(file.name)))
    texts: dict[str, str] = {}
    try:
        foreign = _read(file, gathering, texts)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        gathering.complain(
            "QZ540", f"cannot read `{printable(file.name)}`: {reason}", "name the file that is to be imported"
        )
        foreign = None
    return foreign, gathering.all_problems(), texts


def _read(file: Path, gathering: Gathering, texts: dict[str, str]) -> Foreign | None:
    with file.open("rb") as stream:
        is_package = stream.read(len(_ZIP)) == _ZIP
        size = file.stat().st_size
        most = _MOST_PACKAGE_BYTES if is_package else _MOST_TEXT_BYTES
        if size > most:
            message = f"the file has {size // 2**20} MiB; at most {most // 2**20} are read"
            gathering.complain("QZ541", message, "export a part of it")
            return None
        stream.seek(0)
        content = b"" if is_package else stream.read()
    return _package(file, gathering) if is_package else _text(content, gathering, texts)


def _package(file: Path, gathering: Gathering) -> Foreign | None:
    from quizgen.reading.foreign.package import read_package_file  # noqa: PLC0415 - SQLite is for packages alone

    records, pictures = read_package_file(file, gathering)
    return _foreign(gathering, records, pictures)


def _text(content: bytes, gathering: Gathering, texts: dict[str, str]) -> Foreign | None:
    text = decode_foreign(content, gathering)
    if text is None:
        return None
    texts[gathering.place.document] = text
    return _foreign(gathering, read_text_file(text, gathering), {})


def _foreign(gathering: Gathering, records: tuple[Record, ...], pictures: Mapping[str, bytes]) -> Foreign | None:
    name = gathering.place.document
    if not records:
        if not any(problem.code in _EXCUSES for problem in gathering.problems):
            message = "the file holds no row with a question and its answer"
            gathering.complain("QZ544", message, _HINT, Place(name))
        return None
    return Foreign(name=name, records=records, pictures=pictures, left=gathering.left())
