"""The recipe of ``quizgen build``: from a project's folder to packages and sheets."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.build.inputs import Inputs, content_digest, read_inputs
from quizgen.build.report import BuildReport, Order
from quizgen.build.stamp import STAMP_FILE, Stamp, complete_stamp, is_up_to_date, read_stamp, stamp_bytes
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.layout import ARCHIVE_FOLDER, BUILD_FOLDER, DECKS_FOLDER, LEDGER_FILE
from quizgen.writing.files import clear_left_overs, remove_files, write_files
from quizgen.writing.lock import locked

if TYPE_CHECKING:
    from quizgen.build.before import Before
    from quizgen.build.make import Made

_WRITTEN = (BUILD_FOLDER, DECKS_FOLDER, ARCHIVE_FOLDER)
"""Where builds write."""
_OF_THE_CLOCK = {"QZ055"}
"""Remarks that may be true no more although no file has changed."""
_TOLD_ONCE = {"QZ066", "QZ068"}
"""Remarks on what this build ships for the first time: they are not repeated by builds that have nothing to do."""


def build_project(root: Path, order: Order) -> BuildReport:
    """Build a project, whole or some of its decks; with an error in it nothing is written.

    Another build of the project is waited for.
    """
    with locked(root):
        clear_left_overs(root, _WRITTEN)
        (last, _), inputs = read_stamp(root), read_inputs(root)
        if _is_up_to_date(root, order, last, inputs):
            return BuildReport(problems=last.remarks, texts=_texts(root, last.remarks), up_to_date=True)
        return _build(root, order, inputs)


def _is_up_to_date(root: Path, order: Order, last: Stamp, inputs: Inputs) -> bool:
    """Whether the last build had the same inputs, and made PDFs if this one is to."""
    has_pdfs = any(path.endswith(".pdf") for path in last.outputs)
    is_whole = not order.decks and not order.new_ledger and order.pdf == has_pdfs
    return is_whole and is_up_to_date(root, last, inputs)


def _texts(root: Path, remarks: Iterable[Problem]) -> dict[str, str]:
    """Read what remarks speak of once more, for excerpts."""
    from quizgen.reading.documents import read_document  # noqa: PLC0415 - only where there are any

    places = [place for remark in remarks for place in (remark.place, *(label.place for label in remark.labels))]
    return {path: read_document(root, path)[0].text for path in dict.fromkeys(place.document for place in places)}


def _build(root: Path, order: Order, inputs: Inputs) -> BuildReport:
    from quizgen.build.check import sorted_problems  # noqa: PLC0415 - only where something is to be made
    from quizgen.build.make import make_project  # noqa: PLC0415 - it loads everything

    made, report, before = make_project(root, order)
    if made is None:
        return report
    records = {**_announced(made, before.stamp), **made.records}
    changed, problems = write_files(root, records, made.outputs, lambda: _check_overtaken(root, inputs, made.records))
    if not problems:
        gone, problems = _remove_stale(root, order, made, before.stamp)
        stamp = _stamp_of(order, made, report, before, gone)
        if not problems and _can_be_relied_on(order, report):
            stamp = complete_stamp(root, stamp, inputs, made.records, made.pictures)
        problems += write_files(root, {}, {STAMP_FILE: stamp_bytes(stamp)})[1]
    changed = tuple(path for path in changed if path != STAMP_FILE)
    return replace(report, problems=sorted_problems((*report.problems, *problems)), changed_files=changed)


def _check_overtaken(root: Path, inputs: Inputs, records: Iterable[str]) -> tuple[Problem, ...]:
    """Report each record that is not as this build has read it."""
    return tuple(
        Problem(
            code="QZ902",
            message=f"`{path}` was changed by something else while this build ran",
            place=Place(path),
            note="to write it now would undo that change",
            hint="run `quizgen build` again",
        )
        for path in sorted(inputs.changed_since(root) & set(records))
    )


def _announced(made: Made, last: Stamp) -> dict[str, bytes]:
    """Name new outputs in the stamp before they are there: else, cut off now, no build would ever remove them.

    Nor is the ledger vouched for while packages are later than the last stamp knows.
    """
    if not set(made.outputs) - set(last.outputs) and LEDGER_FILE not in made.records:
        return {}
    outputs = tuple(sorted({*last.outputs, *made.outputs}))
    return {STAMP_FILE: stamp_bytes(replace(last, inputs="", ledger="", outputs=outputs))}


def _remove_stale(root: Path, order: Order, made: Made, last: Stamp) -> tuple[set[str], tuple[Problem, ...]]:
    """Remove what is made no more; returns what is gone."""
    left_out = [path for path in last.outputs if path not in made.outputs and _is_output(path)]
    stale = [path for path in left_out if not order.decks or _twin(path) in made.outputs]
    problems = remove_files(root, stale)
    return {path for path in stale if not os.path.lexists(root / path)}, problems


def _twin(path: str) -> str:
    """Return the page that a PDF was printed from: without --pdf, an older print of it is removed."""
    return f"{path.removesuffix('.pdf')}.html" if path.endswith(".pdf") else ""


def _is_output(path: str) -> bool:
    return path.startswith(f"{BUILD_FOLDER}/") and ".." not in path.split("/")


def _stamp_of(order: Order, made: Made, report: BuildReport, before: Before, gone: set[str]) -> Stamp:
    last, ledger = before.stamp, made.records.get(LEDGER_FILE)
    # of the decks that were left out, nobody has looked whether their packages are later
    is_known = before.is_in_step or not order.decks
    digest = before.ledger_digest if ledger is None else content_digest(ledger).hex()
    return Stamp(
        ledger=digest if is_known else "",
        outputs=tuple(sorted({*last.outputs, *made.outputs} - gone)),
        pictures=tuple(made.pictures),
        codes={**last.codes, **made.codes} if order.decks else dict(made.codes),
        outdated=tuple(item.key for item in report.outdated),
        remarks=tuple(remark for remark in report.problems if remark.code not in _TOLD_ONCE),
    )


def _can_be_relied_on(order: Order, report: BuildReport) -> bool:
    return not order.decks and not any(remark.code in _OF_THE_CLOCK for remark in report.problems)
