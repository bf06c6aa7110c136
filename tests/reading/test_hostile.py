"""Any file content at all gives problems with places: never an exception, never a hang."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.build.check import check_project
from quizgen.diagnostics.formats import Format, render_problems
from quizgen.reading.limits import MOST_ITEMS, MOST_JUDGED, MOST_SIGNS
from tests.support.project import BASE, FACT, REPOSITORY, lay_out_project

MANY = 20_000

HOSTILE = {
    "dashes": "-" * MANY,
    "lists in lists": "- " * MANY,
    "a line without end": "a" * MANY + " b\nc: d",
    "quotation marks": 'a: "' + '" "' * MANY,
    "quoted words": 'a: "x" ' * MANY,
    "brackets": "[" * MANY,
    "bracketed words": "a: " + "[x] " * MANY,
    "braces": "{a: " * MANY,
    "question marks": "? " * MANY,
    "colons": "a: " + "b: " * MANY,
    "commas": "a: [" + "," * MANY,
    "apostrophes": "a: " + "'" * MANY,
    "anchors": "a: [" + "&x 1, " * MANY + "]",
    "aliases": "a: &a [x]\nb: [" + "*a, " * MANY + "]",
    "aliases of aliases": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
    "tags": "a: [" + "!x 1, " * MANY + "]",
    "documents": "---\n" * MANY,
    "directives": "%YAML 1.1\n" * MANY,
    "tabs": "\t" * MANY,
    "line breaks of the first Macs": "\r" * MANY + "facts: x",
    "fields": "".join(f"k{n}: 1\n" for n in range(MANY)),
    "doubled fields": "".join(f"k{n}: 1\n" for n in range(MANY // 2)) * 2,
    "unknown fields": "facts:\n  - id: a\n" + "".join(f"    k{n}: 1\n" for n in range(MANY)),
    "a huge name": "facts:\n  - " + "k" * MANY + ": 1",
    "a huge id": "facts:\n  - id: " + "k " * MANY,
    "a huge date": "facts:\n  - id: a\n    when: " + "2014/" * MANY,
    "a huge number": "facts:\n  - id: a\n    answer: [a, b]\n    enough: " + "9" * MANY,
    "numbers with commas": "facts:\n  - id: a\n    distractors: [" + "2,000, " * (MANY // 2) + "]",
    "items without a value": "facts:\n" + "  -\n" * (MANY // 4),
    "facts with one id": "facts:\n" + "  - id: a\n" * (MANY // 10),
    "facts without an end": "facts:\n" + "".join(f"  - id: a{n}\n    clam: x\n" for n in range(MANY // 10)) + "  - [",
    "second questions": "facts:\n" + "".join(f"  - id: a{n}\n    same_claim: b{n}\n" for n in range(MANY // 20)),
    "a huge text": "facts:\n  - id: a\n    claim: " + "x" * MANY * 50,
    "a huge quoted text": "facts:\n  - id: a\n    claim: '" + "x\n\n" * MANY * 5 + "'",
    "a list of numbers": "facts:\n  - id: a\n    contrast: [" + "1, " * MANY + "]",
    "unseen characters": "facts:\n  - id: a\n    claim: " + "a\u200b\u202e" * MANY,
    "honest marks of direction": "facts:\n  - id: a\n    claim: " + "\u05e9\u200f" * MANY,
    "a huge cloze text": "facts:\n  - id: a\n    topics: [river]\n    claim: x\n    cloze: " + "{{c1::" * MANY,
}  # fmt: skip


def assert_only_problems(folder: Path, content: bytes, name: str = "data/facts.yaml") -> None:
    """Check a project with this file: problems, each of which every format can show, and nothing else."""
    lay_out_project(folder, {name: ""})
    (folder / name).write_bytes(content)
    report = check_project(folder)
    lines = {path: text.count("\n") + text.count("\r") + 1 for path, text in report.texts.items()}
    for problem in report.problems:
        assert 1 <= problem.place.line <= lines.get(problem.place.document, 1)
        assert problem.place.column >= 1
        assert problem.place.width >= 1
    for style in Format:
        text = render_problems(report.problems, style, report.texts)
        assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text) is None


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_text_that_is_made_to_take_time(text: str, tmp_path: Path) -> None:
    """No text takes quadratic time, in the parser, in our patterns, in the guessing of names or in the excerpts."""
    assert_only_problems(tmp_path, text.encode())


GOOD = BASE["data/sources.yaml"] + FACT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_an_encoding_of_wide_characters_is_named(encoding: str, tmp_path: Path) -> None:
    """With a mark of the order of bytes or without, the curator is told what to change in the editor's dialog."""
    assert_only_problems(tmp_path, GOOD.encode(encoding))
    (problem,) = (one for one in check_project(tmp_path).problems if one.code == "QZ003")
    assert problem.message == f"the file is {encoding[:6].upper()}, not UTF-8"


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14", b"\xff\xd8\xff\xe0", b"\x7fELF\x02"]
)
def test_a_file_that_is_no_text(content: bytes, tmp_path: Path) -> None:
    """A picture or a program under the name of a fact file is refused at its first bytes."""
    assert_only_problems(tmp_path, content + bytes(range(256)) * 40)
    assert {problem.code for problem in check_project(tmp_path).problems} <= {"QZ003", "QZ004"}


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_the_order_of_bytes_make_no_difference(
    line_end: str, mark: bytes, tmp_path: Path
) -> None:
    """The editors of Windows, and the first Macs, write the same facts."""
    claims = []
    for content in (FACT.encode(), mark + FACT.replace("\n", line_end).encode()):
        assert_only_problems(tmp_path, content)
        report = check_project(tmp_path)
        assert report.problems == ()
        claims.append([(fact.id, fact.claim, fact.id.place, fact.claim.place) for fact in report.content.bank.facts])
    assert claims[0] == claims[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("facts:\n  - id: a\n    topics: [" + "a," * (MOST_ITEMS + 1) + "]", "QZ008"),
        ("".join(f"k{n}: 1\n" for n in range(MOST_ITEMS + 1)), "QZ008"),
        ("facts:\n  - [" + "[]," * (MOST_ITEMS + 1) + "]", "QZ008"),
        ("facts: [" + "a," * (MOST_SIGNS + 1) + "]", "QZ005"),
    ],
    ids=["a list", "fields", "lists", "values"],
)
def test_more_than_anybody_writes_is_not_read_on(text: str, code: str, tmp_path: Path) -> None:
    """Each value takes a hundred times the memory of its text: a file must not be able to take all there is."""
    assert_only_problems(tmp_path, text.encode())
    assert [problem.code for problem in check_project(tmp_path).problems if problem.code == code] == [code]


def test_the_lists_of_facts_and_sources_may_be_long(tmp_path: Path) -> None:
    """What bounds a list in a fact does not bound how many facts there are."""
    facts = "".join(FACT.partition("\n")[2].replace("river-length", f"river-{n}") for n in range(MOST_ITEMS + 1))
    lay_out_project(tmp_path, {"data/facts.yaml": f"facts:\n{facts}"})
    report = check_project(tmp_path)
    assert (report.problems, len(report.content.bank.facts)) == ((), MOST_ITEMS + 1)


@pytest.mark.parametrize("entry", ["- x\n", "-\n", "- a: 1\n", "- id: a\n", "- id: a\n  same_claim: b\n"])
def test_a_great_many_mistakes_are_not_all_listed(entry: str, tmp_path: Path) -> None:
    """Nobody reads ten thousand problems, and each of them takes half a KiB."""
    lay_out_project(tmp_path, {"data/facts.yaml": "facts:\n" + entry * (MOST_JUDGED + 100)})
    assert len(check_project(tmp_path).problems) < MOST_JUDGED + 20


BOUNDED = """
import resource, sys
from pathlib import Path
from quizgen.build.check import check_project
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
sys.exit(not check_project(Path(sys.argv[1])).problems)
"""
KIB = 2**10
LIMIT = 320 * KIB * KIB
"""Bytes of memory in which a file of half a MiB is read, Python and quizgen themselves included."""


@pytest.mark.parametrize("unit", ["a: b, ", "[],", "{a: b},", "&a b,", "{a: "])
def test_memory_is_bounded(unit: str, tmp_path: Path) -> None:
    """A file of half a MiB takes no more than two hundred times as much, whatever stands in it."""
    text = "facts: [" + unit * (KIB * KIB // 2 // len(unit)) + "]"
    lay_out_project(tmp_path, {"data/facts.yaml": text})
    result = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(tmp_path), str(LIMIT)], cwd=REPOSITORY, capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    """A file may hold anything."""
    assert_only_problems(tmp_path, content)


YAML_PARTS = (
    "facts:", "sources:", "- ", "\n", "\n  ", "\n    ", "id: ", "a", "claim: ", "topics: ", "[", "]", "{", "}", ", ",
    ": ", '"', "'", "|\n", ">-\n", "&a ", "*a", "!t ", "#", "? ", "---\n", "...\n", "<<: ", "answer: ", "accept: ",
    "distractors: ", "enough: ", "2,000", "same_claim: ", "contrast: ", "when: ", "2014", "citations: ", "source: ",
    "survey-2020", "cloze: ", "{{c1::", "}}", "status: retired", "corrections: ", "on: ", "image: ", "ignore: ",
    "issued: ", "date-parts: ", "author: ", "\\x00", "\t", "\r", "\u2028", "\x00", "\ufeff", "\U0001f30a", "é",
)  # fmt: skip


@settings(max_examples=800, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(YAML_PARTS), max_size=40).map("".join))
def test_anything_that_looks_like_facts(tmp_path: Path, text: str) -> None:
    """Pieces of YAML in any order come to problems, not to an exception."""
    assert_only_problems(tmp_path, text.encode())


EXAMPLES = [*sorted(REPOSITORY.glob("data/*.yaml")), *sorted(REPOSITORY.glob("decks/*.yaml"))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_mutations_of_real_files(example: Path, tmp_path: Path) -> None:
    """A real file that was cut, doubled, scrambled or hit by an odd character anywhere gives problems."""
    chance = random.Random(example.name)  # noqa: S311 - the same mutations in every run
    name = f"{example.parent.name}/{example.name}"
    text = example.read_text(encoding="utf-8")[:12_000]
    for _ in range(60):
        assert_only_problems(tmp_path, mutated(text, chance).encode("utf-8", "surrogatepass"), name)


def mutated(text: str, chance: random.Random) -> str:
    """Change a text in one to four places."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(start + chance.choice((0, 0, 1, 2, 7, 40)), len(text))
        lines = text.split("\n")
        line = chance.choice(lines)
        odd = chance.choice((*YAML_PARTS, "\ud800", "\x1b[31m", "  ", line, f"\n{line}\n", text[start:end] * 2, ""))
        text = text[:start] + odd + text[end:]
    return text
