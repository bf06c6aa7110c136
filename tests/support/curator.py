"""A curator at work on a small project: facts as data, written to disk as YAML, and built at a time that is given.

What is written is JSON, item by item, which is YAML too: so a test edits dictionaries and no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizgen.build.project import build_project
from quizgen.build.report import BuildReport, Order
from quizgen.diagnostics.pages import has_errors, level_of
from quizgen.diagnostics.problem import Level, Problem
from tests.support.project import lay_out

Record = dict[str, Any]

SURVEY: Record = {
    "id": "survey-2020",
    "title": "A Survey of Rivers",
    "title-short": "the Survey of 2020",
    "as_of": "2020",
}
NAMESPACE = "riversriversrivers"
FIRST_DAY = 1_700_000_000
"""The time of a curator's first build."""
LEDGER = "decks/ledger.tsv"


def river(id_: str, *, topic: str = "river/size", cloze: bool = True, **fields: Any) -> Record:  # noqa: ANN401 - YAML
    """Return a fact about the river of this name; with a cloze text unless told otherwise."""
    name = id_.title()
    fact = {
        "id": id_,
        "topics": [topic],
        "claim": f"The {name} is {len(id_)}00 kilometres long.",
        "citations": [{"source": "survey-2020", "locator": "page 7"}],
        "question": f"How long is the {name}?",
        "answer": f"{len(id_)}00 kilometres",
    }
    if cloze:
        fact["cloze"] = f"The {name} is {{{{c1::{len(id_)}00 kilometres}}}} long."
    return {**fact, **fields}


class Curator:
    """A project of rivers; its attributes may be edited between two builds."""

    def __init__(self, root: Path, facts: Iterable[Record] = (), *, namespace: str = NAMESPACE) -> None:
        """Begin a project in a folder, with one source and one deck of all topics below ``river``."""
        self.root = root
        self.now = FIRST_DAY
        self.project: Record = {"namespace": namespace, "title": "Rivers", "language": "en"}
        self.facts: list[Record] = list(facts)
        self.sources: list[Record] = [dict(SURVEY)]
        self.decks: dict[str, Record] = {"deck": deck_spec("River")}
        self.files: dict[str, bytes] = {}
        self.remark = ""

    def fact(self, id_: str) -> Record:
        """Return a fact, to be edited in place."""
        return next(fact for fact in self.facts if fact["id"] == id_)

    def drop(self, id_: str) -> Record:
        """Delete a fact outright, and return it."""
        self.facts.remove(fact := self.fact(id_))
        return fact

    def write(self) -> Path:
        """Write the project down, and return its folder."""
        texts = {
            "quizgen.yaml": _yaml(self.project),
            "data/sources.yaml": _listed("sources", self.sources),
            "data/facts.yaml": (f"# {self.remark}\n" if self.remark else "") + _listed("facts", self.facts),
            **{f"decks/{name}.yaml": _yaml(spec) for name, spec in self.decks.items()},
        }
        lay_out(self.root, texts)
        for name, content in self.files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return self.root

    def try_build(self, *decks: str, days: int = 1, **order: Any) -> BuildReport:  # noqa: ANN401 - the fields of an `Order`
        """Write the project and build it, ``days`` after the last time, whatever comes of it.

        Of the problems, errors are kept and what is said about shipping: how facts are worded is no matter here.
        """
        self.now += days * 86_400
        report = build_project(self.write(), Order(now=self.now, decks=decks, **order))
        kept = (problem for problem in report.problems if _is_about_shipping(problem))
        return replace(report, problems=tuple(kept))

    def build(self, *decks: str, days: int = 1, **order: Any) -> BuildReport:  # noqa: ANN401 - the fields of an `Order`
        """Write the project and build it, ``days`` after the last time; an error fails the test."""
        report = self.try_build(*decks, days=days, **order)
        assert not has_errors(report.problems), report.problems
        return report

    def package(self, deck: str = "deck") -> bytes:
        """Return the package that was built last."""
        return (self.root / "build" / f"{deck}.apkg").read_bytes()

    def snapshot(self) -> dict[str, tuple[bytes, int]]:
        """Return every file that a build wrote: its bytes and when it was last written."""
        files = [self.root / LEDGER, *sorted((self.root / "build").rglob("*"))]
        return {
            file.relative_to(self.root).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns)
            for file in files
            if file.is_file()
        }

    @property
    def ledger(self) -> str:
        """The ledger as it stands on the disk."""
        return (self.root / LEDGER).read_text(encoding="utf-8")

    @property
    def mods(self) -> dict[tuple[str, str], int]:
        """Modification times of notes in the ledger, by fact and kind of card; one line for each."""
        lines = [line.split("\t") for line in self.ledger.splitlines() if line.startswith("note\t")]
        mods = {(fact, kind): int(mod) for _, fact, kind, _, mod, _ in lines}
        assert len(mods) == len(lines)
        return mods


def _is_about_shipping(problem: Problem) -> bool:
    return level_of(problem.code) is Level.ERROR or problem.code.startswith(("QZ05", "QZ06"))


def deck_spec(deck: str, *topics: str, **fields: Any) -> Record:  # noqa: ANN401 - YAML
    """Return a deck spec for the topics below ``river``, or for these."""
    return {
        "title": f"About {deck}",
        "facts": {"topics": list(topics or ["river"])},
        "anki": {"deck": deck, "cards": ["question", "cloze"]},
        **fields,
    }


def _listed(name: str, records: Iterable[Record]) -> str:
    return f"{name}:\n" + "".join(f"  - {_json(record)}\n" for record in records)


def _yaml(record: Record) -> str:
    return "".join(f"{name}: {_json(value)}\n" for name, value in record.items())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
