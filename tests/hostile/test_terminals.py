"""A terminal obeys nothing that stands in a project: no text of it, no name of its files, no line of its records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.project import FACT, lay_out_project, run_quizgen

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls of both kinds, and marks that change the order of a line; line breaks and tabs are ours."""

ESCAPES = {
    "colour": "\x1b[31;1mred",
    "clear": "\x1b[2J\x1b[H",
    "title": "\x1b]0;title\x07",
    "link": "\x1b]8;;https://canary.invalid\x1b\\link\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "device": "\x1bP+q544e\x1b\\",
    "C1": "\x9b31mred\x9d0;title\x9c",
    "back": "right\x08\x08\x08\x08\x08wrong",
    "return": "right\rwrong",
    "bell": "\x07",
    "delete": "\x7f\x7f",
    "bidi": "\u202edesrever\u2066x\u2069",
    "lines": "one\u2028two\u2029three\x85four",
    "tags": "\U000e0041\U000e0042",
}
DECK = """\
title: TITLE
facts: {topics: [river]}
anki: {deck: River}
quizzes:
  - {id: q, title: Q, sections: [{type: short_answer, count: 1}]}
"""
STYLES = ("full", "concise", "github", "json")
CLOZE_FACT = FACT + "    cloze: The river is {{c1::100 kilometres}} long.\n"


def test_problems_of_every_format(tmp_path: Path) -> None:
    """In texts, in names of fields, in ids and in the names of files; raw, and as escapes of YAML."""
    files: dict[str, str] = {}
    for name, escape in ESCAPES.items():
        quoted = json.dumps(escape)
        deck = f"title: x\nfacts: {{topics: [{quoted}]}}\nquizzes: [id: {quoted}]\n"
        files |= {
            f"data/{name}.yaml": f"facts:\n  - id: {quoted}\n    {quoted}: {quoted}\n    topics: [{quoted}]\n",
            f"data/{name}-raw.yaml": f"facts:\n  - id: raw\n    claim: {escape}\n",
            f"decks/{escape.replace('/', '')}.yaml": deck,
        }
    root = lay_out_project(tmp_path, files)
    for style in STYLES:
        said = list(said_by(root, ["check", "--format", style], ["build", "--format", style]))
        assert sum("QZ" in text for text in said) == 2
        assert [text for text in said if OBEYED.search(text)] == []


def test_a_build_that_goes_well(tmp_path: Path) -> None:
    """What is printed of titles, of old packages and of printed forms, of the command line and of the archive."""
    title = "\u202edesrever\u2066x"
    deck = DECK.replace("TITLE", title)
    root = lay_out_project(tmp_path, {"data/facts.yaml": CLOZE_FACT, "decks/deck.yaml": deck})
    said = list(said_by(root, ["build"], ["diff"], ["check", "--show-derived"]))
    (form,) = (root / "archive").glob("*.json")
    facts = CLOZE_FACT.replace("100 kilometres", f"{title} 90 kilometres")
    (root / "data" / "facts.yaml").write_text(facts, encoding="utf-8")
    hostile = json.loads(form.read_text(encoding="utf-8").replace("river-length", "\\u001b[31mriver"))
    form.with_name("\x1b[31m.json").write_text(json.dumps(hostile), encoding="utf-8")
    said += said_by(root, ["diff"], ["diff", "--json"], ["build"], ["key", "\x1b[31m"], ["key", "AAAA-AAAA"])
    said += said_by(root, ["build", "\x1b[31m"], ["import", "\x1b[31m.csv"], ["explain", "\x1b[31m"], ["\x1b[31m"])
    assert any("updated" in text for text in said)
    assert [text for text in said if OBEYED.search(text)] == []


def said_by(root: Path, *commands: list[str]) -> Iterator[str]:
    """Run commands, and yield what each writes to either stream."""
    for command in commands:
        done = run_quizgen(*command, cwd=root)
        assert "Traceback" not in done.stderr, done.stderr
        yield done.stdout
        yield done.stderr
