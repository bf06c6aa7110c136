"""``archive/CODE.json`` to a form as it was printed."""

from __future__ import annotations

import json
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.archive import ArchivedForm
from quizgen.model.plain import from_plain

ARCHIVE_FOLDER = "archive"


def read_archive(root: Path) -> tuple[dict[str, ArchivedForm], tuple[Problem, ...]]:
    """Read all archived forms of a project, by code."""
    folder = root / ARCHIVE_FOLDER
    codes = sorted(file.stem for file in folder.glob("*.json")) if folder.is_dir() else []
    forms: dict[str, ArchivedForm] = {}
    problems: list[Problem] = []
    for code in codes:
        form, found = read_archived_form(root, code)
        problems += found
        if form is not None:
            forms[code] = form
    return forms, tuple(problems)


def read_archived_form(root: Path, code: str) -> tuple[ArchivedForm | None, tuple[Problem, ...]]:
    """Read one archived form; a problem where its file is damaged."""
    path = f"{ARCHIVE_FOLDER}/{code}.json"
    try:
        data = json.loads((root / path).read_bytes())
        return from_plain(ArchivedForm, data, path), ()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
    except (ValueError, RecursionError):
        reason = "its content is damaged"
    problem = Problem(
        code="QZ058",
        message=f"cannot read the archived form `{code}`: {reason}",
        place=Place(path),
        note="it holds the key of papers that were printed",
        hint=f"restore it from git: `git checkout -- {path}`",
    )
    return None, (problem,)
