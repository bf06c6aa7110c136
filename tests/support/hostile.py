"""Injections, and a project that holds each of them in every text that a curator can write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.model.cloze import parse_cloze
from tests.support.pictures import png
from tests.support.project import REPOSITORY, lay_out

FILE = REPOSITORY / "tests" / "hostile" / "injections.txt"
_PAIRS, _EVENTS = 9, 10

_CHUNK = 34
"""Injections of a deck: planning takes quadratic time in the length of a quiz."""


def injections() -> tuple[str, ...]:
    r"""Read the corpus: a line each, below headings that begin with ``=== ``; ``\u{202e}`` stands for a character."""
    lines = FILE.read_text(encoding="utf-8").split("\n")
    return tuple(_with_characters(line) for line in lines if line and not line.startswith("=== "))


def chunks_of(lines: Sequence[str]) -> list[Sequence[str]]:
    """Return the injections of each deck."""
    return [lines[at : at + _CHUNK] for at in range(0, len(lines), _CHUNK)]


def joined(lines: Sequence[str], name: str) -> str:
    """Return a text with several injections in it; the name tells where it stands."""
    return " · ".join((*lines, name))


def lay_out_hostile_project(folder: Path, lines: Sequence[str], *, with_quizzes: bool = True) -> Path:
    """Write a project whose facts, sources, decks and quizzes hold an injection each, or some, in all their fields."""
    facts = [fact for at, line in enumerate(lines) for fact in _facts(at, line)]
    sources = [source for at, line in enumerate(lines) for source in _sources(at, line)]
    decks = {
        f"decks/deck-{number}.yaml": _yaml(_deck(number, chunk, with_quizzes=with_quizzes))
        for number, chunk in enumerate(chunks_of(lines))
    }
    texts = {name: joined(lines, name) for name in ("title", "licence", "contact", "version")}
    files = {
        "quizgen.yaml": _yaml({"namespace": "hostilehostilehostile", "language": "en", **texts}),
        "data/facts.yaml": _yaml({"facts": facts}),
        "data/sources.yaml": _yaml({"sources": sources}),
        **decks,
    }
    lay_out(folder, files)
    (folder / "images").mkdir()
    (folder / "images" / "x.png").write_bytes(png(9))
    return folder


def _deck(number: int, lines: Sequence[str], *, with_quizzes: bool) -> dict[str, object]:
    deck: dict[str, object] = {
        "title": joined(lines, "deck"),
        "facts": {"topics": [f"h{number}"]},
        "anki": {"deck": f"Hostile {number} {joined(lines, 'name')}".replace("::", ":")},
    }
    return {**deck, "quizzes": _quizzes(number, lines)} if with_quizzes else deck


def _quizzes(number: int, lines: Sequence[str]) -> list[dict[str, object]]:
    """Ask about every fact of a deck, in all types: no quiz asks twice about a fact, and so there are three."""
    count = len(lines)
    clozes = sum("cloze" in _cloze(0, line) for line in lines)

    def quiz(name: str, *sections: dict[str, object]) -> dict[str, object]:
        texts = {"title": "quiz", "subtitle": "subtitle", "instructions": "above"}
        above = {field: joined(lines, word) for field, word in texts.items()}
        return {"id": f"{name}-{number}", **above, "large_print": "false", "sections": [*sections]}

    def section(type_: str, count: int, topic: str) -> dict[str, object]:
        texts = {"title": joined(lines, "section"), "instructions": joined(lines, "directions")}
        return {"type": type_, "count": str(count), "topics": {f"h{number}/{topic}": str(count)}, **texts}

    def groups(type_: str, name: str, size: int, **more: str) -> list[dict[str, object]]:
        topics = {"topics": {f"h{number}/time": str(size)}}
        return [{"type": type_, name: str(size), **topics, **more} for _ in range((count - 1) // size)]

    choose = (
        section("multiple_choice", count, "ask"),
        section("multiple_response", count, "set"),
        section("numerical", count, "num"),
        *groups("ordering", "events", _EVENTS),
    )
    write = (
        section("true_false", count, "ask"),
        section("short_answer", count, "num"),
        section("essay", count, "set"),
        *groups("matching", "pairs", _PAIRS, by="voice"),
    )
    fill = section("fill_in_blank", clozes, "ask"), *groups("matching", "pairs", _PAIRS, by="answer")
    return [quiz("choose", *choose), quiz("write", *write), quiz("fill", *fill)]


def _facts(at: int, line: str) -> Iterator[dict[str, object]]:
    yield {
        **_common(f"ask-{at}", line, "s", at),
        **_asked(f"ask-{at}", line),
        "distractors": [f"{line} d{at}", {"text": f"{line} e{at}", "why": f"{line} w{at}"}, f"{line} f{at}"],
        "false_claims": [{"text": f"{line} n{at}.", "why": f"{line} y{at}"}],
        "label": f"{line} l{at}",
        "explanation": f"{line} x{at}",
        "contrast": [f"set-{at}"],
        "corrections": [{"on": "2026", "note": f"{line} k{at}"}],
        "image": {"file": "images/x.png", "alt": f"{line} i{at}", "credit": f"{line} r{at}"},
        **_cloze(at, line),
    }
    yield {
        **_common(f"set-{at}", line, "s", at),
        **_asked(f"set-{at}", line),
        "answer": [f"{line} a{at}", f"{line} b{at}"],
        "accept": {f"{line} a{at}": [f"{line} v{at}"]},
        "distractors": [f"{line} d{at}", f"{line} e{at}"],
    }
    numbers = {"answer": str(100_000 + at), "answer_type": "number", "unit": f"{line} u{at}"}
    yield {**_common(f"num-{at}", line, "t", at), **_asked(f"num-{at}", line), **numbers}
    event = {"when": str(1000 + at), "answer_type": "organization", "label": f"{line} e{at}", "voice": f"{line} o{at}"}
    yield {**_common(f"time-{at}", line, "t", at), **_asked(f"time-{at}", line), **event}
    retired = {"status": "retired", "reason": f"{line} z{at}"}
    yield {**_common(f"old-{at}", line, "t", at), **_asked(f"old-{at}", line), **retired}


def _common(id_: str, line: str, source: str, at: int) -> dict[str, object]:
    citation = {"source": f"{source}{at}", "locator": f"{line} p{at}", "quote": f"{line} q{at}"}
    return {
        "id": id_,
        "topics": [f"h{at // _CHUNK}/{id_.partition('-')[0]}"],
        "claim": f"{line} c {id_}.",
        "citations": [citation],
    }


def _asked(id_: str, line: str) -> dict[str, object]:
    word = id_.replace("-", "")
    return {"question": f"{line} q{word}?", "answer": f"{line} a{word}", "accept": [f"{line} v{word}"]}


def _cloze(at: int, line: str) -> dict[str, object]:
    text = f"{line} g{at} {{{{c1::{line} h{at}::{line} j{at}}}}} m{at}"
    cloze = parse_cloze(text)
    return {"cloze": text} if cloze and len(cloze.deletions) == 1 else {}


def _sources(at: int, line: str) -> Iterator[dict[str, object]]:
    source: dict[str, object] = {
        "title": f"{line} title{at}",
        "author": [{"family": f"{line} family{at}", "given": f"{line} given{at}"}, {"literal": f"{line} body{at}"}],
        "publisher": f"{line} publisher{at}",
        "container-title": f"{line} container{at}",
        "volume": f"{line} volume{at}",
        "issue": f"{line} issue{at}",
        "as_of": "2020",
    }
    yield {"id": f"s{at}", **source, "title-short": f"{line} short{at}", "URL": line, "note": line}
    yield {"id": f"t{at}", **source, "DOI": line}


def _yaml(value: object) -> str:
    """Write a value as YAML: every text in quotes, which JSON and YAML read alike."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _with_characters(line: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), line)
