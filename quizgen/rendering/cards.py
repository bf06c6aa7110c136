"""Notes, note types and decks as Anki gets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinja2 import Environment
from markupsafe import Markup, escape

from quizgen.diagnostics.problem import Problem
from quizgen.model.bank import Bank
from quizgen.model.fact import Citation
from quizgen.model.notes import DeckEntry, Note, NoteType, PlannedDeck, PlannedNoteType, RenderedNote
from quizgen.model.project import Project
from quizgen.model.words import OwnWords
from quizgen.rendering.anki_templates import check_card_template, check_template_files
from quizgen.rendering.card_fields import CardFields
from quizgen.rendering.citations import reference
from quizgen.rendering.environment import for_anki, render_template
from quizgen.rendering.languages import language_with
from quizgen.rendering.words import words_of


def render_notes(
    notes: Iterable[Note], bank: Bank, image_names: Mapping[str, str], own_words: Sequence[OwnWords] = ()
) -> Iterator[RenderedNote]:
    """Render the fields of notes; ``image_names`` maps a picture's file to its name in the package."""
    fields = CardFields(bank, image_names, own_words)
    return (RenderedNote(note, fields.of(note)) for note in notes)


def render_note_types(
    environment: Environment, project: Project, planned: Iterable[PlannedNoteType]
) -> tuple[tuple[NoteType, ...], tuple[Problem, ...]]:
    """Render the card templates and the style of note types; those that fail are left out."""
    environment = for_anki(environment)
    note_types: list[NoteType] = []
    problems: list[Problem] = list(check_template_files(environment))
    for each in planned:
        note_type, its_problems = _render_note_type(environment, project, each)
        note_types += [note_type] if note_type else []
        problems += its_problems
    return tuple(note_types), tuple(dict.fromkeys(problems))


def render_deck(deck: PlannedDeck, project: Project, bank: Bank) -> DeckEntry:
    """Render a deck's description: what it is, its licence, version and contact, and its sources."""
    lang = language_with(project.language, project.words)
    words = words_of(lang)
    about = [deck.title, words.retired_deck] if deck.is_retired else [deck.title]
    named = ((words.licence, project.licence), (words.version, project.version), (words.contact, project.contact))
    about += [f"{name}: {value}" for name, value in named if value]
    lines = [*about, "", f"{words.sources}:", *_source_lines(deck, bank, lang)]
    return DeckEntry(name=deck.name, id=deck.id, description_html=Markup("<br>\n").join(map(escape, lines)))


def _render_note_type(
    environment: Environment, project: Project, planned: PlannedNoteType
) -> tuple[NoteType | None, tuple[Problem, ...]]:
    names = {
        "front": f"anki/{planned.kind}-front.html",
        "back": f"anki/{planned.kind}-back.html",
        "css": "anki/card.css",
    }
    rendered = {part: render_template(environment, name, {}) for part, name in names.items()}
    problems = [problem for _, its_problems in rendered.values() for problem in its_problems]
    texts = {part: text for part, (text, _) in rendered.items() if text is not None}
    for part in texts.keys() - {"css"}:
        problems += check_card_template(names[part], texts[part], planned.kind, is_front=part == "front")
    if problems:
        return None, tuple(problems)
    return NoteType(planned=planned, name=f"{project.title} ({planned.kind})", **texts), ()


def _source_lines(deck: PlannedDeck, bank: Bank, lang: str) -> list[str]:
    cited = dict.fromkeys(citation.source for fact in deck.facts for citation in fact.citations)
    return [reference(bank, Citation(source=source), lang).text for source in cited]
