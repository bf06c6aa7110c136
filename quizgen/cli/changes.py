"""Changes in the curator's words: which facts, what in them, and what students will see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os.path import commonprefix
from typing import TYPE_CHECKING

from quizgen.cli.shared import count

if TYPE_CHECKING:
    from quizgen.build.report import BuildReport
    from quizgen.model.changes import FieldChange, FormChanges, NoteChange, OutdatedItem, PackageChanges

_FIELDS = {
    "Question": "question",
    "Answer": "answer",
    "Text": "cloze",
    "Topic": "topic",
    "Attribution": "source's name",
    "Certainty": "certainty",
    "As of": "as of",
    "Correction": "correction",
    "Explanation": "explanation",
    "Compare": "contrast",
    "Image": "image",
    "Source": "citation",
    "Retired": "retired",
    "Former answer": "retired",
    "Language": "language",
    "Direction": "language",
    "Fact": "id",
    "Tags": "topics",
}
_LONGEST = 60
"""Letters of a text that are shown."""
_SHOWN_BEFORE = 24
"""Letters of what two texts share that are shown before the place where they part."""
_MOST_NAMED = 4


def change_lines(changes: Sequence[PackageChanges], *, detailed: bool) -> Iterator[str]:
    """Say first what happened to facts, then what a student sees of each deck in which something changed."""
    updated, new = _updated_facts(changes), _new_facts(changes)
    retired = [fact for fact, notes in updated.items() if any(note.retired for note in notes)]
    edited = [fact for fact in updated if fact not in retired]
    left = sorted({fact for change in changes for fact in change.left})
    away = sorted({fact for change in changes for fact in change.moved})
    kinds = (
        ("edited", edited),
        ("new", new),
        ("retired", retired),
        ("moved to another package", away),
        ("no longer shipped", left),
    )
    for title, facts in kinds:
        if facts:
            yield f"{count(len(facts), 'fact')} {title}:" + ("" if detailed else f" {_named(facts)}")
            for fact in facts if detailed else ():
                yield f"  {fact}"
                yield from (f"    {line}" for line in _field_lines(updated.get(fact, ())))
    yield from _skipped_lines(sorted({fact for change in changes for fact in change.skipped}), detailed=detailed)
    touched = [change for change in changes if _says_something(change)]
    yield from map(_deck_line, touched)
    if not touched:
        yield "Students who import see nothing new."


def form_lines(report: BuildReport) -> Iterator[str]:
    """Say which forms changed, and which printed ones are out of date now that were not before."""
    yield from map(_form_line, report.form_changes)
    for reason in dict.fromkeys(reason for change in report.form_changes for reason in change.reasons):
        yield f"  {reason}"
    yield from _outdated_lines(item for item in report.outdated if item.key not in report.known_outdated)


def as_data(report: BuildReport) -> dict[str, object]:
    """Return everything that changes as plain data, for programs."""
    return {"decks": _decks(report.changes), "forms": _forms(report.form_changes), "out_of_date": _outdated(report)}


def _decks(changes: Iterable[PackageChanges]) -> list[dict[str, object]]:
    return [
        {
            "deck": change.deck,
            "counts": {"updated": len(change.updated), "new": len(change.new), "unchanged": change.unchanged},
            "new": [{"fact": fact, "card": kind} for fact, kind in change.new],
            "updated": [
                {
                    "fact": note.fact,
                    "card": note.kind,
                    "retired": note.retired,
                    "fields": [{"field": _word(f), "before": f.before, "after": f.after} for f in note.fields],
                }
                for note in change.updated
            ],
            "no_longer_shipped": list(change.left),
            "moved_to_another_package": list(change.moved),
            "skipped": list(change.skipped),
            "new_look": change.new_look,
        }
        for change in changes
    ]


def _forms(changes: Iterable[FormChanges]) -> list[dict[str, object]]:
    return [
        {
            "quiz": change.quiz,
            "form": change.letter,
            "code": change.code,
            "edited": list(change.edited),
            "new": list(change.new),
            "left_out": list(change.left),
            "reasons": list(change.reasons),
        }
        for change in changes
    ]


def _outdated(report: BuildReport) -> list[dict[str, object]]:
    """Return the items of printed forms that are out of date now and were not before."""
    items = (item for item in report.outdated if item.key not in report.known_outdated)
    return [{"code": item.code, "item": item.number, "fact": item.fact, "what": item.what} for item in items]


def _skipped_lines(facts: Sequence[str], *, detailed: bool) -> Iterator[str]:
    """Say which facts a student of that package would not get, although they read otherwise."""
    if facts:
        yield f"{count(len(facts), 'fact')} edited that Anki will skip:" + ("" if detailed else f" {_named(facts)}")
        yield from (f"  {fact}" for fact in facts if detailed)
        yield "  that package dates them no earlier: if `git revert` took the ledger back, fetch the later one, build"


def _says_something(change: PackageChanges) -> bool:
    return bool(change.new or change.updated or change.left or change.moved or change.new_look)


def _form_line(change: FormChanges) -> str:
    parts = [
        f"{'items' if len(numbers) > 1 else 'item'} {', '.join(map(str, numbers))} {what}"
        for numbers, what in ((change.edited, "edited"), (change.new, "new"))
        if numbers
    ]
    parts += [f"{count(len(change.left), 'item')} left out"] if change.left else []
    return f"{change.quiz}: form {change.letter}: {'; '.join(parts) or 'printed otherwise'} (now {change.code})"


def _outdated_lines(outdated: Iterable[OutdatedItem]) -> Iterator[str]:
    """Say of each printed form which of its items are out of date."""
    by_form: dict[str, list[OutdatedItem]] = {}
    for item in outdated:
        by_form.setdefault(item.code, []).append(item)
    for code, items in by_form.items():
        named = ", ".join(f"{item.number} ({item.fact} {item.what})" for item in items)
        yield f"printed form {code} is out of date at {named}; its own key: quizgen key {code}"


def _deck_line(change: PackageChanges) -> str:
    look = "; the cards get a new look" if change.new_look else ""
    counts = f"{len(change.updated)} updated, {len(change.new)} new, {change.unchanged} unchanged"
    return f"{change.deck}: students see {counts}{look}"


def _updated_facts(changes: Iterable[PackageChanges]) -> dict[str, list[NoteChange]]:
    """Gather updated notes by fact; a note that is in a bundle as well is taken once."""
    facts: dict[str, dict[str, NoteChange]] = {}
    for change in changes:
        for note in change.updated:
            facts.setdefault(note.fact, {}).setdefault(note.kind, note)
    return {fact: list(notes.values()) for fact, notes in sorted(facts.items())}


def _new_facts(changes: Iterable[PackageChanges]) -> list[str]:
    """List the facts all of whose notes are new."""
    updated = {note.fact for change in changes for note in change.updated}
    return sorted({fact for change in changes for fact, _ in change.new} - updated)


def _field_lines(notes: Iterable[NoteChange]) -> Iterator[str]:
    seen: dict[str, FieldChange] = {}
    for field in (field for note in notes for field in note.fields):
        seen.setdefault(_word(field), field)
    for word, field in seen.items():
        before, after = _where_they_part(field.before, field.after)
        yield f"{word}: {before or '(nothing)'} → {after or '(nothing)'}"


def _word(field: FieldChange) -> str:
    return _FIELDS.get(field.field, field.field.lower())


def _where_they_part(before: str, after: str) -> tuple[str, str]:
    """Cut two long texts so that what differs is seen: from a few words before it."""
    shared = len(commonprefix([before, after]))  # noqa: RUF071 - letter by letter is what is meant
    start = before.rfind(" ", 0, max(shared - _SHOWN_BEFORE, 0)) + 1 if shared > _SHOWN_BEFORE else 0
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    head = "…" if start else ""
    rest = text[start:]
    return head + (rest if len(rest) <= _LONGEST else rest[: _LONGEST - 1] + "…")


def _named(facts: Sequence[str]) -> str:
    more = f" and {len(facts) - _MOST_NAMED} more" if len(facts) > _MOST_NAMED else ""
    return ", ".join(facts[:_MOST_NAMED]) + more
