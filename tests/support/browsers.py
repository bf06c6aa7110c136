"""What Chromium and Firefox have in common when they are driven: a process with a fresh profile, and a line to it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.support.need import need_module

_STARTING = 90
_ANSWERING = 120
_ENDING = 20
"""Seconds, far more than it takes."""


@contextmanager
def fresh_profile() -> Iterator[Path]:
    """Make the folder of a profile, and delete it at the end."""
    profile = Path(tempfile.mkdtemp())
    try:
        yield profile
    finally:
        shutil.rmtree(profile, ignore_errors=True)


@contextmanager
def connected(command: Sequence[str], address: Callable[[], str]) -> Iterator[Any]:
    """Start a browser, and give the WebSocket to it; that one browser is ended whatever happens.

    ``address`` reads where it listens, and raises an ``OSError`` or a ``ValueError`` as long as it does not.
    """
    websocket = need_module("websocket")
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        socket = websocket.create_connection(_wait_for(address, process), timeout=_ANSWERING, suppress_origin=True)
        try:
            yield socket
        finally:
            socket.close()
    finally:
        _end(process)


def _wait_for(address: Callable[[], str], process: subprocess.Popen[bytes]) -> str:
    for _ in range(_STARTING * 10):
        assert process.poll() is None, f"the browser ended at once with {process.returncode}"
        with suppress(OSError, ValueError):
            return address()
        time.sleep(0.1)
    message = "the browser does not listen"
    raise AssertionError(message)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_ENDING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
