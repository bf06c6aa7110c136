"""``python -m tests.fuzz COUNT [FIRST]``: read so many mutated documents, with bounds on memory and on time."""

from __future__ import annotations

import resource
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.fuzz.fuzzing import BrokenError, Tally, fuzz

MOST_BYTES = 2 * 2**30
"""All the memory that the process may ask for."""
MOST_SECONDS = 20
"""Of the processor, for one document: it is broken if reading and showing it takes longer."""


def main(count: int, first: int) -> int:
    """Read documents one by one and say what became of them; returns how many were broken."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    signal.signal(signal.SIGPROF, _too_long)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = Path(tempfile.mkdtemp(prefix="quizgen-fuzz-"))
    read: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    broken = 0
    with suppress(KeyboardInterrupt):  # then say what was done until now
        for number in range(first, first + count):
            signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
            try:
                tally = fuzz((number,), folder)
            except BrokenError as error:
                broken += 1
                traceback.print_exception(error)
                continue
            read += tally.read
            refused += tally.refused
    signal.setitimer(signal.ITIMER_PROF, 0)
    sys.stdout.writelines(_lines(Tally(read, refused), broken))
    return broken


def _too_long(*_: object) -> None:
    message = f"more than {MOST_SECONDS} seconds"
    raise TimeoutError(message)


def _lines(tally: Tally, broken: int) -> Iterator[str]:
    for name, count in sorted(tally.read.items()):
        yield f"{count:8,} {name}, {tally.refused[name]:,} of them with errors\n"
    yield f"{tally.read.total() + broken:8,} documents, {broken} of them broken\n"


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*numbers, *(0,) * (2 - len(numbers))) > 0)
