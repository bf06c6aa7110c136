"""What students will see, in the recipe: each package against an older one, or against the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from quizgen.diagnostics.problem import Problem
from quizgen.model.changes import PackageChanges
from quizgen.model.ledger import Ledger
from quizgen.model.notes import Package
from quizgen.model.project import DeckSpec
from quizgen.model.shipped import ShippedPackage
from quizgen.planning.changes import plan_changes, plan_changes_by_ledger
from quizgen.reading.inside import is_file_inside
from quizgen.reading.package import read_package


def changes_since_build(
    folder: Path, specs: Sequence[DeckSpec], packages: Mapping[str, Package], ledger: Ledger
) -> tuple[PackageChanges, ...]:
    """Compare each package with the one of its name in ``build/``; without one, with the ledger alone."""
    changes = []
    for spec in (spec for spec in specs if spec.id in packages):
        title, package, file = str(spec.title), packages[spec.id], folder / f"{spec.id}.apkg"
        is_there = is_file_inside(folder.parent, f"{folder.name}/{file.name}")
        shipped = _read_changed(file, package) if is_there else None
        if shipped is None:
            changes.append(plan_changes_by_ledger(title, package, ledger))
        else:
            changes.append(plan_changes(title, package, shipped))
    return tuple(changes)


def changes_since_package(
    file: Path, specs: Sequence[DeckSpec], packages: Mapping[str, Package]
) -> tuple[tuple[PackageChanges, ...], tuple[Problem, ...]]:
    """Compare one older package with the one of today that shares most notes with it."""
    shipped, problems = read_package(file)
    candidates = [spec for spec in specs if spec.id in packages]
    if shipped is None or not candidates:
        return (), problems
    nearest = max(candidates, key=lambda spec: _likeness(packages[spec.id], shipped))
    return (plan_changes(str(nearest.title), packages[nearest.id], shipped),), ()


def _read_changed(file: Path, package: Package) -> ShippedPackage | None:
    """Read an older package, and of its notes those that are updated now, or have left."""
    shipped, _ = read_package(file, {rendered.note.guid: mod for rendered, mod in package.notes})
    return shipped


def _likeness(package: Package, shipped: ShippedPackage) -> tuple[int, int]:
    """Count the notes that two packages share; of two with as many the smaller one is nearer."""
    shared = sum(rendered.note.guid in shipped.notes for rendered, _ in package.notes)
    return shared, -len(package.notes)
