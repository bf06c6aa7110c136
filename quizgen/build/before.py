"""What earlier builds left: the ledger, the archive of printed forms, and the stamp of the last build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.build.inputs import content_digest
from quizgen.build.ledgers import load_ledger
from quizgen.build.report import Order
from quizgen.build.stamp import Stamp, read_stamp
from quizgen.diagnostics.problem import Problem
from quizgen.model.archive import ArchivedForm
from quizgen.model.ledger import Ledger
from quizgen.reading.archive import read_archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The state that a build begins with."""

    ledger: Ledger
    archive: Mapping[str, ArchivedForm]
    """Printed forms by code."""
    stamp: Stamp
    ledger_digest: str
    """A hash of the ledger's text, see ``Stamp``."""

    @property
    def is_in_step(self) -> bool:
        """Whether the ledger is as the last build left it, so that no package in ``build/`` can be later."""
        return self.ledger_digest == self.stamp.ledger


def read_before(root: Path, order: Order) -> tuple[Before, tuple[Problem, ...], str]:
    """Read what earlier builds left. Last comes the ledger's text, for excerpts."""
    ledger, ledger_problems, text = load_ledger(root, order)
    archive, archive_problems = read_archive(root)
    stamp, stamp_problems = read_stamp(root)
    before = Before(ledger=ledger, archive=archive, stamp=stamp, ledger_digest=content_digest(text.encode()).hex())
    return before, (*ledger_problems, *archive_problems, *stamp_problems), text
