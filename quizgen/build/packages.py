"""Packages in the recipe: plan the notes, render them, date them by the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizgen.build.identities import identities_of
from quizgen.build.ledgers import enter, mod_of
from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.ledger import Ledger
from quizgen.model.media import MediaFile
from quizgen.model.notes import DeckEntry, NoteType, Package, PlannedPackage, RenderedNote
from quizgen.model.project import DeckSpec, Project
from quizgen.planning.ledger import type_subject
from quizgen.planning.notes import plan_package
from quizgen.rendering.cards import render_deck, render_note_types, render_notes
from quizgen.rendering.environment import Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """All packages of a build before they are dated."""

    namespace: str
    """Of the project."""
    plans: Mapping[str, PlannedPackage]
    """By the deck spec's id."""
    notes: Mapping[str, RenderedNote]
    """By guid: a note of a bundle is the same as in its single deck, but for its turn."""
    note_types: tuple[NoteType, ...]
    decks: Mapping[str, tuple[DeckEntry, ...]]
    """The decks of each package, by the deck spec's id."""
    images: Mapping[str, MediaFile]


def render_packages(
    project: Project,
    bank: Bank,
    chosen: Iterable[tuple[DeckSpec, Sequence[tuple[DeckSpec, Sequence[Fact]]]]],
    environment: Templates,
    images: Mapping[str, MediaFile],
) -> tuple[Rendered, tuple[Problem, ...]]:
    """Plan and render the packages of deck specs that ask for one; each comes with the decks that it would hold."""
    problems: list[Problem] = []
    plans: dict[str, PlannedPackage] = {}
    for spec, homes in chosen:
        if spec.anki is not None or spec.bundle:
            plans[spec.id], found = plan_package(project, spec, homes)
            problems += found
    kinds = {planned.kind: planned for plan in plans.values() for planned in plan.note_types}
    note_types, found = render_note_types(environment, project, kinds.values())
    names = {file: image.name for file, image in images.items()}
    each_once = {note.guid: note for plan in reversed(plans.values()) for note in plan.notes}
    made = render_notes(each_once.values(), bank, names, project.words)
    notes = {rendered.note.guid: rendered for rendered in made}
    rendered = Rendered(
        namespace=project.namespace,
        plans=plans,
        notes=notes,
        note_types=note_types,
        decks={id_: tuple(render_deck(deck, project, bank) for deck in plan.decks) for id_, plan in plans.items()},
        images=images,
    )
    return rendered, (*problems, *found)


def date_packages(rendered: Rendered, ledger: Ledger, now: int) -> tuple[dict[str, Package], Ledger]:
    """Date everything by the ledger. Returns the packages by deck spec, and the ledger as it must then be."""
    kinds = [note_type.planned for note_type in rendered.note_types]
    identities = identities_of(rendered.namespace, kinds, [plan.spec for plan in rendered.plans.values()])
    after = enter(ledger, rendered.notes.values(), rendered.note_types, identities, now)
    packages = {
        id_: Package(
            decks=rendered.decks[id_],
            note_types=_dated_types(rendered.note_types, plan, after),
            notes=_dated_notes(rendered, plan, after),
            media=_media(plan, rendered.images),
        )
        for id_, plan in rendered.plans.items()
    }
    return packages, after


def _dated_types(
    note_types: Sequence[NoteType], plan: PlannedPackage, ledger: Ledger
) -> tuple[tuple[NoteType, int], ...]:
    kinds = {planned.kind for planned in plan.note_types}
    return tuple((each, mod_of(ledger, type_subject(each))) for each in note_types if each.planned.kind in kinds)


def _dated_notes(rendered: Rendered, plan: PlannedPackage, ledger: Ledger) -> tuple[tuple[RenderedNote, int], ...]:
    """Give each note of a package its fields and its time; its turn among the new cards is the package's own."""
    notes = [(note, rendered.notes[note.guid], mod_of(ledger, note.subject)) for note in plan.notes]
    return tuple([(each if each.note is note else RenderedNote(note, each.fields), mod) for note, each, mod in notes])


def _media(plan: PlannedPackage, images: Mapping[str, MediaFile]) -> tuple[MediaFile, ...]:
    """Return the pictures that a package shows, by name; two files with one content are one picture."""
    shown = {note.fact.image.file for note in plan.notes if note.fact.image is not None}
    media = {images[file].name: images[file] for file in sorted(shown)}
    return tuple(media[name] for name in sorted(media))
