"""What students will see, in the recipe: each package against an older one, or against the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from quizgen.build.ledgers import YEAR_2100
from quizgen.diagnostics.problem import Problem
from quizgen.model.changes import PackageChanges
from quizgen.model.ledger import Ledger
from quizgen.model.notes import Package, RenderedNote
from quizgen.model.project import DeckSpec
from quizgen.model.shipped import ShippedPackage
from quizgen.planning.changes import plan_changes, plan_changes_by_ledger
from quizgen.reading.inside import is_file_inside
from quizgen.reading.package import read_package


def changes_since_build(
    folder: Path, specs: Sequence[DeckSpec], packages: Mapping[str, Package], ledger: Ledger
) -> tuple[PackageChanges, ...]:
    """Compare each package with the one of its name in ``build/``; without one, with the ledger alone."""
    changes, everywhere = [], _guids(packages.values())
    for spec in (spec for spec in specs if spec.id in packages):
        title, package, file = str(spec.title), packages[spec.id], folder / f"{spec.id}.apkg"
        is_there = is_file_inside(folder.parent, f"{folder.name}/{file.name}")
        shipped = _read_changed(file, package) if is_there else None
        if shipped is None:
            changes.append(plan_changes_by_ledger(title, package, ledger))
        else:
            changes.append(plan_changes(title, package, shipped, everywhere))
    return tuple(changes)


def read_witnesses(
    folder: Path, ids: Iterable[str], notes: Iterable[RenderedNote], ledger: Ledger
) -> Iterator[ShippedPackage]:
    """Read the packages in ``build/`` of these deck specs, with what differs in time from what the ledger says.

    One of a clock that was wrong by decades is none of ours, and would spoil the ledger for good.
    """
    subjects = {rendered.note.guid: rendered.note.subject for rendered in notes}
    latest = {guid: ledger.latest(subject) for guid, subject in subjects.items()}
    today = {guid: entry.mod for guid, entry in latest.items() if entry is not None}
    for id_ in ids:
        if is_file_inside(folder.parent, f"{folder.name}/{id_}.apkg"):
            shipped, _ = read_package(folder / f"{id_}.apkg", today)
            if shipped is not None and max(shipped.mods.values(), default=0) < YEAR_2100:
                yield shipped


def changes_since_package(
    file: Path, specs: Sequence[DeckSpec], packages: Mapping[str, Package]
) -> tuple[tuple[PackageChanges, ...], tuple[Problem, ...]]:
    """Compare one older package with the one of today that shares most notes with it."""
    shipped, problems = read_package(file)
    candidates = [spec for spec in specs if spec.id in packages]
    if shipped is None or not candidates:
        return (), problems
    nearest = max(candidates, key=lambda spec: _likeness(packages[spec.id], shipped))
    return (plan_changes(str(nearest.title), packages[nearest.id], shipped, _guids(packages.values())),), ()


def _guids(packages: Iterable[Package]) -> set[str]:
    return {rendered.note.guid for package in packages for rendered, _ in package.notes}


def _read_changed(file: Path, package: Package) -> ShippedPackage | None:
    """Read an older package, and of its notes those that are updated now, or have left."""
    shipped, _ = read_package(file, {rendered.note.guid: mod for rendered, mod in package.notes})
    return shipped


def _likeness(package: Package, shipped: ShippedPackage) -> tuple[int, int]:
    """Count the notes that two packages share; of two with as many the smaller one is nearer."""
    shared = sum(rendered.note.guid in shipped.notes for rendered, _ in package.notes)
    return shared, -len(package.notes)
