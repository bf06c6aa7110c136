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
"""The packages that do the work, in the order in which a build comes to them, and the words for it."""

_LOCK, _WAITING = "quizgen.writing.lock", "waiting for another build"
_WIDTH = 48
_CLEAR = f"\r{'':{_WIDTH}}\r"
"""Takes the line back on any terminal, without an escape sequence that some do not know."""
_PATIENCE = 1.0
"""Seconds for which nobody wonders."""
_PAUSE = 0.2


@contextmanager
def progress(stream: TextIO, patience: float = _PATIENCE) -> Iterator[None]:
    """Say how far the work is, and for how long it has lasted, on a line that is gone when all is done.

    The bar has a mark for each stage that the work has come to: how much of one is done nobody can tell.
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
    began, stage, come_to, shown = time.monotonic(), STAGES[0], 0, ""
    while not done.wait(_PAUSE):
        stage = _stage_of(sys._current_frames().get(worker)) or stage  # noqa: SLF001 - meant for tools of this kind
        come_to = max(come_to, STAGES.index(stage) + 1 if stage in STAGES else 0)  # notes are planned again to be dated
        passed = time.monotonic() - began
        line = f"[{'#' * come_to:.<{len(STAGES)}}] {stage} … {passed:.0f} s"
        if passed >= patience and line != shown:
            _write(stream, f"\r{line:{_WIDTH}}")
            shown = line
    if shown:
        _write(stream, _CLEAR)


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()


def _stage_of(frame: FrameType | None) -> str:
    """Return the stage of the innermost function that belongs to one; empty where none does, and while code loads."""
    found = ""
    while frame is not None:
        module = str(frame.f_globals.get("__name__"))
        if module == _LOCK:
            return _WAITING
        package, _, rest = module.partition(".")
        stage = rest.partition(".")[0]
        if package == "quizgen" and frame.f_code.co_name == "<module>":
            found = ""
        elif package == "quizgen" and stage in STAGES:
            found = found or stage
        frame = frame.f_back
    return found
