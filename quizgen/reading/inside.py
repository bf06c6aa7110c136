"""What lies inside the project: a project may come from somebody else, and its links may lead anywhere."""

from __future__ import annotations

import stat
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem


def leads_out(root: Path, path: str) -> bool:
    """Whether a path of the project, its links followed, leads out of it; ``root`` may be a link itself."""
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself leads nowhere
        return False


def is_file_inside(root: Path, path: str) -> bool:
    """Whether an ordinary file of the project stands there: no device, and no pipe, which could keep us for ever."""
    try:
        return not leads_out(root, path) and stat.S_ISREG((root / path).stat().st_mode)
    except (OSError, ValueError):
        return False


def link_problem(path: str) -> Problem:
    """Say that a file or a folder of the project is a link to elsewhere, which nobody follows."""
    return Problem(
        code="QZ059",
        message=f"`{path}` leads out of the project",
        place=Place(path),
        note="nothing outside a project is read or written, for it may come from somebody else",
        hint="put a copy in place of the link",
    )
