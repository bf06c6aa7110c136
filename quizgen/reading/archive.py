"""``archive/CODE.json`` to a form as it was printed."""

from __future__ import annotations

import json
from pathlib import Path

from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.archive import ArchivedForm
from quizgen.model.layout import ARCHIVE_FOLDER
from quizgen.model.plain import from_plain
from quizgen.reading.documents import check_file
from quizgen.reading.inside import leads_out, link_problem


def read_archive(root: Path) -> tuple[dict[str, ArchivedForm], tuple[Problem, ...]]:
    """Read all archived forms of a project, by code."""
    folder = root / ARCHIVE_FOLDER
    if leads_out(root, ARCHIVE_FOLDER):
        return {}, (link_problem(ARCHIVE_FOLDER),)
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
        problem = check_file(root, path)
        if problem is not None:
            return None, (problem,)
        form = from_plain(ArchivedForm, json.loads((root / path).read_bytes()), path)
        _check_sources(form)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
    except (ValueError, RecursionError):
        reason = "its content is damaged"
    else:
        return form, ()
    problem = Problem(
        code="QZ058",
        message=f"cannot read the archived form `{code}`: {reason}",
        place=Place(path),
        note="it holds the key of papers that were printed",
        hint=f"restore it from git: `git checkout -- {path}`",
    )
    return None, (problem,)


def _check_sources(form: ArchivedForm) -> None:
    """Look whether each source that is cited came along; ``ValueError`` where one did not."""
    facts = (*form.form.facts, *form.contrasts)
    if not {citation.source for fact in facts for citation in fact.citations} <= {source.id for source in form.sources}:
        message = "a source is missing"
        raise ValueError(message)
