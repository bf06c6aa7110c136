"""The oldest versions that pyproject.toml allows, as a file of constraints for pip: one ``name==version`` a line.

All lower bounds: those of the project itself and of its extras. What the extra ``test`` pins is of one version anyhow.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
_BOUND = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)>=(?P<version>[0-9][0-9.]*)")
_PIN = re.compile(r"[A-Za-z0-9_.-]+==[0-9.]+\.\*")


def constraints(project: str) -> list[str]:
    """Return the constraints that the text of a ``pyproject.toml`` means; ``ValueError`` where a bound is missing."""
    tables = tomllib.loads(project)["project"]
    extras = tables["optional-dependencies"]
    tools = [one for one in extras["test"] if not _PIN.fullmatch(one)]
    wanted = [*tables["dependencies"], *(one for name in extras if name != "test" for one in extras[name]), *tools]
    itself = f"{tables['name']}["
    return [_constraint(one) for one in wanted if not one.startswith(itself)]


def _constraint(requirement: str) -> str:
    match = _BOUND.fullmatch(requirement)
    if match is None:
        message = f"no lower bound alone: {requirement}"
        raise ValueError(message)
    return f"{match['name']}=={match['version']}"


if __name__ == "__main__":
    print("\n".join(constraints(PROJECT.read_text(encoding="utf-8"))))
