"""The oldest versions that pyproject.toml allows, as a file of constraints for pip: one ``name==version`` a line.

The lower bounds of the project itself and of its extras ``pdf`` and ``apkg``; tools of the tests may be of any age.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
EXTRAS = ("apkg", "pdf")
_BOUND = re.compile(r"(?P<name>[A-Za-z0-9_.-]+)>=(?P<version>[0-9][0-9.]*)")


def constraints(project: str) -> list[str]:
    """Return the constraints that the text of a ``pyproject.toml`` means; ``ValueError`` where a bound is missing."""
    tables = tomllib.loads(project)["project"]
    wanted = [*tables["dependencies"], *(one for extra in EXTRAS for one in tables["optional-dependencies"][extra])]
    return [_constraint(one) for one in wanted]


def _constraint(requirement: str) -> str:
    match = _BOUND.fullmatch(requirement)
    if match is None:
        message = f"no lower bound alone: {requirement}"
        raise ValueError(message)
    return f"{match['name']}=={match['version']}"


if __name__ == "__main__":
    print("\n".join(constraints(PROJECT.read_text(encoding="utf-8"))))
