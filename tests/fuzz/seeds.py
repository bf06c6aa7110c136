"""Real documents of every kind that quizgen reads, to be mutated: this repository's own, and its pages' examples."""

from __future__ import annotations

import io
import json
import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from quizgen.build.make import make_project
from quizgen.build.report import Order
from quizgen.diagnostics.pages import codes, page_of
from quizgen.model.layout import LEDGER_FILE
from tests.support.anki import build_package, package_bytes
from tests.support.facts import make_bank, make_fact
from tests.support.pictures import png
from tests.support.project import BASE, DECK, FACT, REPOSITORY, lay_out_project

NOW = 1_800_000_000
"""The time of all builds here."""
_LONGEST = 6000
"""Characters of a seed: short ones are read faster, and hit more often where it matters."""
_ENTRIES = 3
_WORDS = "name: Name\ndate: Datum\npoints: [Punkt, Punkte]\nmonths:\n  january: Januar\n"
_ALL_WORDS = re.findall(r"^```yaml\n(.*?)^```$", page_of("QZ440").body, re.DOTALL | re.MULTILINE)[0]
_TABLES = (
    'question,answer,distractors,tags\nHow long is it?,100 km,50 km; 20 km,river::length\n"How, ""wide""?",10 m,,\n',
    "How long is the river?\t100 km\nHow wide is it?\t10 m\nWho says so?\ta survey\n",
    "#separator:tab\n#html:true\n#tags column:3\n#deck:Rivers\nHow <b>long</b>?\t1&nbsp;km\triver\n{{c1::Elbe}}\tx\t\n",
    "Frage;Antwort\nWie lang ist der Fluss?;100 km\nWie breit ist er?;10 m\n",
)


@cache
def fact_files() -> list[bytes]:
    """Return facts, a few together."""
    return [*_examples("data/facts.yaml"), *_parts("facts"), FACT.encode()]


@cache
def river_facts() -> list[bytes]:
    """Return facts that fit into the project of the examples."""
    return [*_examples("data/facts.yaml"), FACT.encode()]


@cache
def source_files() -> list[bytes]:
    """Return lists of sources."""
    return [*_examples("data/sources.yaml"), *_parts("sources"), BASE["data/sources.yaml"].encode()]


@cache
def deck_specs() -> list[bytes]:
    """Return deck specs with cards and quizzes."""
    own = [path.read_bytes()[:_LONGEST] for path in sorted(REPOSITORY.glob("decks/*.yaml"))]
    return [*_examples("decks/"), *own, DECK.encode()]


@cache
def project_files() -> list[bytes]:
    """Return project files."""
    return [*_examples("quizgen.yaml"), (REPOSITORY / "quizgen.yaml").read_bytes(), BASE["quizgen.yaml"].encode()]


@cache
def word_files() -> list[bytes]:
    """Return a project's own words."""
    return [*_examples("words/"), _WORDS.encode(), _ALL_WORDS.encode()]


@cache
def ledgers() -> list[bytes]:
    """Return ledgers, whole and shortened."""
    text = (REPOSITORY / "decks/ledger.tsv").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        made, _, _ = make_project(lay_out_project(Path(folder), {"data/facts.yaml": FACT}), Order(now=NOW))
    assert made is not None
    return [made.records[LEDGER_FILE], text[:_LONGEST], b"".join(text.splitlines(keepends=True)[:20])]


@cache
def archived_forms() -> list[bytes]:
    """Return forms as the archive keeps them, as small as they come."""
    files = sorted(REPOSITORY.glob("archive/*.json"), key=lambda path: path.stat().st_size)
    return [path.read_bytes() for path in files[:4]]


@cache
def stamps() -> list[bytes]:
    """Return what a build leaves for the next one."""
    remark = {
        "code": "QZ651",
        "message": "m",
        "place": ["data/sources.yaml", 1, 1, 1],
        "labels": [],
        "note": "",
        "hint": "",
    }
    stamp = {
        "inputs": "0" * 32,
        "state": "1" * 32,
        "outputs": ["build/a.apkg"],
        "pictures": ["a.png"],
        "codes": {"a A": "X"},
    }
    return [json.dumps({**stamp, "outdated": ["a"], "remarks": [remark]}, indent=1).encode()]


def tables() -> list[bytes]:
    """Return text files of other programs."""
    return [text.encode() for text in _TABLES]


@cache
def packages() -> list[bytes]:
    """Return packages: our own, and zips that only look like one."""
    facts = make_fact("length", cloze="It is {{c1::100}} or {{c3::200}} kilometres long."), make_fact("width")
    own = package_bytes(build_package(make_bank(*facts)))
    return [own, zipped({"collection.anki2": b"", "media": b"{}"}), zipped({"collection.anki21b": b"x", "media": b""})]


def pictures() -> list[bytes]:
    """Return the beginnings of pictures, and one that is whole."""
    return [png(7), b"GIF89a", b"\xff\xd8\xff\xe0", b"RIFF1234WEBP"]


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def _examples(path: str) -> list[bytes]:
    """Return what the pages of `quizgen explain` show of files whose paths begin so."""
    fence = re.compile(rf"^```yaml {re.escape(path)}\S*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return [text.encode() for code in codes() for text in fence.findall(page_of(code).body)]


def _parts(name: str) -> list[bytes]:
    """Return a list of this repository's data in parts of a few entries."""
    parts: list[bytes] = []
    for file in sorted(REPOSITORY.glob("data/*.yaml")):
        _, _, rest = file.read_text(encoding="utf-8").partition(f"\n{name}:\n")
        text = re.split(r"^\w", rest, maxsplit=1, flags=re.MULTILINE)[0]
        entries = re.split(r"^(?=  - id: )", text, flags=re.MULTILINE)
        starts = range(0, len(entries), _ENTRIES)
        parts.extend(f"{name}:\n{''.join(entries[at : at + _ENTRIES])}".encode() for at in starts)
    return parts
