"""Citations in words: author, “Title”, container, edition, publisher, date, locator, address, and the day it was seen.

A source that was read only in another one says so, and the locator is that one's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.model.bank import Bank
from quizgen.model.fact import Citation
from quizgen.model.source import Name, Source
from quizgen.rendering.attribution import capitalized, quoted_title
from quizgen.rendering.dates import date_words, issued_words
from quizgen.rendering.markup import Html, anki_text
from quizgen.rendering.words import words_of

_LINK = re.compile(r"https?://[^\s/]\S*|mailto:\S+@\S+")
_SPACE_BEFORE_NUMBER = re.compile(r"(?<=\w|\.) (?=\d)")
_EDITION_NUMBER = re.compile(r"(?P<number>[1-9]\d{0,2})(?:st|nd|rd|th|\.|-е)?")
"""2, 2nd, 2., 2-е; a longer number may be a year, and is left as it is with every other text."""
_MOST_AUTHORS = 4
_STOPS = tuple(".?!…")


class Reference(NamedTuple):
    """A citation in its two parts: what it is, and where it was found."""

    text: str
    """A run of sentences."""
    address: str
    """As spelt; it need not be safe to follow."""
    seen: str
    """“seen 3 May 2026”, or empty."""


def reference(bank: Bank, citation: Citation, lang: str) -> Reference:
    """Write out a citation."""
    source = bank.source_of(citation)
    carrier = bank.source_by_id.get(source.quoted_in) if source.quoted_in else None
    read = carrier or source
    locator = _SPACE_BEFORE_NUMBER.sub("\u00a0", citation.locator or "")
    sentences = [_creators(source, lang), _title(source, lang), _published(source, lang, "" if carrier else locator)]
    if carrier:
        sentences.append(_quoted_in(carrier, lang, locator))
    seen = words_of(lang).seen.format(date_words(read.accessed, lang)) if read.accessed else ""
    return Reference(" ".join(_stopped(sentence) for sentence in sentences if sentence), _address(read), seen)


def citation_text(bank: Bank, citation: Citation, lang: str) -> str:
    """Write a citation as plain text on one line: for paper and for text formats."""
    text, address, seen = reference(bank, citation, lang)
    found = ", ".join(part for part in (address, seen) if part)
    return f"{text} {found}" if found else text


def citation_card_html(bank: Bank, citation: Citation, lang: str) -> Html:
    """Write a citation for a card: its address is a link where it is safe, on a line of its own."""
    text, address, seen = reference(bank, citation, lang)
    found = ", ".join(part for part in (_link(address), anki_text(seen)) if part)
    line = f'<span class="url">{found}</span>' if found else ""
    return Html(" ".join(part for part in (anki_text(text), line) if part))


def is_link(address: str) -> bool:
    """Whether an address may become a link: nothing but http, https and mailto does."""
    return _LINK.fullmatch(address) is not None


def _creators(source: Source, lang: str) -> str:
    names, words = source.author or source.editor, words_of(lang)
    if not names:
        return ""
    are_many = len(names) > _MOST_AUTHORS
    shown = "; ".join(_name(name) for name in (names[: _MOST_AUTHORS - 1] if are_many else names))
    rest = f" {words.and_others}" if are_many else ""
    return shown + rest + ("" if source.author else f" ({words.editor})")


def _name(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _title(source: Source, lang: str) -> str:
    title = quoted_title(source, lang)
    closing = words_of(lang).quotes[1]
    if not (words_of(lang).stop_inside_quotes and title.endswith(closing)):
        return title
    return _stopped(title.removesuffix(closing)) + closing


def _published(source: Source, lang: str, locator: str) -> str:
    volume, issue = source.other.get("volume", ""), source.other.get("issue", "")
    number = volume + (f"({issue})" if issue else "")
    container = " ".join(part for part in (source.container_title, number) if part)
    issued = issued_words(source.issued, lang) if source.issued else ""
    edition = _edition(source.other.get("edition", ""), lang)
    edition = edition if container else capitalized(edition)
    published = ", ".join(part for part in (container, edition, source.publisher, issued) if part)
    return f"{published}, {locator}" if published and locator else published or capitalized(locator)


def _edition(edition: str, lang: str) -> str:
    match = _EDITION_NUMBER.fullmatch(edition.strip())
    return words_of(lang).numbered_edition(int(match["number"])) if match else edition.strip()


def _quoted_in(carrier: Source, lang: str, locator: str) -> str:
    words = words_of(lang).quoted_in.format(quoted_title(carrier, lang))
    return capitalized(f"{words}, {locator}" if locator else words)


def _address(source: Source) -> str:
    doi = source.other.get("DOI", "")
    return source.url.strip() or (f"https://doi.org/{doi}" if doi else "")


def _stopped(sentence: str) -> str:
    is_closed = sentence.rstrip("”»").endswith(_STOPS)
    return sentence if is_closed else f"{sentence}."


def _link(address: str) -> Html:
    if not is_link(address):
        return anki_text(address)
    shown = re.sub(r"^(?:https?://(?:www\.)?|mailto:)", "", address).removesuffix("/")
    return Html(f'<a href="{anki_text(address)}">{anki_text(shown)}</a>')
