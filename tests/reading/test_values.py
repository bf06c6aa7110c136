"""What is read is what was written, and every text knows where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from quizgen.build.check import check_project
from quizgen.diagnostics.pages import page_of
from quizgen.diagnostics.problem import Place, Problem
from quizgen.model.edtf import Edtf
from quizgen.model.fact import AnswerType, Certainty, Distractor, Fact, Quantity
from quizgen.model.project import CardKind, ItemType, Paper
from quizgen.model.selection import Selection
from quizgen.model.source import Name
from quizgen.model.text import Text
from quizgen.reading.documents import Document
from quizgen.reading.facts import read_fact
from quizgen.reading.nodes import Mapping as Node
from quizgen.reading.parse import read_nodes
from tests.support.cases import read_cases
from tests.support.project import FACT, REPOSITORY, lay_out_project

CASES = Path(__file__).parent / "cases"


def project_of(case_file: str, title: str, folder: Path) -> Path:
    """Lay out the project of a case in the case files."""
    cases = read_cases((CASES / case_file).read_text(encoding="utf-8"))
    (case,) = (case for case in cases if case.title == title)
    return lay_out_project(folder, {name: content.decode() for name, content in case.files.items()})


def texts_in(value: object) -> Iterator[Text]:
    """Every text in a model, however deep."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)


def test_every_text_of_the_repository_knows_its_place() -> None:
    """A problem that is found late, in a plan or a template, still points at the curator's line."""
    report = check_project(REPOSITORY)
    texts = [text for text in texts_in((report.content.project, report.content.bank, report.content.specs)) if text]
    ids = {spec.id.place for spec in report.content.specs}
    one_line = [text for text in texts if text.width == len(text) and text.place not in ids]
    assert len(one_line) > 1000
    assert len(one_line) > 0.7 * len(texts)
    for text in one_line:
        line = report.texts[text.document].splitlines()[text.line - 1]
        assert line[text.column - 1 :][: text.width] == text


def test_a_full_fact(tmp_path: Path) -> None:
    """Each field of a fact goes where it belongs, as spelt."""
    project = project_of("facts.txt", "a fact of the smallest kind, and one with everything", tmp_path)
    small, fact, again, old = check_project(project).content.bank.facts
    assert (small.certainty, small.answer_type, small.distractors) == (Certainty.STATED, AnswerType.TEXT, None)
    assert fact.topics == ("river/depth", "length-and-depth/Tiefe/глубина")
    assert (fact.certainty, fact.voice, fact.sensitive) == (Certainty.INFERRED, "the fishers", False)
    assert (fact.when, fact.as_of) == (Edtf.parse("2019/2020"), Edtf.parse("2020-06"))
    assert [(one.source, one.locator, one.quote) for one in fact.citations] == [
        ("survey-2020", "page 3", "five metres or so")
    ]
    assert [(answer.text, answer.accept) for answer in fact.answers] == [("5 metres", ("5 m", "five metres"))]
    assert fact.distractors == (
        Distractor(text=Text("3 metres")),
        Distractor(text=Text("7 metres"), why=Text("That is the lake.")),
    )
    assert [(one.text, one.why) for one in fact.false_claims or ()] == [
        ("The river is 9 metres deep.", "By the fishers it is 5."),
        ("It is dry.", None),
    ]
    assert (fact.quantity.value, fact.quantity.unit, fact.quantity.tolerance) == ("5", "metre", "1")
    assert [(str(one.on.text), one.note) for one in fact.corrections] == [("2021-02-03", "It said 6 metres.")]
    assert fact.image is not None
    assert (fact.image.file, fact.lang, fact.renamed_from) == ("images/river.png", "en-GB", "river-depth")
    assert (again.claim, again.citations, again.certainty, again.voice) == (
        fact.claim,
        fact.citations,
        fact.certainty,
        fact.voice,
    )
    assert (again.cloze, again.distractors, again.corrections) == (None, None, ())
    assert old.retired is not None
    assert (old.retired.reason, old.retired.replaced_by) == ("Nobody knows.", "river-length")


def test_scalars_as_spelt(tmp_path: Path) -> None:
    """Nothing is taken for a truth value, a number, a time or a date."""
    (fact,) = check_project(
        project_of("answers.txt", "scalars are read as they are spelt", tmp_path)
    ).content.bank.facts
    assert fact.citations[0].locator == "12:30"
    assert fact.answers[0].text == "NO"
    assert fact.answers[0].accept == ("no", "1.10", "0x1F", "2014-01-01", "null", "~", "on")
    assert [one.text for one in fact.distractors or ()] == ["yes", "1e3", "012"]


def test_a_set_of_answers(tmp_path: Path) -> None:
    """Each member of a set has its own other spellings."""
    project = project_of("answers.txt", "a set of answers with other spellings", tmp_path)
    (fact,) = check_project(project).content.bank.facts
    assert (fact.answer_is_set, fact.enough) == (True, 2)
    assert [(answer.text, answer.accept) for answer in fact.answers] == [
        ("the Left Brook", ("left",)),
        ("the Right Brook", ()),
        ("the Mill Brook", ("mill", "the mill")),
    ]


def test_none_and_derive_none_is_not_nothing_written(tmp_path: Path) -> None:
    """An empty list of distractors is kept apart from no list."""
    project = project_of("facts.txt", "empty lists that mean: none, and derive none", tmp_path)
    (fact,) = check_project(project).content.bank.facts
    assert (fact.distractors, fact.false_claims) == ((), ())


def test_a_source_from_zotero(tmp_path: Path) -> None:
    """What citations print is taken from the CSL fields; all else is kept aside."""
    project = project_of("sources.txt", "Better BibTeX's CSL YAML, as Zotero exports it", tmp_path)
    source, atlas = check_project(project).content.bank.sources
    assert source.author == (
        Name(family="Brook", given="Ada N."),
        Name(family="van Gogh", given="Jan"),
        Name(literal="River Survey Office"),
    )
    assert source.editor == (Name(family="Lake Jr.", given="Mary"),)
    assert (source.title_short, source.container_title) == ("Rivers of the Steppe", "Journal of Running Water")
    assert (source.issued, source.accessed) == (Edtf.parse("1996-03"), Edtf.parse("2024-05-04"))
    assert (source.url, source.note) == (
        "https://rivers.example/survey?id=1#top",
        "Read on paper: the scan lacks page 7.",
    )
    assert (source.other["DOI"], source.other["volume"], source.other["page"]) == ("10.1234/jrw.1996.5", "54", "208–31")
    assert atlas.issued == Edtf.parse("2014-12-31/2015-01-01")


def test_csl_dates(tmp_path: Path) -> None:
    """Every shape in which programs write a date comes to the same EDTF."""
    project = project_of("dates.txt", "CSL dates in the shapes of all programs", tmp_path)
    issued = [source.issued for source in check_project(project).content.bank.sources]
    assert [date.text for date in issued if date] == [
        "2014", "2014-01-31", "2014-01/2015-02-03", "2014-01", "2014/2015-12-01", "2014-23", "2014-22~", "2014-01",
        "2014-01/2014-02", "2014-01-31", "-0044-03-15", "2014", "1996",
    ]  # fmt: skip


DECKS = {
    "decks/all.yaml": "title: All\nbundle: [rivers]\n",
    "decks/rivers.yaml": """\
title: Rivers
facts: {topics: [river], ids: [river-length], exclude: [], certainty: [stated], sources: [survey-2020]}
anki: {deck: "Water::Rivers"}
quizzes:
  - id: river-short
    title: Rivers
    seed: 7
    forms: 26
    paper: letter
    minutes: 20
    lang: ru
    sections:
      - {type: multiple_choice, count: 8, options: 5, points: 2}
      - {type: true_false, count: 4}
      - {type: short_answer, count: 4, lines: 2}
""",
}


def test_a_full_spec(tmp_path: Path) -> None:
    """Each field of a deck spec goes where it belongs."""
    report = check_project(lay_out_project(tmp_path, {"data/facts.yaml": FACT, **DECKS}))
    assert report.problems == ()
    bundle, spec = report.content.specs
    assert (bundle.id, bundle.bundle, bundle.anki) == ("all", ("rivers",), None)
    assert spec.facts == Selection(
        topics=(Text("river"),),
        ids=(Text("river-length"),),
        certainty=(Certainty.STATED,),
        sources=(Text("survey-2020"),),
    )
    assert spec.anki is not None
    assert (spec.anki.deck, spec.anki.cards) == ("Water::Rivers", (CardKind.QUESTION, CardKind.CLOZE))
    (quiz,) = spec.quizzes
    assert (quiz.seed, quiz.forms, quiz.paper, quiz.minutes, quiz.lang) == ("7", 26, Paper.LETTER, 20, "ru")
    assert [(one.type, one.count, one.options, one.points, one.lines) for one in quiz.sections] == [
        (ItemType.MULTIPLE_CHOICE, 8, 5, 2, None),
        (ItemType.TRUE_FALSE, 4, 4, 1, None),
        (ItemType.SHORT_ANSWER, 4, 4, 1, 2),
    ]
    assert quiz.sections[0].place.place == Place("decks/rivers.yaml", 13, 16, 15)


def test_the_page_of_unknown_fields_lists_the_fields_of_a_fact() -> None:
    """A curator who looks up which fields there are finds each of them, and none that does not exist."""
    paragraph = page_of("QZ020").body.split("A **fact** has")[1].split("A **source**")[0]
    listed = set(re.findall(r"`([a-z_]+)`", paragraph))
    problems: list[Problem] = []
    node, _, _ = read_nodes(Document("facts.yaml", "\n".join(f"{name}: x" for name in sorted(listed))))
    assert isinstance(node, Node)
    read_fact(node, problems)
    assert [problem.message for problem in problems if problem.code == "QZ020"] == []
    in_other_words = {"answers", "answer_is_set", "quantity", "retired"}
    assert set(Fact._fields) - in_other_words <= listed
    assert {field.name for field in fields(Quantity)} <= listed
