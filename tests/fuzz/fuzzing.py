"""Reading mutated documents by the thousand. Each has a number: with it alone it is made again."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.targets import Target, targets


class Document(NamedTuple):
    """A mutated document."""

    number: int
    target: Target
    content: bytes


class Tally(NamedTuple):
    """What became of documents."""

    read: Counter[str]
    """How many were read of each kind."""
    refused: Counter[str]
    """In how many of them there were errors."""


class BrokenError(Exception):
    """A document that was not read as it should be."""


def document(number: int) -> Document:
    """Make the document of a number."""
    chance = random.Random(number)  # noqa: S311 - the same documents in every run
    kinds = targets()
    (target,) = chance.choices(kinds, [kind.weight for kind in kinds])
    return Document(number, target, target.change(chance.choice(target.seeds()), chance))


def fuzz(numbers: Iterable[int], folder: Path) -> Tally:
    """Read the documents of these numbers; ``BrokenError`` at the first that gives anything but problems.

    The broken document is left in the folder as ``broken-NUMBER``.
    """
    tally = Tally(Counter(), Counter())
    for number in numbers:
        one = document(number)
        home = folder / one.target.name.replace(" ", "-")
        home.mkdir(parents=True, exist_ok=True)
        with _named(one, folder):
            is_wrong = one.target.read(home, one.content)
        tally.read[one.target.name] += 1
        tally.refused[one.target.name] += is_wrong
    return tally


@contextmanager
def _named(one: Document, folder: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        file = folder / f"broken-{one.number}"
        file.write_bytes(one.content)
        message = f"document {one.number} ({one.target.name}), kept as {file}: {type(error).__name__}: {error}"
        raise BrokenError(message) from error
