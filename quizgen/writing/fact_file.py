"""A fact file as YAML, in the shapes that curators write: our own few, so that nothing else has to be emitted.

A text is written plain where it can only be read as that text, and in quotes otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from quizgen.model.bringing import Entry, FactFile, Owed, Value

_PLAIN = re.compile(r"[^\W_](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ](?=[^\s#]))*")
"""A letter or digit first; no blank but single ones, no colon before a blank or at the end, no hash after a blank."""
_MEANS_SOMETHING_IN_FLOW = re.compile(r"[,\[\]{}:]")
_NO_TEXT_TO_OTHERS = re.compile(r"null", re.IGNORECASE)
"""Text to us, nothing to other readers of YAML."""
_UNPRINTABLE = re.compile(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LONGEST_FLOW = 100


def fact_file_text(file: FactFile) -> str:
    """Write a fact file: its remarks as comments, the sources, then the facts with a blank line between them."""
    remarks = "".join(f"# {_UNPRINTABLE.sub(' ', remark)}\n" for remark in file.remarks)
    sources = "sources:\n" + "\n".join(map(_entry, file.sources)) if file.sources else ""
    facts = "facts:\n" + "\n".join(map(_entry, file.facts))
    return "\n".join(part for part in (remarks, sources, facts) if part)


def scalar_text(text: str, *, in_flow: bool) -> str:
    """Write a text plain, or in quotes where it would be read as something else."""
    if _is_plain(text, in_flow=in_flow):
        return text
    if _UNPRINTABLE.search(text):
        return '"' + _UNPRINTABLE.sub(_escaped, re.sub(r'[\\"]', r"\\\g<0>", text)) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _entry(entry: Entry) -> str:
    lines = [line for name, value in entry.items() for line in _field(name, value)]
    return "".join(f"{'  - ' if at == 0 else '    '}{line}\n" for at, line in enumerate(lines))


def _field(name: str, value: Value) -> Iterator[str]:
    if isinstance(value, Owed):
        yield f"{name}:  # {value.remark}" if value.remark else f"{name}:"
    elif isinstance(value, str):
        yield f"{name}: {scalar_text(value, in_flow=False)}"
    elif isinstance(value, Mapping):
        yield f"{name}:"
        for inner, text in value.items():
            yield from (f"  {line}" for line in _field(inner, text))
    else:
        yield from _list(name, value)


def _list(name: str, items: Sequence[str | Mapping[str, str]]) -> Iterator[str]:
    flow = f"{name}: [{', '.join(map(_flow, items))}]"
    if len(flow) <= _LONGEST_FLOW:
        yield flow
    else:
        yield f"{name}:"
        yield from (f"  - {_flow(item, in_flow=False)}" for item in items)


def _flow(item: str | Mapping[str, str], *, in_flow: bool = True) -> str:
    if isinstance(item, str):
        return scalar_text(item, in_flow=in_flow)
    fields = (f"{name}: {scalar_text(text, in_flow=True)}" for name, text in item.items())
    return "{" + ", ".join(fields) + "}"


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if _PLAIN.fullmatch(text) is None or _UNPRINTABLE.search(text) or _NO_TEXT_TO_OTHERS.fullmatch(text):
        return False
    return not (in_flow and _MEANS_SOMETHING_IN_FLOW.search(text))


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\U{ord(match[0]):08x}"
