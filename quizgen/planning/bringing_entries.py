"""Records that say the same to the entry of one fact; the sources that they name to entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from quizgen.model.bringing import Entry, Owed, Record, Standing, Value, Wishes
from quizgen.model.cloze import parse_cloze
from quizgen.planning.coining import Coiner, legal_topic

_NO_TOPIC = "imported"
_NO_SOURCE = "imported"

_SYSTEM_TAGS = {"leech", "marked"}
_DEFAULT_DECK = "default"
_SENTENCE = re.compile(r""".*[.!…]["”»)\]]?""")
_ADDRESS = re.compile(r"https?://([^/?#\s]+)\S*")
_WITH_PAGE = re.compile(
    r"(?P<work>.*\w.*?),? \(?(?P<page>(?:pp?\.|pages?|ch\.|chapter|S\.|Seiten?|стр\.|с\.|бет) ?\d[\d\s.,;–-]*)\)?\.?"
)
"""A source with a place in it: `Atlas of Waters, p. 10`."""


class Sources:
    """The sources that records name: those of the project, or entries that are coined once each."""

    def __init__(self, standing: Standing, file_name: str) -> None:
        """Begin with none; ``file_name`` is where the facts come from."""
        self._standing = standing
        self._file_name = file_name
        self._coiner = Coiner(standing.source_ids)
        self._ids: dict[str, str] = {}
        self._entries: list[Entry] = []

    def is_known(self, named: str) -> bool:
        """Whether the project has a source of this id or title."""
        return named in self._standing.source_ids or named in self._standing.titles

    def id_of(self, named: str) -> str:
        """Return the id of the source that a record names, by its id, its title or its address; or by nothing."""
        if named in self._standing.source_ids:
            return named
        if named in self._standing.titles and named:
            return self._standing.titles[named]
        if named not in self._ids:
            self._ids[named] = self._coin(named)
        return self._ids[named]

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries of the sources that were coined."""
        return tuple(self._entries)

    def _coin(self, named: str) -> str:
        address = _ADDRESS.fullmatch(named)
        words = address[1] if address else named or _NO_SOURCE
        id_ = self._coiner.coin(words, fallback="source")
        remark = "the work that these facts were taken from"
        title: dict[str, Value] = {"title": named if named and not address else Owed(remark)}
        where: dict[str, Value] = {"URL": named} if address else {}
        type_ = "webpage" if address else "document"
        note = {"note": f"Named in {self._file_name}." if named else f"Brought from {self._file_name}."}
        self._entries.append({"id": id_, "type": type_, **title, **where, **note})
        return id_


def fact_entry(
    id_: str, records: Sequence[Record], sources: Sources, wishes: Wishes, picture: Mapping[str, Value]
) -> Entry:
    """Make the entry of the fact that all these records ask about; ``picture`` is empty where they show none."""
    question, answer, cloze = (_first(records, name) for name in ("question", "answer", "cloze"))
    is_asked = bool(question or answer or not cloze)
    fields: dict[str, Value] = {
        "id": id_,
        "topics": _topics(records, wishes.topic),
        "claim": _claim(cloze) or Owed(),
        "citations": tuple(dict(pairs) for pairs in _citations(records, sources)),
        "question": (question or Owed()) if is_asked else "",
        "answer": (answer or Owed()) if is_asked else "",
        "accept": _other(records, "accept", answer),
        "distractors": _other(records, "distractors", answer),
        "cloze": cloze,
        "explanation": _first(records, "explanation"),
        "image": picture,
        "lang": wishes.lang,
    }
    return {name: value for name, value in fields.items() if value or isinstance(value, Owed)}


def _first(records: Iterable[Record], name: str) -> str:
    return next((text for record in records if (text := str(getattr(record, name)))), "")


def _other(records: Iterable[Record], name: str, answer: str) -> tuple[str, ...]:
    """Return the texts of a list of all records, each once, without the answer itself."""
    texts = (text for record in records for text in getattr(record, name))
    return tuple(text for text in dict.fromkeys(texts) if text != answer)


def _claim(cloze: str) -> str:
    """Return the whole sentence of a cloze text; empty where it is none."""
    parsed = parse_cloze(cloze)
    sentence = "" if parsed is None else parsed.sentence
    return sentence if _SENTENCE.fullmatch(sentence) else ""


def _topics(records: Iterable[Record], topic: str) -> tuple[str, ...]:
    named = [topic]
    for record in records:
        home = "" if record.home.casefold() == _DEFAULT_DECK else record.home
        tags = (tag for tag in record.tags if tag.casefold() not in _SYSTEM_TAGS)
        named += [legal_topic(words) for words in (home, *tags)]
    return tuple(dict.fromkeys(filter(None, named))) or (_NO_TOPIC,)


def _citations(records: Iterable[Record], sources: Sources) -> Iterable[tuple[tuple[str, str], ...]]:
    """Return the fields of the citations, each once."""
    cited = (_parted(record, sources) for record in records)
    for source, locator in dict.fromkeys(cited):
        yield (("source", source), ("locator", locator)) if locator else (("source", source),)


def _parted(record: Record, sources: Sources) -> tuple[str, str]:
    """Return the id of a record's source and the place in it: a book that is cited at ten pages is one source."""
    match = None if record.locator or sources.is_known(record.source) else _WITH_PAGE.fullmatch(record.source)
    work, page = (match["work"], match["page"].strip()) if match else (record.source, record.locator)
    return sources.id_of(work), page
