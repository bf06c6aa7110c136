"""The archive in the recipe: store new forms, say what became of old ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quizgen.model.archive import ArchivedForm
from quizgen.model.bank import Bank
from quizgen.model.changes import FormChanges, OutdatedItem
from quizgen.model.layout import ARCHIVE_FOLDER
from quizgen.model.project import Project
from quizgen.model.quiz import Form, Quiz
from quizgen.planning.archive import outdated_items, plan_archive
from quizgen.planning.form_changes import plan_form_changes
from quizgen.writing.archive import archive_text


def new_forms(
    project: Project, quizzes: Iterable[Quiz], bank: Bank, archive: Mapping[str, ArchivedForm]
) -> dict[str, bytes]:
    """Return the files of forms that the archive has not got yet; one that it has stays as it was."""
    forms = {code: form for quiz in quizzes for code, form in plan_archive(project, quiz, bank).items()}
    return {
        f"{ARCHIVE_FOLDER}/{code}.json": archive_text(form).encode()
        for code, form in forms.items()
        if code not in archive
    }


def form_changes(
    quizzes: Iterable[Quiz], last_codes: Mapping[str, str], archive: Mapping[str, ArchivedForm]
) -> tuple[FormChanges, ...]:
    """Compare every form with the one that the last build made; codes are found by ``QUIZ LETTER``."""
    changes = (
        plan_form_changes(
            str(quiz.spec.id),
            _form(archive, last_codes.get(f"{quiz.spec.id} {form.letter}")),
            form,
            quiz.passed_over,
        )
        for quiz in quizzes
        for form in quiz.forms
    )
    return tuple(change for change in changes if change is not None)


def form_codes(quizzes: Iterable[Quiz]) -> dict[str, str]:
    """Return the code of each form, by ``QUIZ LETTER``."""
    return {f"{quiz.spec.id} {form.letter}": form.code for quiz in quizzes for form in quiz.forms}


def outdated(archive: Mapping[str, ArchivedForm], bank: Bank) -> Iterator[OutdatedItem]:
    """Yield the items of all archived forms that would not be asked, or marked, so today."""
    for code, archived in archive.items():
        for number, fact, what in outdated_items(archived, bank):
            yield OutdatedItem(code=code, number=number, fact=fact, what=what)


def _form(archive: Mapping[str, ArchivedForm], code: str | None) -> Form | None:
    archived = archive.get(code) if code else None
    return archived.form if archived else None
