"""QZ652: one source under two ids."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from quizgen.checking.folding import words_of
from quizgen.diagnostics.problem import Label, Problem
from quizgen.model.content import Content
from quizgen.model.source import Source

_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_TELLING = ("volume", "issue", "page", "edition", "number", "chapter-number", "part", "section")


def check(content: Content) -> Iterator[Problem]:
    """Report each source with the DOI of another, its title and address or imprint, or all that is told of it."""
    first: dict[Hashable, Source] = {}
    for source in content.bank.sources:
        doubled = [first[mark] for mark in _marks(source) if mark in first]
        if doubled:
            yield Problem(
                code="QZ652",
                message=f"`{source.id}` is the same source as `{doubled[0].id}`",
                place=source.id.place,
                labels=(Label(doubled[0].id.place, "first here"),),
                hint=f"cite `{doubled[0].id}` everywhere, and put what differs into the locators",
            )
        for mark in _marks(source):
            first.setdefault(mark, source)


def _marks(source: Source) -> Iterator[Hashable]:
    doi = source.other.get("DOI", "")
    if doi:
        yield "doi", _DOI.sub("", doi.strip()).casefold()
    title = words_of(source.title)
    parts = tuple(source.other.get(name, "") for name in _TELLING)
    dates = tuple(date.text if date is not None else "" for date in (source.issued, source.as_of))
    if source.url:
        yield "url", title, _SCHEME.sub("", source.url).rstrip("/"), dates, parts
    elif title and (source.author or source.publisher or source.container_title):
        yield "imprint", title, source.author, source.publisher, source.container_title, dates, parts
    elif title and any(dates):
        yield "title", title, source.type, dates, parts
