"""Sources: published works, with fields named as in CSL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.model.edtf import Edtf
from quizgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person or body, as CSL names them: either ``literal`` or ``family`` and ``given``."""

    literal: str = ""
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published work that facts cite."""

    id: Text
    title: Text
    type: str = "document"
    """A CSL type: ``report``, ``webpage``, ``book``, ``article-journal`` …"""
    title_short: Text | None = None
    """The words after "according to"; the title in quotation marks where it is missing."""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    publisher: str = ""
    container_title: str = ""
    issued: Edtf | None = None
    accessed: Edtf | None = None
    url: str = ""
    as_of: Edtf | None = None
    """The period that the source speaks for; its facts inherit it."""
    quoted_in: Text | None = None
    """The id of the source in which we read it; locators are then those of that source."""
    note: str = ""
    other: Mapping[str, str] = field(default_factory=dict)
    """Every other CSL variable, as spelt: ``volume``, ``issue``, ``page``, ``DOI`` …"""
