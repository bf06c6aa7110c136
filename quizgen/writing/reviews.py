"""A review into the text of a fact file, and the file back into its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from stat import S_IMODE

from quizgen.diagnostics.problem import Problem
from quizgen.model.review import Gap, NewReview
from quizgen.writing.fact_file import scalar_text
from quizgen.writing.files import write_files

_MARK = b"\xef\xbb\xbf"
"""The mark of the order of bytes, which some editors write."""


def with_reviews(text: str, reviews: Iterable[tuple[NewReview, Mapping[str, Gap]]]) -> str:
    """Write reviews into their gaps; all other characters stay."""
    edits = [(gap, _written(name, gap, asdict(review))) for review, gaps in reviews for name, gap in gaps.items()]
    # from the end, so that the places before keep their numbers; two at one place come to stand in their own order
    edits.sort(key=lambda edit: edit[0].start)
    for gap, value in reversed(edits):
        text = text[: gap.start] + gap.before + value + gap.after + text[gap.end :]
    return text


def replace_documents(root: Path, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Replace documents of a project, all or none. Each keeps its rights, its byte order mark, and links to it."""
    places = {path: _behind_links(root, path) for path in texts}
    rights = {place: S_IMODE((root / place).stat().st_mode) for place in places.values()}
    contents = {places[path]: _mark_of(root / path) + text.encode() for path, text in texts.items()}
    changed, problems = write_files(root, {}, contents)
    for place in changed:
        (root / place).chmod(rights[place])
    return problems


def _behind_links(root: Path, path: str) -> str:
    """Return the path of the file itself; where it lies elsewhere, that of the link, which will be refused."""
    file, root = (root / path).resolve(), root.resolve()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else path


def _mark_of(file: Path) -> bytes:
    return _MARK if file.read_bytes().startswith(_MARK) else b""


def _written(name: str, gap: Gap, values: Mapping[str, str]) -> str:
    return _scalar(values[name], gap) if name in values else _flow(values, gap)


def _flow(values: Mapping[str, str], gap: Gap) -> str:
    fields = (f"{_name(name, gap)}: {_scalar(value, gap)}" for name, value in values.items())
    return "{" + ", ".join(fields) + "}"


def _name(name: str, gap: Gap) -> str:
    return f'"{name}"' if gap.is_json else name


def _scalar(value: str, gap: Gap) -> str:
    return json.dumps(value, ensure_ascii=False) if gap.is_json else scalar_text(value, in_flow=gap.in_flow)
