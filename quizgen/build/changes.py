"""What students will see, in the recipe: each package against the one in ``build/``, else against the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from quizgen.model.changes import PackageChanges
from quizgen.model.ledger import Ledger
from quizgen.model.notes import Package
from quizgen.model.project import DeckSpec
from quizgen.planning.changes import plan_changes, plan_changes_by_ledger
from quizgen.reading.package import read_package


def baseline_changes(
    folder: Path, specs: Iterable[DeckSpec], packages: Mapping[str, Package], ledger: Ledger
) -> tuple[PackageChanges, ...]:
    """Compare each package with the one of the same name in a folder; without one, with the ledger alone."""
    changes = []
    for spec in specs:
        if spec.id not in packages:
            continue
        file = folder / f"{spec.id}.apkg"
        shipped = read_package(file)[0] if file.is_file() else None
        title, package = str(spec.title), packages[spec.id]
        if shipped is None:
            changes.append(plan_changes_by_ledger(title, package, ledger))
        else:
            changes.append(plan_changes(title, package, shipped))
    return tuple(changes)
