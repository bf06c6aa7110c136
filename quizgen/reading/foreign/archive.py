"""The zip of an Anki package: its collection, the names of its media, and their contents.

What comes from a stranger is unpacked with bounds. Until 2021 the list of media was JSON, and nothing was packed
twice; now it is a protobuf message, and everything in the zip is packed by Zstandard as well.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Self

from quizgen.reading.foreign.protobuf import sized_fields

_MOST_COLLECTION_BYTES = 512 * 1024 * 1024
_MOST_LIST_BYTES = 16 * 1024 * 1024
_NEW, _OLD = "collection.anki21b", ("collection.anki21", "collection.anki2")
_ENTRIES, _NAME = 1, 1
"""Numbers of fields in Anki's import_export.proto: of the list of media, and of an entry in it."""

DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, LookupError, AttributeError, TypeError,
)  # fmt: skip
"""What reading a damaged or hostile package may raise; ``RecursionError`` is a ``RuntimeError``."""


class RefusedError(Exception):
    """A package that will not be read."""

    def __init__(self, message: str, code: str, hint: str) -> None:
        """Say what is wrong, the code of the problem, and what to do."""
        super().__init__(message)
        self.message, self.code, self.hint = message, code, hint


class Archive:
    """An open package."""

    def __init__(self, file: Path) -> None:
        """Open a zip; one of the ``DAMAGED`` errors where it is none, ``RefusedError`` where it is no package."""
        self._zip = zipfile.ZipFile(file)
        names = set(self._zip.namelist())
        self.is_new = _NEW in names
        if not self.is_new and names.isdisjoint(_OLD):
            message = "this zip is no package of Anki"
            raise RefusedError(message, "QZ540", _advice(names))
        self._collection = _NEW if self.is_new else next(name for name in _OLD if name in names)
        self._zstandard = _zstandard() if self.is_new else None
        self._numbers = self._media_numbers() if "media" in names else {}

    def __enter__(self) -> Self:
        """Keep the zip open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the zip."""
        self._zip.close()

    def collection(self) -> bytes:
        """Return the SQLite database."""
        return self._read(self._collection, _MOST_COLLECTION_BYTES)

    def media(self, name: str, most: int) -> bytes | None:
        """Return the content of a media file; ``None`` where the package has none of the name."""
        number = self._numbers.get(name)
        if number is None or number not in self._zip.namelist():
            return None
        return self._read(number, most)

    def _media_numbers(self) -> dict[str, str]:
        content = self._read("media", _MOST_LIST_BYTES)
        if not self.is_new:
            return {str(name): number for number, name in json.loads(content).items()}
        return {name: str(number) for number, name in enumerate(_media_names(content))}

    def _read(self, name: str, most: int) -> bytes:
        """Unpack one member, and never more than ``most`` bytes."""
        info = self._zip.getinfo(name)
        if info.file_size > most:
            raise _too_large(name, most)
        content = self._zip.read(info)
        if self._zstandard is not None:
            content = _unpacked(content, most, self._zstandard)
        if len(content) > most:
            raise _too_large(name, most)
        return content


def _media_names(content: bytes) -> Iterator[str]:
    for entry in sized_fields(content, _ENTRIES):
        yield next(sized_fields(entry, _NAME), b"").decode()


def _zstandard() -> ModuleType:
    try:
        return import_module("zstandard")
    except ModuleNotFoundError:
        hint = "export it again with “Support older Anki versions” ticked, or run `pip install 'quizgen[apkg]'`"
        message = "the package is packed in Anki's newer way"
        raise RefusedError(message, "QZ542", hint) from None


def _unpacked(content: bytes, most: int, zstandard: ModuleType) -> bytes:
    """Unpack bytes, at the most one more than ``most``; the library's own error becomes a ``ValueError``."""
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)) as stream:
            return bytes(stream.read(most + 1))
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


def _too_large(name: str, most: int) -> RefusedError:
    message = f"`{name}` in the package has more than {most // 2**20} MiB"
    return RefusedError(message, "QZ541", "export a smaller part of the collection")


def _advice(names: set[str]) -> str:
    if "xl/workbook.xml" in names:
        return "it is a workbook: save the sheet as “CSV UTF-8” and import that"
    if "content.xml" in names or "word/document.xml" in names:
        return "it is a document of an office program: save its table as CSV and import that"
    return "import an `.apkg`, as Anki exports it, or a text file"
