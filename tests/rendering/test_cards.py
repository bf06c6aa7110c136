"""The fields of notes, the card templates, and what a deck says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from quizgen.model.bank import Bank
from quizgen.model.fact import Fact
from quizgen.model.note_schema import FIELDS
from quizgen.model.notes import NoteType, PlannedDeck
from quizgen.model.project import CardKind, DeckSpec
from quizgen.planning.notes import plan_note_type, plan_package
from quizgen.rendering.card_fields import topic_words
from quizgen.rendering.cards import render_deck, render_note_types, render_notes
from quizgen.rendering.environment import make_environment
from tests.support.facts import CLOZE, PROJECT, QUESTION, make_bank, make_deck, make_fact, make_source

Golden = Callable[[str, str], None]

FULL = make_fact(
    "delta-arms",
    topics=["river/delta-and-mouth"],
    claim="The delta had at least five arms.",
    question="How many arms did the *delta* have?",
    answer="at least five",
    cloze="The *delta* had {{c1::at least five}} arms.",
    certainty="alleged",
    explanation="An arm is a branch.\n\nThe survey counted H~2~O.",
    contrast=["delta-counted", "delta-old"],
    corrections=[("2026-03-14", "Until then this card said “four”."), ("2026-11-24", "The source says “at least”.")],
    image=("delta.png", "The delta\nfrom above", "Ada Brook, CC BY 4.0"),
)
COUNTED = make_fact("delta-counted", claim="Six arms were counted.", sources=["page"], certainty="judged")
OLD = make_fact("delta-old", claim="There are ten.", retired="Nobody says so.")
SOURCES = (
    make_source(url="https://rivers.example/survey", accessed="2026-05-03"),
    make_source("page", title="[On deltas]", title_short="a web page", as_of="../2022-03"),
)
BANK = make_bank(FULL, COUNTED, OLD, sources=SOURCES)
IMAGES = {"delta.png": "delta-0a1b2c.png"}


@pytest.mark.parametrize("kind", list(CardKind))
def test_a_note_in_full(kind: CardKind, golden: Golden) -> None:
    """Every field that a fact can fill."""
    fields = fields_of(FULL, kind)
    golden(f"card-{kind}-fields.txt", "".join(f"{name}: {fields[name]}\n" for name in FIELDS[kind]))


@pytest.mark.parametrize("kind", list(CardKind))
def test_the_card_templates(kind: CardKind, golden: Golden) -> None:
    """What Anki gets of the templates, whole."""
    (note_type,) = note_types([kind])
    golden(f"card-{kind}-front.html", note_type.front)
    golden(f"card-{kind}-back.html", note_type.back)


def test_the_smallest_fact_leaves_fields_empty() -> None:
    """Nothing is printed where nothing was written: no empty chip, no label without its text."""
    filled = {name for name, html in fields_of(make_fact(), QUESTION).items() if html}
    assert filled == {
        *("Question", "Answer", "Topic", "Attribution", "As of", "Source"),
        *("Language", "Direction", "Fact"),
    }


def test_a_note_depends_on_its_fact_and_not_on_the_deck() -> None:
    """The same fact in another deck is the same note: else two decks would overwrite each other's."""
    one = fields_of(FULL, QUESTION, make_deck())
    assert fields_of(FULL, QUESTION, make_deck("other", title="Other", deck="Other", cards=[QUESTION])) == one


def test_a_set_answer_is_a_list() -> None:
    """With a word over it where not all members are asked for."""
    some = fields_of(make_fact(answer=["<a>", "b", "c"], enough=2), QUESTION)["Answer"]
    assert some == '<div class="label">any 2 of these</div><ul><li>&lt;a&gt;</li><li>b</li><li>c</li></ul>'
    assert fields_of(make_fact(answer=["a", "b"]), QUESTION)["Answer"] == "<ul><li>a</li><li>b</li></ul>"


def test_a_retired_fact_says_so_and_what_to_do() -> None:
    """The notice and the label over the answer, in full."""
    retired = make_fact(retired="It was *wrong*.", retired_on="2026-02-02", replaced_by="river-length-2")
    fields = fields_of(retired, QUESTION)
    assert fields["Former answer"] == "Former answer, withdrawn"
    assert fields["Retired"] == (
        "<b>Retired 2\u00a0February 2026. Do not study this card.</b> It was <em>wrong</em>. "
        "The card river-length-2 takes its place. You may suspend or delete it."
    )
    undated = fields_of(make_fact(retired="Wrong."), QUESTION)["Retired"]
    assert undated.startswith("<b>Retired. Do not study this card.</b> Wrong. You may")


def test_several_sources_are_a_list() -> None:
    """Each citation is a line of its own."""
    source = fields_of(make_fact(sources=["survey-2020", "page"], locator=None), QUESTION)["Source"]
    assert source.startswith("<b>Sources</b> <ul><li>“A Survey of Rivers.”")
    assert source.count("<li>") == 2


@pytest.mark.parametrize(
    ("lang", "direction", "certainty", "source"),
    [
        ("kk-Cyrl", "ltr", "мәлімделген", "Дереккөз"),
        ("ru", "ltr", "утверждается", "Источник"),
        ("ar", "rtl", "alleged", "Source"),
    ],
)
def test_fixed_words_follow_the_language_of_the_fact(lang: str, direction: str, certainty: str, source: str) -> None:
    """Also the direction of writing; where we have no words yet, they are English."""
    fields = fields_of(make_fact(lang=lang, certainty="alleged"), QUESTION)
    assert (fields["Language"], fields["Direction"]) == (lang, direction)
    assert fields["Certainty"] == f'<span class="certainty alleged">{certainty}</span>'
    assert fields["Source"].startswith(f"<b>{source}</b>")


def test_a_hostile_fact_is_text_in_every_field() -> None:
    """No tag, command or template of a fact gets through, wherever the curator wrote it."""
    bad = '<img src=x onerror="x()"> {{Answer}} {% x %} [latex]x[/latex] [sound:x.mp3] \\(x\\)'
    fact = make_fact(
        question=bad,
        answer=[bad, bad],
        explanation=bad,
        locator=bad,
        corrections=[("2026", bad)],
        retired=bad,
        replaced_by=bad,
        image=("x.png", bad, bad),
        lang="en",
        contrast=["other"],
    )
    source = make_source(title=bad, title_short=bad, author=[bad], publisher=bad, url=bad)
    bank = make_bank(fact, make_fact("other", claim=bad), sources=[source])
    for name, html in fields_of(fact, QUESTION, bank=bank, images={"x.png": "x.png"}).items():
        without_ours = re.sub(r"</?(?:b|p|ul|li|span|figure|figcaption)(?: class=\"[a-z ]+\")?>", "", html)
        without_ours = re.sub(r'<img src="x\.png" alt="[^"<>]*">', lambda match: match[0][1:-1], without_ours)
        assert not re.search(r"[<\[\]{}\\]", without_ours), name
    assert unescape(fields_of(make_fact(question=bad), QUESTION)["Question"]) == bad


def test_topics_are_words() -> None:
    """A path reads as its levels."""
    assert topic_words("media/state-owned-media") == "Media · State owned media"


def test_every_template_keeps_its_promises() -> None:
    """Both sides name language and direction, keep MathJax out and run no script."""
    for note_type in note_types([QUESTION, CLOZE]):
        for side in (note_type.front, note_type.back):
            assert 'lang="{{Language}}" dir="{{Direction}}"' in side
            assert 'class="fact mathjax_ignore tex2jax_ignore' in side
            assert "<script" not in side
            assert "FrontSide" not in side


def test_the_style_knows_both_names_of_the_night() -> None:
    """Anki's apps call it by two names; the reader's system has no say."""
    css = note_types([QUESTION])[0].css
    assert ".card.nightMode, .card.night_mode" in css
    assert "prefers-color-scheme" not in css
    assert "url(" not in css


@pytest.mark.parametrize(
    ("name", "template", "code", "message"),
    [
        ("question-front.html", "{{Question}} {{nosuch}}", "QZ504", "there is no field `nosuch` in the note type"),
        ("question-front.html", "{{text:Question}}", "QZ505", "the template shows no `{{Question}}`"),
        ("cloze-back.html", "{{Text}}", "QZ505", "the template shows no `{{cloze:Text}}`"),
        ("question-back.html", "{{#Topic}}x", "QZ506", "the section `Topic` is not opened and closed in pairs"),
        (
            "question-back.html",
            "{{#Topic}}{{/Answer}}",
            "QZ506",
            "the section `Answer` is not opened and closed in pairs",
        ),
        ("question-back.html", "<% if %>", "QZ500", "the template has an error: expected an expression"),
    ],
)
def test_a_projects_own_template_is_checked(tmp_path: Path, name: str, template: str, code: str, message: str) -> None:
    """What Anki would only say on the card, when the student has it, is said at the build."""
    (tmp_path / "anki").mkdir()
    (tmp_path / "anki" / name).write_text(template, encoding="utf-8")
    planned = [plan_note_type(PROJECT.namespace, kind) for kind in CardKind]
    _, (problem,) = render_note_types(make_environment(tmp_path), PROJECT, planned)
    assert (problem.code, problem.place.document) == (code, f"templates/anki/{name}")
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "template", "code", "line"),
    [
        ("card.css", ".a {}\n<% nosuch %>", "QZ500", 2),
        ("chips.html", "\n<# {{nothing}} #>\n{{nosuch}} {{nosuch}}", "QZ504", 3),
        ("chips.html", "\n{{^As of}}", "QZ506", 2),
        ("chips.html", "\n<< nosuch >>", "QZ501", 2),
    ],
)
def test_a_mistake_that_all_cards_share_is_told_once(
    tmp_path: Path, name: str, template: str, code: str, line: int
) -> None:
    """At its line in the file that it stands in, not at each of the cards that include it."""
    (tmp_path / "anki").mkdir()
    (tmp_path / "anki" / name).write_text(template, encoding="utf-8")
    planned = [plan_note_type(PROJECT.namespace, kind) for kind in CardKind]
    _, (problem,) = render_note_types(make_environment(tmp_path), PROJECT, planned)
    assert (problem.code, problem.place.document, problem.place.line) == (code, f"templates/anki/{name}", line)


def test_a_field_of_the_other_kind_is_no_field_of_this_one(tmp_path: Path) -> None:
    """A cloze has no `Answer`: what both kinds include must do without it."""
    (tmp_path / "anki").mkdir()
    (tmp_path / "anki" / "chips.html").write_text("{{Answer}}", encoding="utf-8")
    planned = [plan_note_type(PROJECT.namespace, CLOZE)]
    _, problems = render_note_types(make_environment(tmp_path), PROJECT, planned)
    assert {(problem.code, problem.message) for problem in problems} == {
        ("QZ504", "there is no field `Answer` in the note type")
    }


def test_a_deck_tells_licence_version_contact_and_sources() -> None:
    """As text: the description is HTML to Anki."""
    project = PROJECT
    deck = PlannedDeck(name="Rivers", id=1, title="Rivers & <lakes>", facts=(make_fact(), make_fact("b")))
    assert render_deck(deck, project, BANK).description_html == (
        "Rivers &amp; &lt;lakes&gt;<br>\nLicence: CC BY-SA 4.0<br>\nVersion: 1.2<br>\nContact: rivers@example.org"
        "<br>\n<br>\nSources:<br>\n“A Survey of Rivers.” River House, 2021."
    )
    retired = PlannedDeck(name="Rivers::Retired", id=2, title="Rivers", facts=(make_fact(),), is_retired=True)
    assert "Cards that were withdrawn. Do not study them" in render_deck(retired, project, BANK).description_html


def fields_of(
    fact: Fact,
    kind: CardKind,
    spec: DeckSpec | None = None,
    *,
    bank: Bank = BANK,
    images: dict[str, str] = IMAGES,
) -> dict[str, str]:
    """Render a fact's note of one kind, and return its fields by name."""
    spec = spec or make_deck()
    package, _ = plan_package(PROJECT, spec, [(spec, [fact])])
    (note,) = (note for note in package.notes if note.kind is kind)
    (rendered,) = render_notes([note], bank, images)
    return dict(zip(FIELDS[kind], rendered.fields, strict=True))


def note_types(kinds: list[CardKind]) -> tuple[NoteType, ...]:
    """Render note types from the built-in templates."""
    planned = [plan_note_type(PROJECT.namespace, kind) for kind in kinds]
    rendered, problems = render_note_types(make_environment(None), PROJECT, planned)
    assert problems == ()
    return rendered
