"""Programs and modules that a test needs from the machine.

On a laptop a test without its browser is skipped, and says so. Under ``CI=true`` nothing may be
missing: a test that quietly never runs proves nothing.
"""

from __future__ import annotations

import os
import shutil
from importlib import import_module
from types import ModuleType
from typing import NoReturn

import pytest


def need_program(*names: str) -> str:
    """Return the path of the first of these programs that is installed; skip or fail the test without one."""
    path = next(filter(None, map(shutil.which, names)), None)
    return path or _miss(f"the program {' or '.join(names)}")


def need_module(name: str) -> ModuleType:
    """Import and return a module; skip or fail the test where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name.partition(".")[0]:
            raise
        return _miss(f"the Python module {name}")


def _miss(what: str) -> NoReturn:
    reason = f"needs {what}, which `make test` installs where it can"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
