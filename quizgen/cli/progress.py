"""What a command is busy with, on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from threading import Event

STAGES = ("reading", "checking", "planning", "rendering", "writing")
"""The packages that do the work, and the words for it."""

_LOCK, _WAITING = "quizgen.writing.lock", "waiting for another build"
_WIDTH = 40
_CLEAR = f"\r{'':{_WIDTH}}\r"
"""Takes the line back on any terminal, without an escape sequence that some do not know."""
_PATIENCE = 1.0
"""Seconds for which nobody wonders."""
_PAUSE = 0.2


@contextmanager
def progress(stream: TextIO, patience: float = _PATIENCE) -> Iterator[None]:
    """Say which stage the work is in, and for how long it has lasted, on a line that is gone when all is done.

    Nothing is said within the first second, nor where ``stream`` is no terminal. The recipes know nothing of it: a
    thread looks now and then where the work has got to.
    """
    if not stream.isatty():
        yield
        return
    from threading import Event, Thread, get_ident  # noqa: PLC0415 - on terminals alone

    done = Event()
    thread = Thread(target=_watch, args=(get_ident(), stream, patience, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _watch(worker: int, stream: TextIO, patience: float, done: Event) -> None:
    began, stage, is_shown = time.monotonic(), STAGES[0], False
    while not done.wait(_PAUSE):
        stage = _stage_of(sys._current_frames().get(worker)) or stage  # noqa: SLF001 - meant for tools of this kind
        passed = time.monotonic() - began
        if passed >= patience:
            stream.write(f"\r{f'{stage} … {passed:.0f} s':{_WIDTH}}")
            stream.flush()
            is_shown = True
    if is_shown:
        stream.write(_CLEAR)
        stream.flush()


def _stage_of(frame: FrameType | None) -> str:
    """Return the stage of the innermost function that belongs to one; empty where none does."""
    while frame is not None:
        module = str(frame.f_globals.get("__name__"))
        if module == _LOCK:
            return _WAITING
        package, _, rest = module.partition(".")
        stage = rest.partition(".")[0]
        if package == "quizgen" and stage in STAGES:
            return stage
        frame = frame.f_back
    return ""
