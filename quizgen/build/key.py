"""The recipe of ``quizgen key``: key and feedback of a form that was printed once, from the archive alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.build.check import check_project, sorted_problems
from quizgen.diagnostics.guess import nearest
from quizgen.diagnostics.pages import has_errors, is_error
from quizgen.diagnostics.problem import Problem
from quizgen.model.archive import ArchivedForm
from quizgen.model.bank import Bank
from quizgen.model.layout import ARCHIVE_FOLDER, BUILD_FOLDER, TEMPLATES_FOLDER
from quizgen.model.sheets import News, Sheet
from quizgen.planning.archive import facts_today, outdated_items
from quizgen.reading.archive import read_archived_form
from quizgen.rendering.environment import make_environment
from quizgen.rendering.sheets import render_archived
from quizgen.writing.files import write_files
from quizgen.writing.lock import locked

_KEYS_FOLDER = f"{BUILD_FOLDER}/keys"
_HALF = 4
"""Signs of a code before its hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyReport:
    """What became of the wish for a key."""

    code: str
    """As the archive spells it."""
    known_codes: tuple[str, ...] = ()
    """All codes of the archive, where the one that was asked for is not among them."""
    near_code: str = ""
    """The known one that is most like it."""
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    """What was written: the key, then the feedback."""
    todays_errors: int = 0
    """Errors in today's facts: with one, the key says nothing of what has changed since."""


def make_key(root: Path, code: str, *, as_printed: bool = False, output: Path | None = None) -> KeyReport:
    """Write the key and the feedback of an archived form; ``output`` is the key's file, with the feedback beside it."""
    code = _spelt(code)
    known = _known_codes(root)
    if code not in known:
        return KeyReport(code=code, known_codes=known, near_code=nearest(code, known))
    archived, problems = read_archived_form(root, code)
    if archived is None:
        return KeyReport(code=code, problems=problems)
    news, errors = (None, 0) if as_printed else _news(root, archived)
    sheets, problems = render_archived(archived, news, make_environment(root / TEMPLATES_FOLDER))
    report = KeyReport(code=code, problems=sorted_problems(problems), todays_errors=errors)
    return report if has_errors(problems) else _write(report, root, sheets, output)


def _spelt(code: str) -> str:
    """Spell a code as the archive does, however it was typed: ``7k4r9wxc`` is ``7K4R-9WXC``."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum())
    return f"{signs[:_HALF]}-{signs[_HALF:]}".rstrip("-")


def _known_codes(root: Path) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (root / ARCHIVE_FOLDER).glob("*.json")))


def _news(root: Path, archived: ArchivedForm) -> tuple[News | None, int]:
    """Compare with the facts of today, if they can be read without errors; else say how many there are."""
    checked = check_project(root)
    errors = sum(map(is_error, checked.problems))
    return (None, errors) if errors else (_compare(archived, checked.content.bank), 0)


def _compare(archived: ArchivedForm, bank: Bank) -> News:
    edited = (fact for _, fact, what in outdated_items(archived, bank) if what == "edited")
    return News(today=facts_today(archived, bank), edited=frozenset(edited))


def _write(report: KeyReport, root: Path, sheets: tuple[Sheet, ...], output: Path | None) -> KeyReport:
    folder, names = root, (f"{_KEYS_FOLDER}/{report.code}-key.html", f"{_KEYS_FOLDER}/{report.code}-feedback.html")
    if output is not None:
        folder, names = output.parent, (output.name, f"{output.stem}-feedback{output.suffix}")
    files = {name: sheet.html.encode() for name, sheet in zip(names, sheets, strict=True)}
    with locked(root):
        _, problems = write_files(folder, {}, files)
    return replace(report, problems=problems, files=() if problems else tuple(folder / name for name in names))
